import { computeDue } from '../law/due.ts'
import type { Calendar } from '../law/calendar.ts'
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
  round: number
  term: Term
  start: Day
  startAt: string | null
  raw: Day | null
  due: Day
  dueAt: string | null
  provisional: boolean
  /** Days added, where this clock is an extended one. */
  extended?: string
}

export type Ticking = {
  procedure: Procedure
  facts: CaseFacts
  running: readonly DeadlineTable[]
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
}

/** The clocks an act starts, each with its term counted out. `facts` are as they stand after the act. */
export function clocksStarted(
  { procedure, facts, running, calendar, parameters }: Ticking,
  act: string,
  on: Day,
  at: string | null,
): Clock[] {
  return Object.entries(procedure.deadlines)
    .filter(([, { after, when }]) => oneOrMore(after).includes(act) && (!when || when.holds(facts, nobody)))
    .map(([deadline, spec]) => {
      const term = termOf(spec, parameters)
      const round = running.filter(line => line.deadline === deadline).length + 1
      return { deadline, round, ...counted(term, on, at, calendar, movesLastDay(parameters)) }
    })
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
        deadline: line.deadline,
        round: line.round,
        ...counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters)),
        extended: `${added} ${unit}s`,
      },
    ]
  })
}

export type Recounting = Pick<Ticking, 'running' | 'calendar' | 'parameters'>

/** Every open clock whose date moves under another calendar. */
export function clocksRecounted({ running, calendar, parameters }: Recounting): Clock[] {
  return running.flatMap(line => {
    if (line.is_open !== 1 || !isTerm(line.term)) return []
    const clock = {
      deadline: line.deadline,
      round: line.round,
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
  const term = typeof spec.within === 'string' ? spec.within : parameters[spec.within.parameter]
  if (term === undefined || !isTerm(term)) throw new RangeError(`No term for “${spec.title.en}”: ${term}`)
  return term
}

const nobody = { id: '', organ: null, roles: [] }
