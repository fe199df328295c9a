import type { AssignmentTable, CaseTable, DeadlineTable, EventTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Deadline } from '../procedures/deadline.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { isRole, roles } from '../procedures/roles.ts'
import type { Clock } from './clocks.ts'
import type { Payload } from './project.ts'
import { isPersonal, reviewerOf, superiorOf } from './view.ts'

/** A case after an event, whose clocks are to follow. */
type Happened = {
  procedure: Procedure
  event: EventTable
  payload: Payload
  row: CaseTable
  assignments: readonly AssignmentTable[]
  /** An act on a part was the last of its kind that was missing. */
  isComplete: boolean
}

/** The clocks after an event: those it met, ended, lapsed, stopped or moved, and those it started. Pure. */
export function tick(lines: readonly DeadlineTable[], happened: Happened): DeadlineTable[] {
  const clocks = happened.payload.clocks ?? []
  const kept = lines
    .map(line => settle(line, happened, isLastOf(lines, line)))
    .map(line => {
      const clock = clocks.find(clock => isSame(line, clock))
      return clock ? recounted(line, clock, happened.event) : line
    })
    .map(line => whereItIs(line, happened))
  const isNew = (clock: Clock) => !lines.some(line => isSame(line, clock))
  return [...kept, ...clocks.filter(isNew).map(clock => started(clock, happened))]
}

/** A matter that goes to another office, or a review to another organ, takes its running clocks along. */
const whereItIs = (line: DeadlineTable, { payload, row, assignments }: Happened): DeadlineTable =>
  (payload.office !== undefined || line.owner_role === 'reviewer') && line.is_open === 1 && line.assignment === ''
    ? { ...line, owner_organ: organOf(line.owner_role, row, assignments) }
    : line

const isSame = (line: DeadlineTable, clock: Clock) =>
  line.deadline === clock.deadline && line.round === clock.round && line.assignment === (clock.part ?? '')

/** A later round has taken the place of an earlier one. */
const isLastOf = (lines: readonly DeadlineTable[], { deadline, assignment, round }: DeadlineTable) =>
  !lines.some(line => line.deadline === deadline && line.assignment === assignment && line.round > round)

function settle(line: DeadlineTable, happened: Happened, isLast: boolean): DeadlineTable {
  const { procedure, event, payload, assignments } = happened
  const spec = procedure.deadlines[line.deadline]
  if (!spec) return line
  const { act, occurred_on: on } = event
  const isTheirs = line.assignment === '' ? isOfTheMatter(happened) : payload.part === line.assignment
  const isMet = isTheirs && oneOrMore(spec.meets).includes(act)
  if (isTheirs && isLast && line.met_on !== null && spec.unmeets?.includes(act))
    return { ...line, met_on: null, is_open: 1 }
  if (isMet && (line.is_open === 1 || isInTime(line, spec, on))) return { ...line, met_on: on, is_open: 0 }
  if (line.is_open === 0) return line
  const isPartOver = assignments.some(part => part.id === line.assignment && part.is_open === 0)
  if (isPartOver || (isTheirs && spec.ends.includes(act))) return { ...line, ended_on: on, is_open: 0 }
  // What has run out already is late: a hearing that is recorded after that saves nothing.
  if (spec.pauses?.from === act && dayOf(event.recorded_at) <= line.due_on) return { ...line, paused_on: on }
  const { deadline, part = '' } = payload.input
  const isLapsing = act === 'lapse' && deadline === line.deadline && part === line.assignment
  return isLapsing ? { ...line, lapsed_on: on, is_open: spec.window ? 0 : 1 } : line
}

/** What one organ does in its part is of the matter itself only where nothing else was missing. */
const isOfTheMatter = ({ procedure, event, isComplete }: Happened) =>
  isComplete || procedure.acts[event.act]?.completes === undefined

/** A right used within its window, and recorded only after that had lapsed. */
const isInTime = (line: DeadlineTable, { window }: Deadline, on: Day) =>
  window === true && line.met_on === null && line.ended_on === null && on <= line.due_on

/** What lapsed has lapsed no more where its day is still to come; a window is then open again. */
function recounted(line: DeadlineTable, clock: Clock, event: EventTable): DeadlineTable {
  const isPast = clock.due < dayOf(event.recorded_at)
  const isOpenAgain = line.lapsed_on !== null && !isPast && line.met_on === null && line.ended_on === null
  return {
    ...line,
    term: clock.term,
    start_on: clock.start,
    start_at: clock.startAt,
    raw_on: clock.raw,
    due_on: clock.due,
    due_at: clock.dueAt,
    provisional: clock.provisional ? 1 : 0,
    extended: clock.extended ?? line.extended,
    excluded: clock.excluded ?? line.excluded,
    paused_on: clock.excluded === undefined ? line.paused_on : null,
    calendar: calendarOf(event),
    lapsed_on: isPast ? line.lapsed_on : null,
    is_open: isOpenAgain ? 1 : line.is_open,
  }
}

function started(clock: Clock, { procedure, event, row, assignments }: Happened): DeadlineTable {
  const part = assignments.find(part => part.id === clock.part)
  const owner =
    part?.organ === row.office && !isPersonal(part) ? 'clerk' : (procedure.deadlines[clock.deadline]?.owner ?? 'clerk')
  return {
    case_number: row.number,
    deadline: clock.deadline,
    assignment: clock.part ?? '',
    round: clock.round,
    owner_role: owner,
    owner_organ:
      part && isTheirs(part, owner) ? (isPersonal(part) ? null : part.organ) : organOf(owner, row, assignments),
    term: clock.term,
    start_on: clock.start,
    start_at: clock.startAt,
    raw_on: clock.raw,
    due_on: clock.due,
    due_at: clock.dueAt,
    provisional: clock.provisional ? 1 : 0,
    extended: clock.extended ?? null,
    paused_on: null,
    excluded: null,
    calendar: calendarOf(event),
    met_on: null,
    ended_on: null,
    lapsed_on: null,
    is_open: 1,
    is_duty: procedure.deadlines[clock.deadline]?.window ? 0 : 1,
  }
}

/** What is decided about a part is the office's to do, whoever has the part. */
const isTheirs = (part: AssignmentTable, owner: string) =>
  isPersonal(part) || !isRole(owner) || roles[owner].seat !== 'office'

/** The organ that sits in a role on this case. */
export function organOf(
  role: string,
  row: CaseTable,
  assignments: readonly AssignmentTable[],
  at?: 'superior',
): string | null {
  if (at === 'superior') return superiorOf({ assignments })
  if (role === 'clerk' || role === 'chief') return row.office
  if (role === 'reviewer') return reviewerOf({ assignments })
  return isRole(role) && ['party', 'signer'].includes(roles[role].seat) ? null : row.lead
}

const calendarOf = (event: EventTable): string => {
  const versions: { calendar?: string } = JSON.parse(event.versions)
  return versions.calendar ?? ''
}
