import { createHash } from 'node:crypto'
import type { FactTable, FigureSumTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { balance, cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { CaseLines, Known } from './count.ts'
import { throughDay } from './cut.ts'
import type { Cut } from './cut.ts'
import { holdingsOf } from './held.ts'

/**
 * What one case adds to every month’s figures, as far as its lines go: the same figures as the queries of `rows.ts`, so
 * that those of a month through any of its days can be kept as sums, and only what was touched since is read case by
 * case. A figure through a day is what was added from the first of its month to that day.
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
/** What adds up over all days, what came apart from what went, by the day counted on and the day it happened. */
export const BALANCE = 'balance'
/** What stands open and who has it, by the day on which that changes. */
export const HELD = 'held'
const addedUp: readonly string[] = ['carriedOver', 'open'] satisfies CohortName[]
const byMonth = Object.entries(cohorts).filter(([name]) => !addedUp.includes(name))

/** Names the meaning of what is kept: where a cohort means something else now, what was kept is dropped. */
export const edition = createHash('sha256')
  .update(JSON.stringify([cohorts, brokenDown, said, balance, 3]))
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
  for (const { side, on, happened, n } of balanceOf(lines))
    put({ dimension: BALANCE, day: on, cohort: side, word: happened }, n)
  const byKind = Map.groupBy(lines, line => line.kind)
  for (const { day, word, n } of holdingsOf(byKind)) put({ dimension: HELD, day, cohort: HELD, word }, n)
  for (const [month, days] of daysOf(lines)) {
    if (months && !months.has(month)) continue
    let before: Additions = new Map()
    for (const day of days) {
      const now = countedBy(byKind, last, throughDay(day))
      for (const name of new Set([...before.keys(), ...now.keys()])) {
        const n = (now.get(name) ?? 0) - (before.get(name) ?? 0)
        if (n !== 0) put({ ...named(name), day }, n)
      }
      before = now
    }
  }
}

/** What a case adds to each cohort through a day of its month, by dimension and word. */
function countedBy(byKind: CaseLines, last: FactTable, cut: Cut): Additions {
  const [counted, known]: [Additions, Known] = [new Map(), new Map()]
  const count = (dimension: string, cohort: string, word: string, n: number) => {
    const name = `${dimension}\t${cohort}\t${word}`
    counted.set(name, (counted.get(name) ?? 0) + n)
  }
  for (const [cohort, meant] of byMonth)
    for (const { n, organ } of countIn(byKind, cut, meant, known)) {
      count('procedure', cohort, '', n)
      if (!isBrokenDown.has(cohort)) continue
      count('organ', cohort, organ ?? '', n)
      for (const dimension of said) count(dimension, cohort, last[dimension] ?? '', n)
    }
  return counted
}

function named(name: string) {
  const [dimension = '', cohort = '', word = ''] = name.split('\t')
  return { dimension, cohort, word }
}

export const nameOf = ({ dimension, day, procedure, cohort, word }: Addition): string =>
  `${dimension}\t${day}\t${procedure}\t${cohort}\t${word}`

export function additionNamed(name: string): Addition {
  const [dimension = '', day = '', procedure = '', cohort = '', word = ''] = name.split('\t')
  return { dimension, day, procedure, cohort, word }
}

function* balanceOf(lines: readonly FactTable[]) {
  for (const { kind, what, restricted, sign: n, on_day: on, happened_on: happened } of lines) {
    if (restricted !== 0) continue
    const isGone = balance.gone.some(gone => gone.kind === kind && gone.about.includes(what))
    if (isGone) yield { side: 'gone', on, happened, n }
    else if (kind === balance.came.kind && balance.came.about.includes(what)) yield { side: 'came', on, happened, n }
  }
}

const isBrokenDown: ReadonlySet<string> = new Set(brokenDown)
const counted = new Set(['received', 'answered', 'ended', 'closed', 'due', 'rated', 'rated-flagged'])

/** The days of each month on which figures of a case may change, the first of the month among them. */
function daysOf(lines: readonly FactTable[]): Map<string, Day[]> {
  const months = lines.flatMap(({ kind, on_day, happened_on }) =>
    counted.has(kind) ? [`${on_day.slice(0, 7)}-01`, `${happened_on.slice(0, 7)}-01`] : [],
  )
  const days = new Set([...months, ...lines.flatMap(({ on_day, happened_on }) => [on_day, happened_on])])
  const byMonth = Map.groupBy([...days].sort(), day => day.slice(0, 7))
  for (const [month, [first]] of byMonth) if (first !== `${month}-01`) byMonth.delete(month)
  return byMonth
}
