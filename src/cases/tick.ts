import type { CaseTable, DeadlineTable, EventTable } from '../db/tables.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Clock } from './clocks.ts'
import type { Payload } from './project.ts'

/** The clocks after an event: those it met, ended, lapsed or moved, and those it started. Pure. */
export function tick(
  procedure: Procedure,
  lines: readonly DeadlineTable[],
  event: EventTable,
  payload: Payload,
  row: CaseTable,
  reviewer: string | null,
): DeadlineTable[] {
  const clocks = payload.clocks ?? []
  const kept = lines
    .map(line => settle(procedure, line, event, payload))
    .map(line => {
      const clock = clocks.find(clock => clock.deadline === line.deadline && clock.round === line.round)
      return clock ? recounted(line, clock, event) : line
    })
  const isNew = (clock: Clock) => !lines.some(line => line.deadline === clock.deadline && line.round === clock.round)
  return [...kept, ...clocks.filter(isNew).map(clock => started(procedure, clock, event, row, reviewer))]
}

function settle(procedure: Procedure, line: DeadlineTable, event: EventTable, { input }: Payload): DeadlineTable {
  const spec = procedure.deadlines[line.deadline]
  if (line.is_open === 0 || !spec) return line
  if (oneOrMore(spec.meets).includes(event.act)) return { ...line, met_on: event.occurred_on, is_open: 0 }
  if (spec.ends.includes(event.act)) return { ...line, ended_on: event.occurred_on, is_open: 0 }
  const isLapsing = event.act === 'lapse' && input['deadline'] === line.deadline
  return isLapsing ? { ...line, lapsed_on: event.occurred_on, is_open: spec.window ? 0 : 1 } : line
}

const recounted = (line: DeadlineTable, clock: Clock, event: EventTable): DeadlineTable => ({
  ...line,
  term: clock.term,
  raw_on: clock.raw,
  due_on: clock.due,
  due_at: clock.dueAt,
  provisional: clock.provisional ? 1 : 0,
  extended: clock.extended ?? line.extended,
  calendar: calendarOf(event),
  lapsed_on: null,
})

function started(
  procedure: Procedure,
  clock: Clock,
  event: EventTable,
  row: CaseTable,
  reviewer: string | null,
): DeadlineTable {
  const owner = procedure.deadlines[clock.deadline]?.owner ?? 'clerk'
  return {
    case_number: row.number,
    deadline: clock.deadline,
    assignment: '',
    round: clock.round,
    owner_role: owner,
    owner_organ: organOf(owner, row, reviewer),
    term: clock.term,
    start_on: clock.start,
    start_at: clock.startAt,
    raw_on: clock.raw,
    due_on: clock.due,
    due_at: clock.dueAt,
    provisional: clock.provisional ? 1 : 0,
    extended: null,
    calendar: calendarOf(event),
    met_on: null,
    ended_on: null,
    lapsed_on: null,
    is_open: 1,
    is_duty: procedure.deadlines[clock.deadline]?.window ? 0 : 1,
  }
}

/** The organ that sits in a role on this case. */
export function organOf(role: string, row: CaseTable, reviewer: string | null): string | null {
  if (role === 'clerk' || role === 'chief') return row.office
  if (role === 'reviewer') return reviewer
  return role === 'petitioner' ? null : row.lead
}

const calendarOf = (event: EventTable): string => {
  const versions: { calendar?: string } = JSON.parse(event.versions)
  return versions.calendar ?? ''
}
