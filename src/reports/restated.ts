import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { brokenDown } from './counted_through.ts'
import type { CohortName } from './cohorts.ts'
import { metricsIn } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import type { Metric } from './metric.ts'
import type { ReportKind } from './registry.ts'
import { restatedCases } from './restated_cases.ts'
import { reasonsIn } from './restated_why.ts'
import type { Reason } from './restated_why.ts'
import { effectsIn } from './restating.ts'
import type { Effect } from './restating.ts'
import { visibleOf } from './visible_cases.ts'
import { linesOf } from './touched.ts'

/** A line of the list: what one act changed of one case's part in a month, as plus or minus, and why. */
export type Restatement = Effect & { reason: Reason }

/** A district's report, and the later instant it is held against. */
export type Restating = { drawing: Drawing; against: string }

/**
 * Every difference between the figures as known at the cut's instant and at a later one, by case and act: summed by
 * cohort they are the difference of the two figures. What moved to another row of a table is among them and adds nothing. A reader sees the changes of a figure where all of its cases are
 * the reader's to see, as with its lists; nobody in particular (null) sees all.
 */
export async function restatementsIn(db: Db, actor: Actor | null, asked: Restating): Promise<Restatement[]> {
  const { drawing, against } = asked
  const { effects, cases } = await effectsBetween(db, asked)
  const shown = actor ? await openTo(db, actor, effects) : effects
  const reasons = await reasonsIn(db, cases, drawing.cut.asOf, against)
  return shown.flatMap(effect => {
    const reason = reasons.get(`${effect.number} ${effect.seq}`)
    return reason ? [{ ...effect, reason }] : []
  })
}

/** Every difference, whoever may see it, and the cases it is in. Few cases at a time: each takes a processor for a moment. */
export async function effectsBetween(
  db: Db,
  { drawing, against }: Restating,
): Promise<{ effects: Effect[]; cases: { number: string; procedure: string }[] }> {
  const { cut, procedure } = drawing
  const names = cohortsOf(metricsIn(drawing))
  const effects: Effect[] = []
  const cases: { number: string; procedure: string }[] = []
  for await (const lines of linesOf(db, await restatedCases(db, cut, against), against, 10)) {
    const last = lines.at(-1)
    if (!last || (procedure !== null && last.procedure !== procedure)) continue
    const own = effectsIn(lines, cut, names, drawing.kind.breaksDown ? brokenDown : [])
    if (own.length > 0) cases.push({ number: last.case_number, procedure: last.procedure })
    effects.push(...own)
  }
  return { effects, cases }
}

/** Of a month and of the district, and made of cohorts alone: those can be told off one case's lines. */
export const canBeRestated = ({ period, of, metrics }: ReportKind): boolean =>
  period === 'month' &&
  of !== 'organ' &&
  metrics.every(({ numerator, denominator }) => numerator.cohort && (!denominator || denominator.cohort))

/** The cohorts of both sides, each once. */
export const cohortsOf = (metrics: readonly Metric[]): CohortName[] => [
  ...new Set(
    metrics.flatMap(({ numerator, denominator }) => [numerator.cohort ?? [], denominator?.cohort ?? []].flat()),
  ),
]

/** What changed of the figures in which the actor may see every case that changed. */
export async function openTo(db: Db, actor: Actor, effects: readonly Effect[]): Promise<Effect[]> {
  const seen = await visibleOf(
    db,
    actor,
    effects.map(({ number }) => number),
  )
  const closed = new Set(
    effects
      .filter(({ number }) => !seen.has(number))
      .flatMap(({ changes, moves }) => [...changes.keys(), ...moves.flatMap(({ cohorts }) => cohorts)]),
  )
  return effects.flatMap(effect => {
    const open = new Map([...effect.changes].filter(([cohort]) => !closed.has(cohort)))
    const moves = effect.moves.flatMap(move => {
      const cohorts = move.cohorts.filter(cohort => !closed.has(cohort))
      return cohorts.length > 0 ? [{ ...move, cohorts }] : []
    })
    return open.size > 0 || moves.length > 0 ? [{ ...effect, changes: open, moves }] : []
  })
}
