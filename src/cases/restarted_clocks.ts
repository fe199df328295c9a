import type { DeadlineTable } from '../db/tables.ts'
import { daysBetween } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import type { Clock, Ticking } from './clocks.ts'
import type { Correction } from './correct.ts'
import { daysIn, nameOf } from './moved_clocks.ts'
import { counted, movesLastDay } from './terms.ts'
import { hasTouched } from './touched.ts'

/** Clocks an act started, or stopped, or let go on, by the right day: the one it was recorded for was wrong. */
export function clocksRestarted(ticking: Ticking, { act, was, on }: Correction): Clock[] {
  const done = ticking.facts.did[act]
  return ticking.running.flatMap(line => {
    if (hasTouched(done, 'started', line)) return startedOn(ticking, line, on)
    if (line.paused_on !== null || line.excluded === null) return []
    if (hasTouched(done, 'paused', line)) return longer(ticking, line, line.excluded, daysBetween(on, was))
    return hasTouched(done, 'resumed', line) ? longer(ticking, line, line.excluded, daysBetween(was, on)) : []
  })
}

/** A day that was given stays as given. */
function startedOn({ procedure, calendar, parameters }: Ticking, line: DeadlineTable, start: Day): Clock[] {
  const within = procedure.deadlines[line.deadline]?.within
  if (!isTerm(line.term)) return []
  if (typeof within !== 'object' || !('field' in within))
    return [{ ...nameOf(line), ...counted(line.term, start, null, calendar, movesLastDay(parameters)) }]
  const { raw_on: raw, due_on: due } = line
  const term: Term = `${daysBetween(start, due)} calendar days`
  return [{ ...nameOf(line), term, start, startAt: null, raw, due, dueAt: null, provisional: false }]
}

/** A clock that stood still for so many days more, or fewer. */
function longer({ calendar, parameters }: Ticking, line: DeadlineTable, excluded: string, days: number): Clock[] {
  if (!isTerm(line.term)) return []
  const { count, unit } = parseTerm(line.term)
  const term: Term = `${count + days} ${unit}s`
  const again = counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters))
  return [{ ...nameOf(line), ...again, excluded: `${daysIn(excluded) + days} calendar days` }]
}
