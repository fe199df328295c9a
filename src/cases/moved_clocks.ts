import type { DeadlineTable } from '../db/tables.ts'
import { daysBetween, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import type { Clock, Ticking } from './clocks.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import { lengthOf, saySpans, spansIn } from './spans.ts'
import { counted, movesLastDay } from './terms.ts'

/** The clock an extension moves: the part’s own, and with it the matter’s, which ends with the last of its parts. */
export function clockExtended(ticking: Ticking, act: string, input: Readonly<Record<string, unknown>>): Clock[] {
  const { procedure, running, calendar, parameters, parts = [], facts } = ticking
  const isOurs = ({ assignment }: DeadlineTable) => parts.includes(assignment)
  return running.flatMap(line => {
    const extend = procedure.deadlines[line.deadline]?.extend
    if (line.is_open !== 1 || !extend || extend.by !== act || !isTerm(line.term)) return []
    if ('until' in extend)
      return isOurs(line) || (line.assignment === '' && facts.today <= line.due_on)
        ? extendedUntil(line, input[extend.until])
        : []
    const added = Number(input[extend.field])
    const { count, unit } = parseTerm(line.term)
    const term: Term = `${count + added} ${unit}s`
    return [
      {
        ...nameOf(line),
        ...counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
        extended: `${added} ${unit}s`,
      },
    ]
  })
}

/** To a day that was given and is allowed: nothing is counted, so nothing moves it, least of all to an earlier day. */
function extendedUntil(line: DeadlineTable, day: unknown): Clock[] {
  if (typeof day !== 'string' || !isDay(day) || day <= line.due_on) return []
  const term: Term = `${daysBetween(line.start_on, day)} calendar days`
  const due = { term, start: line.start_on, startAt: null, raw: day, due: day, dueAt: null, provisional: false }
  return [{ ...nameOf(line), ...due, extended: `${daysBetween(line.due_on, day)} calendar days` }]
}

/** Clocks that stood still and go on: the days between did not count. */
export function clocksResumed({ procedure, running, calendar, parameters }: Ticking, act: string, on: Day): Clock[] {
  return running.flatMap(line => {
    const { pauses } = procedure.deadlines[line.deadline] ?? {}
    const isResumed = pauses !== undefined && oneOrMore(pauses.until).includes(act)
    if (line.is_open !== 1 || !isResumed || line.paused_on === null || !isTerm(line.term)) return []
    const span = { from: line.paused_on, until: on }
    const { count, unit } = parseTerm(line.term)
    const term: Term = `${count + lengthOf([span])} ${unit}s`
    return [
      {
        ...nameOf(line),
        ...counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
        ...(line.extended !== null && { extended: line.extended }),
        excluded: saySpans([...spansIn(line.excluded), span]),
      },
    ]
  })
}

export const nameOf = ({ deadline, round, assignment }: DeadlineTable) => ({
  deadline,
  round,
  ...(assignment !== '' && { part: assignment }),
})

export type Recounting = Pick<Ticking, 'procedure' | 'running' | 'calendar' | 'parameters'>

/** Every open clock whose date moves under another calendar. */
export function clocksRecounted({ procedure, running, calendar, parameters }: Recounting): Clock[] {
  return running.flatMap(line => {
    const { within, extend } = procedure.deadlines[line.deadline] ?? {}
    const isExtendedTo = line.extended !== null && extend !== undefined && 'until' in extend
    const isGiven = isExtendedTo || (typeof within === 'object' && !('parameter' in within))
    if (line.is_open !== 1 || isGiven || !isTerm(line.term)) return []
    const clock = {
      ...nameOf(line),
      ...counted(line.term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
    }
    const moved = clock.due !== line.due_on || clock.provisional !== (line.provisional === 1)
    return moved ? [{ ...clock, ...(line.extended !== null && { extended: line.extended }) }] : []
  })
}
