import { createHash } from 'node:crypto'
import type { FactTable, FigureSumTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { balance, cohorts } from './cohorts.ts'
import { brokenDown, countedInMonth, countedInYear, daysOf, said } from './counted_through.ts'
import { throughDay, throughDayOfYear } from './cut.ts'
import { holdingsOf } from './held.ts'

/**
 * What one case adds to every month’s figures, as far as its lines go: the same figures as the queries of `rows.ts`, so
 * that those of a month through any of its days can be kept as sums, and only what was touched since is read case by
 * case. A figure through a day is what was added from the first of its month to that day.
 */
export type Addition = Omit<FigureSumTable, 'period' | 'n'>
/** Additions by name (see `nameOf`); what is not there is 0. */
export type Additions = Map<string, number>

/** What adds up over all days, what came apart from what went, by the day counted on and the day it happened. */
export const BALANCE = 'balance'
/** What stands open and who has it, by the day on which that changes. */
export const HELD = 'held'
/** Names the meaning of what is kept: where a cohort means something else now, what was kept is dropped. */
export const edition = createHash('sha256')
  .update(JSON.stringify([cohorts, brokenDown, said, balance, 4]))
  .digest('hex')
  .slice(0, 16)

/** Adds, so many times, what a case with these lines (in order) adds; in these months and years, or in all. */
export function add(to: Additions, lines: readonly FactTable[], times: 1 | -1, periods?: ReadonlySet<string>): void {
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
  const follow = (days: readonly Day[], countThrough: (day: Day) => Additions) => {
    let before: Additions = new Map()
    for (const day of days) {
      const now = countThrough(day)
      for (const name of new Set([...before.keys(), ...now.keys()])) {
        const n = (now.get(name) ?? 0) - (before.get(name) ?? 0)
        if (n !== 0) put({ ...named(name), day }, n)
      }
      before = now
    }
  }
  for (const [month, days] of daysOf(lines, 7))
    if (!periods || periods.has(month)) follow(days, day => countedInMonth(byKind, last, throughDay(day)))
  for (const [year, days] of daysOf(lines, 4))
    if (!periods || periods.has(year)) follow(days, day => countedInYear(byKind, throughDayOfYear(day)))
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
