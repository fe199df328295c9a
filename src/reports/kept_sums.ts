import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import { BALANCE, additionNamed } from './additions.ts'
import type { Addition } from './additions.ts'
import type { Cut } from './cut.ts'
import { endOf, settledAt } from './settle.ts'
import { addedBetween } from './touched.ts'

/** Sums of additions over days: those settled by the instant, and what the cases touched since add in these months and years. */
export type KeptSums = {
  within: (dimension: string, from: Day, to: Day) => Promise<readonly Summed[]>
  /** What came less what went, as it stood before the first day of a cut, or as it stands at its end. */
  standing: (when: 'carriedOver' | 'open', cut: Pick<Cut, 'start' | 'end'>) => Promise<readonly Summed[]>
}
export type Summed = Omit<Addition, 'day' | 'dimension'> & { n: number }

export async function keptSums(db: Db, asOf: string, periods: ReadonlySet<string>): Promise<KeptSums> {
  const settled = await settledAt(db, asOf)
  const { additions } = await addedBetween(db, endOf(settled), asOf, periods)
  const since = Map.groupBy(
    [...additions].map(([name, n]) => ({ ...additionNamed(name), n })),
    ({ dimension }) => dimension,
  )
  const known = new Map<string, Promise<readonly Summed[]>>()
  const once = (name: string, read: () => Promise<readonly Summed[]>) => {
    const found = known.get(name) ?? read()
    known.set(name, found)
    return found
  }
  const sumsOf = async (dimension: string, from: Day, to: Day) => [
    ...(await settledSums(db, settled, dimension, from, to)),
    ...(since.get(dimension) ?? []).filter(({ day }) => day >= from && day <= to),
  ]
  let balance: Promise<Balance[]> | undefined
  const balanceOf = () => (balance ??= balanceIn(db, settled, since.get(BALANCE) ?? []))
  return {
    within: (dimension, from, to) => once(`${dimension} ${from} ${to}`, () => sumsOf(dimension, from, to)),
    standing: (when, cut) =>
      once(`${when} ${cut.start} ${cut.end}`, async () =>
        (await balanceOf()).flatMap(row => (isIn(row, when, cut) ? [signed(row)] : [])),
      ),
  }
}

async function settledSums(db: Db, settled: string, dimension: string, from: Day, to: Day): Promise<Summed[]> {
  if (settled === '') return []
  const rows = await sumsBetween(db, settled, dimension, from, to).execute()
  return rows.map(({ n, ...row }) => ({ ...row, n: Number(n) }))
}

export const sumsBetween = (db: Db, settled: string, dimension: string, from: Day, to: Day) =>
  db
    .selectFrom('figure_sums')
    .select(['procedure', 'cohort', 'word'])
    .select(eb => eb.fn.sum<number>('n').as('n'))
    .where('dimension', '=', dimension)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('period', '<=', settled)
    .groupBy(['procedure', 'cohort', 'word'])

type Balance = Summed & { day: Day }

/** What came and what went, by the day counted on and (the word) the day it happened. */
async function balanceIn(db: Db, settled: string, since: readonly Balance[]): Promise<Balance[]> {
  const rows = await db
    .selectFrom('figure_sums')
    .select(['procedure', 'cohort', 'word', 'day'])
    .select(eb => eb.fn.sum<number>('n').as('n'))
    .where('dimension', '=', BALANCE)
    .where('period', '<=', settled)
    .groupBy(['procedure', 'cohort', 'word', 'day'])
    .execute()
  return [...rows.map(({ n, ...row }) => ({ ...row, n: Number(n) })), ...since]
}

/** See the cohorts `carriedOver` and `open`. */
function isIn({ day, word: happened, cohort }: Balance, when: string, { start, end }: Pick<Cut, 'start' | 'end'>) {
  if (when === 'carriedOver') return day < start && happened < start
  if (cohort === 'came') return day <= end
  return day < start ? happened <= end : day <= end
}

const signed = ({ n, ...row }: Balance): Summed => ({ ...row, n: row.cohort === 'gone' ? -n : n })
