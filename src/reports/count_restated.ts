import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import { lastDayOf } from '../law/day.ts'
import { brokenDown } from './counted_through.ts'
import { wholeMonth } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Drawing } from './drawing.ts'
import { monthlyClosure } from './monthly_closure.ts'
import { canBeRestated, cohortsOf, effectsBetween, openTo } from './restated.ts'
import { hiddenLater, recordedLater, restatedCases } from './restated_cases.ts'
import { effectsIn } from './restating.ts'
import type { Effect } from './restating.ts'
import { linesOf } from './touched.ts'

/** A closed month that reads differently, and how many lines of its restatement list its reader sees; 0 where none of them. */
export type RestatedMonth = { month: string; asOf: string; lines: number }

/** How a closed month reads now: as of when it was closed, and so many lines, or undefined where no number is told. */
export type SinceClosed = { asOf: string; lines: number | undefined }

/** So many cases are read for a count on a page; with more of them it leads to the list without one. */
const mostCounted = 300

/**
 * The closed months whose figures read differently for what was recorded after one instant and by another, newest first;
 * `undefined` where more cases were recorded into the past than are read for a count. What changed is told to all who
 * read the figures, how many lines it is only of figures in which the actor may see every case that changed.
 */
export async function countRestated(
  db: Db,
  actor: Actor,
  since: string,
  now: string,
  most = mostCounted,
): Promise<RestatedMonth[] | undefined> {
  const months = await closedMonths(db)
  const [newest] = months.keys()
  if (newest === undefined) return []
  const rows = await recordedLater(db, since, now, lastDayOf(newest))
    .limit(most + 1)
    .execute()
  if (rows.length > most) return undefined
  const found: { month: string; effect: Effect }[] = []
  const numbers = rows.map(row => row.case_number).sort()
  for await (const lines of linesOf(db, numbers, now, 10))
    for (const [month, asOf] of months)
      for (const effect of month < firstMonth(lines, since)
        ? []
        : effectsIn(lines, wholeMonth(month, asOf), names, brokenDown))
        if (lines.some(({ seq, recorded_at }) => seq === effect.seq && recorded_at > since))
          found.push({ month, effect })
  const counted: RestatedMonth[] = []
  for (const [month, asOf] of months) {
    const effects = found.filter(one => one.month === month).map(({ effect }) => effect)
    if (effects.length === 0) continue
    const isShut = (await openTo(db, actor, effects)).length === 0
    const hidden = isShut ? [] : await effectsHidden(db, actor, wholeMonth(month, asOf), now, most)
    if (hidden === undefined) return undefined
    counted.push({ month, asOf, lines: (await openTo(db, actor, [...hidden, ...effects])).length })
  }
  return counted
}

/** What cases the actor may not see changed of a month since it was closed, whenever that was; they shut its figures. */
async function effectsHidden(db: Db, actor: Actor, cut: Cut, now: string, most: number): Promise<Effect[] | undefined> {
  const rows = await hiddenLater(db, actor, cut.asOf, now, cut.last)
    .limit(most + 1)
    .execute()
  if (rows.length > most) return undefined
  const effects: Effect[] = []
  const numbers = rows.map(row => row.case_number).sort()
  for await (const lines of linesOf(db, numbers, now, 10)) effects.push(...effectsIn(lines, cut, names, brokenDown))
  return effects
}

/**
 * How a closed month reads now: the instant it was closed as of, and how many lines restate it, where they are few enough
 * to count and not all hidden from the actor.
 */
export async function restatedSinceClosed(
  db: Db,
  actor: Actor,
  drawing: Drawing,
  most = mostCounted,
): Promise<SinceClosed | undefined> {
  const { cut, scope } = drawing
  const closed = scope.kind === 'district' ? (await closedMonths(db)).get(cut.period) : undefined
  if (closed === undefined || closed > cut.asOf || !canBeRestated(drawing.kind)) return undefined
  const asked = { drawing: { ...drawing, cut: { ...cut, asOf: closed } }, against: cut.asOf }
  const isFew = (await restatedCases(db, asked.drawing.cut, cut.asOf)).length <= most
  if (!isFew) return { asOf: closed, lines: undefined }
  const { effects } = await effectsBetween(db, asked)
  const lines = (await openTo(db, actor, effects)).length
  return { asOf: closed, lines: lines === 0 && effects.length > 0 ? undefined : lines }
}

/** When each month was closed, the newest first. */
export async function closedMonths(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('archived_reports')
    .select(['month', 'as_of'])
    .distinct()
    .where('report', '=', monthlyClosure.slug)
    .orderBy('month', 'desc')
    .execute()
  return new Map(rows.map(row => [row.month, row.as_of]))
}

/** Lines change no month before the earliest that one of them is counted in, and may change every one from there on. */
const firstMonth = (lines: readonly FactTable[], since: string): string =>
  lines
    .reduce((first, { recorded_at, on_day }) => (recorded_at > since && on_day < first ? on_day : first), '9')
    .slice(0, 7)

const names = cohortsOf(monthlyClosure.metrics)
