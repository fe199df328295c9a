import type { FactTable } from '../db/tables.ts'
import { monthAfter } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { cohorts } from './cohorts.ts'
import { countIn } from './count.ts'
import type { CaseLines } from './count.ts'
import { isAnswering } from './counted.ts'
import { throughDay } from './cut.ts'
import type { Cut } from './cut.ts'

/** Who has a matter that stands open, in which month it came, and whether its answer has fallen due. */
type Holding = { organ: string; received: string; isOverdue: boolean }
/** What an organ has of what stands open, and in which month the oldest of it came. */
export type Held = { organ: string; open: number; overdue: number; oldest: string }

/** How a case stands at the end of a cut, off its own lines; undefined where it is not open. */
export function holdingOf(lines: CaseLines, cut: Cut): Holding | undefined {
  if (countIn(lines, cut, cohorts.open).reduce((sum, { n }) => sum + n, 0) <= 0) return undefined
  const by = (end: string, kind: string) => standing(lines.get(kind) ?? []).filter(({ on_day }) => on_day <= end)
  const [received] = by(cut.end, 'received')
  const last = by(cut.end, 'held')
    .toSorted((a, b) => Number(a.what) - Number(b.what))
    .at(-1)
  const due = by('9999', 'due')
    .filter(({ procedure, what }) => isAnswering(procedure, what))
    .reduce((latest, { on_day }) => (on_day > latest ? on_day : latest), '')
  return {
    organ: (last ?? received)?.organ ?? '',
    received: received?.on_day.slice(0, 7) ?? '',
    isOverdue: due !== '' && due <= cut.end,
  }
}

/** How the standing of a case changes from day to day: what is added on a day to what stood on the one before. */
export function* holdingsOf(lines: CaseLines) {
  let before: Holding | undefined
  for (const day of daysOf(lines)) {
    const now = holdingOf(lines, throughDay(day))
    if (before && now && wordOf(before) === wordOf(now)) continue
    if (before) yield { day, word: wordOf(before), n: -1 }
    if (now) yield { day, word: wordOf(now), n: 1 }
    before = now
  }
}

/** By organ what these add up to; the oldest is the earliest month of which something is left. */
export function sumHeld(sums: readonly { word: string; n: number }[]): Held[] {
  const left = new Map<string, number>()
  for (const { word, n } of sums) left.set(word, (left.get(word) ?? 0) + n)
  const holdings = [...left].flatMap(([word, n]) => (n > 0 ? [{ ...holdingNamed(word), n }] : []))
  return [...Map.groupBy(holdings, ({ organ }) => organ)].map(([organ, rows]) => ({
    organ,
    open: rows.reduce((sum, { n }) => sum + n, 0),
    overdue: rows.reduce((sum, { n, isOverdue }) => (isOverdue ? sum + n : sum), 0),
    oldest: rows.map(({ received }) => received).sort()[0] ?? '',
  }))
}

export const wordOf = ({ organ, received, isOverdue }: Holding): string =>
  `${received} ${isOverdue ? 'overdue' : 'open'} ${organ}`

function holdingNamed(word: string): Holding {
  const [received = '', state, ...organ] = word.split(' ')
  return { received, isOverdue: state === 'overdue', organ: organ.join(' ') }
}

/** What is not taken back. */
const standing = (lines: readonly FactTable[]): FactTable[] =>
  [...Map.groupBy(lines, ({ what, on_day, organ }) => `${on_day} ${what} ${organ ?? ''}`).values()].flatMap(rows =>
    rows.reduce((sum, { sign, restricted }) => (restricted === 0 ? sum + sign : sum), 0) > 0 ? (rows.at(-1) ?? []) : [],
  )

/** A line counts on its day, from the next month on only if it had happened by then, and since it happened. */
function daysOf(lines: CaseLines): Day[] {
  const all = ['received', 'answered', 'ended', 'held', 'due'].flatMap(kind => lines.get(kind) ?? [])
  const days = all.flatMap(({ on_day, happened_on }) => [on_day, `${monthAfter(on_day)}-01`, happened_on])
  return [...new Set(days)].sort()
}
