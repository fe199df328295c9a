import { computeDue } from '../law/due.ts'
import type { Calendar } from '../law/calendar.ts'
import { daysBetween, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Deadline, Procedure } from '../procedures/procedure.ts'
import type { CaseFacts } from '../procedures/facts.ts'
import type { DeadlineTable } from '../db/tables.ts'

/** A clock as an event records it: what was shown then is never computed again. */
export type Clock = {
  deadline: string
  /** The part it belongs to. */
  part?: string
  round: number
  term: Term
  start: Day
  startAt: string | null
  raw: Day | null
  due: Day
  dueAt: string | null
  provisional: boolean
  /** Days added, where this clock is an extended one; and days that did not count. */
  extended?: string
  excluded?: string
}

export type Ticking = {
  procedure: Procedure
  facts: CaseFacts
  running: readonly DeadlineTable[]
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
  /** The part the act is about, and what was filled in. */
  part?: string | undefined
  input?: Readonly<Record<string, unknown>>
}

/** The clocks an act starts, each with its term counted out. `facts` are as they stand after the act. */
export function clocksStarted(ticking: Ticking, act: string, on: Day, at: string | null): Clock[] {
  const { procedure, facts, running } = ticking
  return Object.entries(procedure.deadlines)
    .filter(([, { after, when }]) => oneOrMore(after).includes(act) && (!when || when.holds(facts, nobody)))
    .flatMap(([deadline, spec]) => {
      const part = spec.of === undefined ? undefined : ticking.part
      if (spec.of !== undefined && part === undefined) return []
      const round = running.filter(line => line.deadline === deadline && line.assignment === (part ?? '')).length + 1
      const due = countedFrom(spec, ticking, on, at)
      return due ? [{ deadline, round, ...(part !== undefined && { part }), ...due }] : []
    })
}

/** By a term, or to the day that was given; where none was given there is no clock. */
function countedFrom(spec: Deadline, { calendar, parameters, input }: Ticking, on: Day, at: string | null) {
  if (typeof spec.within === 'string' || !('field' in spec.within))
    return counted(termOf(spec, parameters), on, at, calendar, movesLastDay(parameters))
  const day = input?.[spec.within.field]
  if (typeof day !== 'string' || !isDay(day)) return undefined
  const term: Term = `${daysBetween(on, day)} calendar days`
  return { term, start: on, startAt: null, raw: day, due: day, dueAt: null, provisional: false }
}

/** The clock an extension moves, with the days added to its term. */
export function clockExtended(
  { procedure, running, calendar, parameters }: Ticking,
  act: string,
  input: Readonly<Record<string, unknown>>,
): Clock[] {
  return running.flatMap(line => {
    const extend = procedure.deadlines[line.deadline]?.extend
    if (line.is_open !== 1 || !extend || extend.by !== act || !isTerm(line.term)) return []
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

/** Clocks that stood still and go on: the days between did not count. */
export function clocksResumed({ procedure, running, calendar, parameters }: Ticking, act: string, on: Day): Clock[] {
  return running.flatMap(line => {
    const isResumed = procedure.deadlines[line.deadline]?.pauses?.until === act
    if (line.is_open !== 1 || !isResumed || line.paused_on === null || !isTerm(line.term)) return []
    const days = daysBetween(line.paused_on, on)
    const { count, unit } = parseTerm(line.term)
    const term: Term = `${count + days} ${unit}s`
    const before = line.excluded === null ? 0 : daysIn(line.excluded)
    return [
      {
        ...nameOf(line),
        ...counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
        ...(line.extended !== null && { extended: line.extended }),
        excluded: `${before + days} calendar days`,
      },
    ]
  })
}

/** Clocks an act started, counted from another day: the day it was recorded for was wrong. */
export function clocksRestarted(ticking: Ticking, act: string, was: Day, on: Day): Clock[] {
  const { procedure, running, calendar, parameters } = ticking
  return running.flatMap(line => {
    const spec = procedure.deadlines[line.deadline]
    const isStarted = spec && oneOrMore(spec.after).includes(act) && line.start_on === was
    if (!isStarted || (typeof spec.within === 'object' && 'field' in spec.within) || !isTerm(line.term)) return []
    return [{ ...nameOf(line), ...counted(line.term, on, null, calendar, movesLastDay(parameters)) }]
  })
}

const daysIn = (term: string) => (isTerm(term) ? parseTerm(term).count : 0)

const nameOf = ({ deadline, round, assignment }: DeadlineTable) => ({
  deadline,
  round,
  ...(assignment !== '' && { part: assignment }),
})

export type Recounting = Pick<Ticking, 'procedure' | 'running' | 'calendar' | 'parameters'>

/** Every open clock whose date moves under another calendar. */
export function clocksRecounted({ procedure, running, calendar, parameters }: Recounting): Clock[] {
  return running.flatMap(line => {
    const within = procedure.deadlines[line.deadline]?.within
    const isGiven = typeof within === 'object' && 'field' in within
    if (line.is_open !== 1 || isGiven || !isTerm(line.term)) return []
    const clock = {
      ...nameOf(line),
      ...counted(line.term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
    }
    const moved = clock.due !== line.due_on || clock.provisional !== (line.provisional === 1)
    return moved ? [{ ...clock, ...(line.extended !== null && { extended: line.extended }) }] : []
  })
}

function counted(term: Term, start: Day, startAt: string | null, calendar: Calendar, moveLastDay: boolean) {
  const isHours = parseTerm(term).unit === 'hour'
  const from = isHours ? (startAt ?? start) : start
  const { raw, due, dueAt, provisional } = remembered(calendar, `${from} ${term} ${moveLastDay}`, () => {
    const { trace, ...counted } = computeDue({ start: from, term, calendar, law: { moveLastDay } })
    return counted
  })
  return { term, start, startAt: isHours ? startAt : null, raw, due, dueAt, provisional }
}

/** An import counts the same days again and again: what one calendar gave is kept, up to some years of days. */
function remembered(calendar: Calendar, asked: string, count: () => Counted): Counted {
  const known = counts.get(calendar) ?? new Map<string, Counted>()
  const found = known.get(asked) ?? count()
  counts.set(calendar, known.size < 20_000 ? known.set(asked, found) : new Map())
  return found
}

type Counted = Omit<ReturnType<typeof computeDue>, 'trace'>

const counts = new WeakMap<Calendar, Map<string, Counted>>()

/** 民法典 203, unless the office has switched it off. */
export const movesLastDay = (parameters: Readonly<Record<string, string>>): boolean => parameters['lastDay'] !== 'stays'

export function termOf(spec: Deadline, parameters: Readonly<Record<string, string>>): Term {
  const { within } = spec
  const term = typeof within === 'string' ? within : 'parameter' in within ? parameters[within.parameter] : undefined
  if (term === undefined || !isTerm(term)) throw new RangeError(`No term for “${spec.title.en}”: ${term}`)
  return term
}

const nobody = { id: '', organ: null, roles: [] }
