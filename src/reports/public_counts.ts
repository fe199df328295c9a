import type { Db } from '../db/dialect.ts'
import type { CohortName } from './cohorts.ts'
import { wholeMonth } from './cut.ts'
import { keptSums } from './kept_sums.ts'
import type { KeptSums } from './kept_sums.ts'

export type PublicDimension = 'channel' | 'category' | 'organ'
/** What a month's statistics are made of: matters by procedure, cohort, dimension and word. */
export type PublicCounts = ReadonlyMap<string, number>

const dimensions: readonly PublicDimension[] = ['channel', 'category', 'organ']
/** The cohorts that are broken down for the public. */
const brokenDown = ['received', 'answered'] as const satisfies readonly CohortName[]
export type BrokenDown = (typeof brokenDown)[number]

export const countName = (procedure: string, cohort: string, dimension = '', word = ''): string =>
  [procedure, cohort, dimension, word].join('\t')

/** The counts of months as known at an instant: what was settled by then, and the cases touched since. */
export async function countMonths(
  db: Db,
  asOf: string,
  months: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const sums = await keptSums(db, asOf, new Set(months))
  const counts = new Map<string, Map<string, number>>()
  for (const month of months) counts.set(month, await countMonth(sums, month))
  return counts
}

async function countMonth(sums: KeptSums, month: string): Promise<Map<string, number>> {
  const [cut, counts] = [wholeMonth(month, ''), new Map<string, number>()]
  const count = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n)
  for (const { procedure, n } of await sums.standing('open', cut)) count(countName(procedure, 'open'), n)
  for (const { procedure, cohort, n } of await sums.within('procedure', cut.start, cut.last))
    count(countName(procedure, cohort), n)
  for (const dimension of dimensions)
    for (const { procedure, cohort, word, n } of await sums.within(dimension, cut.start, cut.last))
      if (isPublic(cohort)) count(countName(procedure, cohort, dimension, word), n)
  return counts
}

const isPublic = (cohort: string) => brokenDown.some(known => known === cohort)
