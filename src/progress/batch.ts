import type { SessionTable } from '../db/tables.ts'
import { dayOf, endOfDay, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { latestOf } from '../accounts/terms.ts'
import type { Milestone, Procedure } from '../procedures/procedure.ts'

/** What a term and session's batch had come to at the end of a day, as it was known then. */
export type Batch = {
  readonly session: SessionTable
  readonly procedure: Procedure
  readonly day: Day
  /** The end of that day in Shanghai: what was recorded later is not known yet. */
  readonly until: string
}

export function batchOn(session: SessionTable, day: Day): Batch | undefined {
  const procedure = latestOf(session.procedure)
  return procedure?.milestones && { session, procedure, day, until: endOfDay(day) }
}

/** The day asked for, or today; undefined where it is no day, or has not come yet. */
export function dayAsked(text: string | undefined, now: string): Day | undefined {
  const today = dayOf(now)
  if (text === undefined || text === '') return today
  return isDay(text) && text <= today ? text : undefined
}

export const titleOf = ({ procedure }: Batch, milestone: string): Milestone['title'] | undefined =>
  procedure.milestones?.[milestone]?.title
