import { createHash } from 'node:crypto'
import type { FactTable, FigureSumTable } from '../db/tables.ts'
import { balance, cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import { wholeMonth } from './cut.ts'
import type { Cut } from './cut.ts'
import { holdingsOf } from './held.ts'

/**
 * What one case adds to every month’s figures, as far as its lines go: the same figures as the queries of `rows.ts`, so
 * that those of a whole month can be kept as sums, and only what was touched since is read case by case.
 */
export type Addition = Omit<FigureSumTable, 'period' | 'n'>
/** Additions by name (see `nameOf`); what is not there is 0. */
export type Additions = Map<string, number>

/** What a case says of itself last, by which tables break it down. */
export const said = ['petition_kind', 'channel', 'category', 'place'] as const
/** The cohorts that tables break down by organ, kind, channel, category and place. */
export const brokenDown: readonly CohortName[] = [
  ...(['received', 'answered', 'endedOtherwise', 'closedHere'] as const),
  ...(['due', 'dueAnswered', 'dueOnTime', 'dueRecordedLate'] as const),
]
/** What adds up over all months, by the month counted in and the month it happened in. */
export const BALANCE = 'balance'
/** What stands open and who has it, by the month in which that changes. */
export const HELD = 'held'
const addedUp: readonly string[] = ['carriedOver', 'open'] satisfies CohortName[]
const byMonth = Object.entries(cohorts).filter(([name]) => !addedUp.includes(name))

/** Names the meaning of what is kept: where a cohort means something else now, what was kept is dropped. */
export const edition = createHash('sha256')
  .update(JSON.stringify([cohorts, brokenDown, said, balance, 2]))
  .digest('hex')
  .slice(0, 16)

/** Adds, so many times, what a case with these lines (in order) adds; in these months, or in all. */
export function add(to: Additions, lines: readonly FactTable[], times: 1 | -1, months?: ReadonlySet<string>): void {
  const last = lines.at(-1)
  if (!last) return
  const put = (addition: Omit<Addition, 'procedure'>, n: number) => {
    const name = nameOf({ ...addition, procedure: last.procedure })
    const sum = (to.get(name) ?? 0) + n * times
    if (sum === 0) to.delete(name)
    else to.set(name, sum)
  }
  for (const { month, word, n } of balanceOf(lines)) put({ dimension: BALANCE, month, cohort: BALANCE, word }, n)
  const byKind = Map.groupBy(lines, line => line.kind)
  for (const { month, word, n } of holdingsOf(byKind, cutOf)) put({ dimension: HELD, month, cohort: HELD, word }, n)
  for (const month of monthsOf(lines)) {
    if (months && !months.has(month)) continue
    const [cut, known] = [cutOf(month), new Map()]
    for (const [cohort, meant] of byMonth)
      for (const { n, organ } of countIn(byKind, cut, meant, known)) {
        put({ dimension: 'procedure', month, cohort, word: '' }, n)
        if (!isBrokenDown.has(cohort)) continue
        put({ dimension: 'organ', month, cohort, word: organ ?? '' }, n)
        for (const dimension of said) put({ dimension, month, cohort, word: last[dimension] ?? '' }, n)
      }
  }
}

export const nameOf = ({ dimension, month, procedure, cohort, word }: Addition): string =>
  `${dimension}\t${month}\t${procedure}\t${cohort}\t${word}`

export function additionNamed(name: string): Addition {
  const [dimension = '', month = '', procedure = '', cohort = '', word = ''] = name.split('\t')
  return { dimension, month, procedure, cohort, word }
}

function* balanceOf(lines: readonly FactTable[]) {
  for (const { kind, what, restricted, sign, on_day, happened_on } of lines) {
    if (restricted !== 0) continue
    const isGone = balance.gone.some(gone => gone.kind === kind && gone.about.includes(what))
    if (!isGone && (kind !== balance.came.kind || !balance.came.about.includes(what))) continue
    yield { month: on_day.slice(0, 7), word: happened_on.slice(0, 7), n: isGone ? -sign : sign }
  }
}

const isBrokenDown: ReadonlySet<string> = new Set(brokenDown)
const counted = new Set(['received', 'answered', 'ended', 'closed', 'due', 'rated', 'rated-flagged'])

const monthsOf = (lines: readonly FactTable[]): Set<string> =>
  new Set(
    lines.flatMap(({ kind, on_day, happened_on }) =>
      counted.has(kind) ? [on_day.slice(0, 7), happened_on.slice(0, 7)] : [],
    ),
  )

const cuts = new Map<string, Cut>()
const cutOf = (month: string): Cut => {
  const cut = cuts.get(month) ?? wholeMonth(month, '')
  cuts.set(month, cut)
  return cut
}
