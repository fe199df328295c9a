import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import { addDays, addMonths } from '../law/day.ts'
import { wholeMonth } from './cut.ts'
import type { Drawing } from './drawing.ts'
import { monthlyClosure } from './monthly_closure.ts'
import { canBeRestated, cohortsOf, restatementsIn } from './restated.ts'
import { recordedLater, restatedCases } from './restated_cases.ts'
import { effectsIn } from './restating.ts'
import { linesOf } from './touched.ts'
import { visibleOf } from './visible_cases.ts'

/** A closed month, and how many lines of its restatement list were recorded since. */
export type RestatedMonth = { month: string; asOf: string; lines: number }

/**
 * The closed months whose figures read differently for what was recorded after one instant and by another, newest first;
 * `undefined` where more cases were recorded into the past than are read for a count. What the actor may not see is not counted.
 */
export async function countRestated(
  db: Db,
  actor: Actor,
  since: string,
  now: string,
  most = 2000,
): Promise<RestatedMonth[] | undefined> {
  const months = await closedMonths(db)
  const [newest] = months.keys()
  if (newest === undefined) return []
  const rows = await recordedLater(db, since, now, lastDay(newest))
    .limit(most + 1)
    .execute()
  if (rows.length > most) return undefined
  const seen = await visibleOf(
    db,
    actor,
    rows.map(row => row.case_number),
  )
  const counted = new Map<string, number>()
  for await (const lines of linesOf(db, [...seen].sort(), now))
    for (const month of monthsIn(lines, since)) {
      const asOf = months.get(month)
      if (asOf === undefined) continue
      const effects = effectsIn(lines, wholeMonth(month, asOf), names)
      const fresh = effects.filter(({ seq }) => lines.some(line => line.seq === seq && line.recorded_at > since))
      counted.set(month, (counted.get(month) ?? 0) + fresh.length)
    }
  return [...months].flatMap(([month, asOf]) => {
    const lines = counted.get(month) ?? 0
    return lines > 0 ? [{ month, asOf, lines }] : []
  })
}

/** How a closed month reads now: the instant it was closed as of, and how many lines restate it, where they are few enough to count. */
export async function restatedSinceClosed(
  db: Db,
  actor: Actor,
  drawing: Drawing,
  most = 2000,
): Promise<{ asOf: string; lines: number | undefined } | undefined> {
  const { cut, scope } = drawing
  const closed = scope.kind === 'district' ? (await closedMonths(db)).get(cut.period) : undefined
  if (closed === undefined || closed > cut.asOf || !canBeRestated(drawing.kind)) return undefined
  const asked = { drawing: { ...drawing, cut: { ...cut, asOf: closed } }, against: cut.asOf }
  const isFew = (await restatedCases(db, asked.drawing.cut, cut.asOf)).length <= most
  return { asOf: closed, lines: isFew ? (await restatementsIn(db, actor, asked)).length : undefined }
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

/** Where a case is restated at all, it is so in a month its new lines are counted in, or have happened in. */
const monthsIn = (lines: readonly FactTable[], since: string): Set<string> =>
  new Set(
    lines
      .filter(line => line.recorded_at > since)
      .flatMap(({ on_day, happened_on }) => [on_day.slice(0, 7), happened_on.slice(0, 7)]),
  )

const lastDay = (month: string) => addDays(addMonths(`${month}-01`, 1), -1)
const names = cohortsOf(monthlyClosure.metrics)
