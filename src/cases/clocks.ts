import type { Calendar } from '../law/calendar.ts'
import { daysBetween, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Term } from '../law/term.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Deadline } from '../procedures/deadline.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { CaseFacts } from '../procedures/facts.ts'
import type { AssignmentTable, DeadlineTable } from '../db/tables.ts'
import { keptFrom } from './kept_days.ts'
import { counted, movesLastDay, termOf } from './terms.ts'

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
  /** Days added, where this clock is an extended one; and the spans whose days did not count. */
  extended?: string
  excluded?: string
}

export type Ticking = {
  procedure: Procedure
  facts: CaseFacts
  running: readonly DeadlineTable[]
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
  /** The parts the act is about, gave or moved, and what was filled in. */
  parts?: readonly string[]
  input?: Readonly<Record<string, unknown>>
}

/** The clocks an act starts, each with its term counted out. `facts` are as they stand after the act. */
export function clocksStarted(ticking: Ticking, act: string, on: Day, at: string | null): Clock[] {
  const { procedure, facts, running } = ticking
  return Object.entries(procedure.deadlines)
    .filter(([, { after, when }]) => oneOrMore(after).includes(act) && (!when || when.holds(facts, nobody)))
    .filter(([, { of }]) => of !== undefined || isOfTheMatter(ticking, act))
    .flatMap(([deadline, spec]) => {
      const due = countedFrom(spec, ticking, on, at)
      return ownersOf(spec, ticking).flatMap(part => {
        const organ = facts.assignments.find(({ id }) => id === part)?.organ ?? facts.lead
        const kept = keptFrom(spec, running, { organ, on })
        const round = running.filter(line => line.deadline === deadline && line.assignment === (part ?? '')).length + 1
        return due ? [{ deadline, round, ...(part !== undefined && { part }), ...(kept ?? due) }] : []
      })
    })
}

/** What one organ does in its part starts a clock of the matter only where nothing else was missing. */
function isOfTheMatter({ procedure, facts }: Ticking, act: string): boolean {
  const completes = procedure.acts[act]?.completes
  return completes === undefined || facts.state === completes.to
}

/** The matter itself, or each part in that role that the act is about. */
function ownersOf({ of }: Deadline, { facts, parts = [] }: Ticking): (string | undefined)[] {
  if (of === undefined) return [undefined]
  return facts.assignments
    .filter(({ id, role, isOpen }) => isOpen && parts.includes(id) && oneOrMore(of).some(one => one === role))
    .map(({ id }) => id)
}

/** The parts an act gave or moved, and the one it is about. */
export const partsTouched = (
  before: readonly AssignmentTable[],
  after: readonly AssignmentTable[],
  meant: string | undefined,
): string[] =>
  after
    .filter(part => part.id === meant || before.find(({ id }) => id === part.id)?.state !== part.state)
    .map(({ id }) => id)

/** By a term, or to the day that was given; where none was given, or a local day has passed, there is no clock. */
function countedFrom(spec: Deadline, { calendar, parameters, input }: Ticking, on: Day, at: string | null) {
  const { within } = spec
  if (typeof within === 'string' || 'parameter' in within)
    return counted(termOf(spec, parameters), on, at, calendar, movesLastDay(parameters))
  const day = 'day' in within ? parameters[within.day] : input?.[within.field]
  if (typeof day !== 'string' || !isDay(day) || ('day' in within && day <= on)) return undefined
  const term: Term = `${daysBetween(on, day)} calendar days`
  return { term, start: on, startAt: null, raw: day, due: day, dueAt: null, provisional: false }
}

const nobody = { id: '', organ: null, roles: [] }
