import type { Calendar } from '../law/calendar.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import type { Deadline } from '../procedures/deadline.ts'

/** A term counted out from its start, under the office's calendar. */
export function counted(term: Term, start: Day, startAt: string | null, calendar: Calendar, moveLastDay: boolean) {
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
