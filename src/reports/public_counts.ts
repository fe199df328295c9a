import type { Db } from '../db/dialect.ts'
import { BALANCE, additionNamed, nameOf } from './additions.ts'
import type { Additions } from './additions.ts'
import type { CohortName } from './cohorts.ts'
import { endOf, settledAt } from './settle.ts'
import { addedBetween } from './touched.ts'

export type PublicDimension = 'channel' | 'category' | 'organ'
/** What a month's statistics are made of: matters by procedure, cohort, dimension and word. */
export type PublicCounts = ReadonlyMap<string, number>

const dimensions: readonly PublicDimension[] = ['channel', 'category', 'organ']
/** The cohorts that are broken down for the public. */
const brokenDown = ['received', 'answered'] as const satisfies readonly CohortName[]
export type BrokenDown = (typeof brokenDown)[number]

export const countName = (procedure: string, cohort: CohortName, dimension = '', word = ''): string =>
  [procedure, cohort, dimension, word].join('\t')

/** The counts of months, oldest first, as known at an instant: what was settled by then, and the cases touched since. */
export async function countMonths(
  db: Db,
  asOf: string,
  months: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const settled = await settledAt(db, asOf)
  const { additions } = await addedBetween(db, endOf(settled), asOf, new Set(months))
  if (settled !== '') await addSettled(db, additions, settled, months)
  const counts = new Map(months.map(month => [month, new Map<string, number>()]))
  const count = (month: string, name: string, n: number) => {
    const found = counts.get(month)
    if (found) found.set(name, (found.get(name) ?? 0) + n)
  }
  for (const [name, n] of additions) {
    const { dimension, month, procedure, cohort, word } = additionNamed(name)
    if (dimension === BALANCE)
      for (const end of months.filter(end => month === end || (month < end && word <= end)))
        count(end, countName(procedure, 'open'), n)
    else if (dimension === 'procedure') count(month, `${procedure}\t${cohort}\t\t`, n)
    else if (isPublic(dimension, cohort)) count(month, `${procedure}\t${cohort}\t${dimension}\t${word}`, n)
  }
  return counts
}

const isPublic = (dimension: string, cohort: string) =>
  dimensions.some(known => known === dimension) && brokenDown.some(known => known === cohort)

async function addSettled(db: Db, to: Additions, settled: string, months: readonly string[]): Promise<void> {
  const kept = db
    .selectFrom('figure_sums')
    .select(['dimension', 'month', 'procedure', 'cohort', 'word'])
    .select(eb => eb.fn.sum<number>('n').as('n'))
    .where('period', '<=', settled)
    .groupBy(['dimension', 'month', 'procedure', 'cohort', 'word'])
  const rows = [
    ...(await kept
      .where('dimension', '=', BALANCE)
      .where('month', '<=', months.at(-1) ?? '')
      .execute()),
    ...(await kept
      .where('dimension', '=', 'procedure')
      .where('month', 'in', [...months])
      .execute()),
    ...(await kept
      .where('dimension', 'in', dimensions)
      .where('month', 'in', [...months])
      .where('cohort', 'in', brokenDown)
      .execute()),
  ]
  for (const { n, ...addition } of rows) {
    const name = nameOf(addition)
    to.set(name, (to.get(name) ?? 0) + Number(n))
  }
}
