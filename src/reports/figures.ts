import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Counting } from './countings.ts'
import type { Metric } from './metric.ts'
import { rateOf } from '../law/rate.ts'
import type { Question, Rows } from './rows.ts'

export type Figure = { numerator: number; denominator: number | null; rate: string | null }
export type Dimension = 'organ' | 'procedure' | 'petition_kind' | 'channel' | 'category' | 'place'
export type Side = 'numerator' | 'denominator'

/** The figure, from two sums. */
export const figureOf = (db: Db, metric: Sides, question: Question): Promise<Figure> =>
  figureFrom(metric, counting => sumOf(db, counting(db, question)))

type Sides = Pick<Metric, 'numerator' | 'denominator'>

/** The figure, whatever its two sums are read from. */
export async function figureFrom(metric: Sides, sum: (counting: Counting) => Promise<number>): Promise<Figure> {
  const numerator = await sum(metric.numerator)
  if (!metric.denominator) return { numerator, denominator: null, rate: null }
  const denominator = await sum(metric.denominator)
  return { numerator, denominator, rate: rateOf(numerator, denominator) }
}

/** The sum for every value of a dimension at once. */
export async function sumsBy(
  db: Db,
  question: Question,
  rows: Rows,
  dimension: Dimension,
): Promise<Map<string | null, number>> {
  const found = await db
    .selectFrom(perCase(db, question, rows, dimension).as('p'))
    .select(eb => ['p.key', eb.fn.sum<number>('p.n').as('sum')])
    .groupBy('p.key')
    .having(eb => eb.fn.sum('p.n'), '<>', 0)
    .execute()
  return new Map(found.map(({ key, sum }) => [key, Number(sum)]))
}

/** The cases a side counts, by number. */
export const casesOf = (db: Db, rows: Rows) =>
  db
    .selectFrom(rows.as('c'))
    .select('c.case_number')
    .groupBy('c.case_number')
    .having(eb => eb.fn.sum('c.n'), '>', 0)

/** How many cases a side counts. */
export async function countCases(db: Db, rows: Rows): Promise<number> {
  const counted = db.selectFrom(casesOf(db, rows).as('l')).select(eb => eb.fn.countAll<number>().as('n'))
  return Number((await counted.executeTakeFirstOrThrow()).n)
}

export async function sumOf(db: Db, rows: Rows): Promise<number> {
  return Number((await figureQuery(db, rows).executeTakeFirstOrThrow()).sum)
}

/** One side of a figure, as one sum. */
export const figureQuery = (db: Db, rows: Rows) =>
  db.selectFrom(rows.as('c')).select(sql<number>`coalesce(sum(c.n), 0)`.as('sum'))

/** An organ is as of then; a kind or category put right since is the one known last, in every column alike. */
const perCase = (db: Db, { cut }: Question, rows: Rows, dimension: Dimension) =>
  db
    .selectFrom(rows.as('c'))
    .groupBy(['c.case_number', 'c.organ'])
    .having(eb => eb.fn.sum('c.n'), '<>', 0)
    .select(eb => eb.fn.sum<number>('c.n').as('n'))
    .select(eb =>
      dimension === 'organ'
        ? eb.ref('c.organ').as('key')
        : eb
            .selectFrom('facts as f')
            .select(of => of.ref(`f.${dimension}`).$castTo<string | null>().as('word'))
            .whereRef('f.case_number', '=', 'c.case_number')
            .where('f.recorded_at', '<=', cut.asOf)
            .orderBy('f.seq', 'desc')
            .orderBy('f.line', 'desc')
            .limit(1)
            .$asScalar()
            .as('key'),
    )
