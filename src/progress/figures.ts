import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Batch } from './batch.ts'
import { measureIds, measures, saidBy, submitted } from './measures.ts'
import type { MeasureId, Side } from './measures.ts'

/** How many reached a milestone, and of how many; null where it is a bare number. */
export type Figure = { id: MeasureId; count: number; of: number | null }

/** Every figure of a batch as of its day: sums of signed lines, and of nothing else. */
export async function figuresOf(db: Db, batch: Batch): Promise<Figure[]> {
  const rows = await sumsQuery(db, batch).execute()
  return figuresFrom(new Map(rows.map(row => [keyOf(row), Number(row.sum)])))
}

export const countOf = (figures: readonly Figure[], id: MeasureId): number =>
  figures.find(figure => figure.id === id)?.count ?? 0

/** A side of a figure. */
export function countOn(figures: readonly Figure[], measure: MeasureId, side: Side): number {
  const { count = 0, of = null } = figures.find(({ id }) => id === measure) ?? {}
  return side === 'there' ? count : (of ?? 0) - count
}

export const sumsQuery = (db: Db, { session, day, until }: Batch) =>
  db
    .selectFrom('facts')
    .select(['kind', 'what', sql<number>`sum(sign)`.as('sum')])
    .where('session', '=', session.id)
    .where('kind', 'in', ['milestone', arrived])
    .where('on_day', '<=', day)
    .where('recorded_at', '<=', until)
    .groupBy(['kind', 'what'])

/** The cases one side of a measure counts. */
export function casesOf(db: Db, { session, day, until }: Batch, measure: MeasureId, side: Side) {
  const { holds, lacks } = saidBy(measure, side)
  const asked = [...holds, ...lacks]
  return db
    .selectFrom('facts')
    .select('case_number')
    .where('session', '=', session.id)
    .where('kind', 'in', asked.includes(submitted) ? ['milestone', arrived] : ['milestone'])
    .where('what', 'in', [...asked.filter(name => name !== submitted), ...(asked.includes(submitted) ? [''] : [])])
    .where('on_day', '<=', day)
    .where('recorded_at', '<=', until)
    .groupBy('case_number')
    .having(eb =>
      eb.and([
        ...holds.map(name => eb(reached(name), '>', sql.lit(0))),
        ...lacks.map(name => eb(reached(name), '<=', sql.lit(0))),
      ]),
    )
}

/** How often a milestone was reached, less how often it ceased to be. */
const reached = (name: string) =>
  name === submitted
    ? sql<number>`sum(case when kind = ${sql.lit(arrived)} then sign else 0 end)`
    : sql<number>`sum(case when kind = 'milestone' and what = ${name} then sign else 0 end)`

function figuresFrom(sums: ReadonlyMap<string, number>): Figure[] {
  const count = (name: string) => sums.get(name) ?? 0
  const whole = (name: string) =>
    name === 'reviewed' ? count(submitted) - count('merged') - count('left') : count(name)
  return measureIds.map(id => {
    const { of } = measures[id]
    return { id, count: count(id), of: of === null ? null : whole(of) }
  })
}

const keyOf = ({ kind, what }: { kind: string; what: string }) => (kind === arrived ? submitted : what)
const arrived = 'received'
