import type { DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Deadline } from '../procedures/deadline.ts'
import type { Clock } from './clocks.ts'

/** Whose the new clock is, and since when. */
type Begun = { organ: string | null; on: Day }

/**
 * The term of an earlier clock that was ended before it ran out: who is handed the matter anew is given no second term,
 * and who takes over a redo has what is left of it. What ran out stays late, and begins anew.
 */
export function keptFrom(
  { keeps }: Deadline,
  running: readonly DeadlineTable[],
  { organ, on }: Begun,
): Omit<Clock, 'deadline' | 'round' | 'part'> | undefined {
  const last = running.findLast(
    line =>
      keeps?.of.includes(line.deadline) &&
      (keeps.for === 'anyone' || (organ !== null && line.owner_organ === organ)) &&
      isEndedInTime(line),
  )
  if (!last || last.due_on < on || !isTerm(last.term)) return undefined
  return {
    term: last.term,
    start: last.start_on,
    startAt: last.start_at,
    raw: last.raw_on,
    due: last.due_on,
    dueAt: last.due_at,
    provisional: last.provisional === 1,
    ...(last.extended !== null && { extended: last.extended }),
  }
}

const isEndedInTime = ({ met_on, ended_on, lapsed_on, due_on }: DeadlineTable) =>
  met_on === null && ended_on !== null && lapsed_on === null && ended_on <= due_on
