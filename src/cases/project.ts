import type { AssignmentTable, CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { Clock } from './clocks.ts'
import { countLines } from './counting.ts'
import { noData, reviewerOf } from './view.ts'
import type { CaseData, CaseView } from './view.ts'

/** What an event of a case carries. Nothing here is personal: words and persons lie sealed beside the log. */
export type Payload = {
  /** On the first event only. */
  opened?: { procedure: string; channel: string; office: string; receivedAt: string }
  input: Record<string, unknown>
  texts?: Record<string, string>
  files?: string[]
  party?: string
  clocks?: Clock[]
  organ?: string
  walls?: { organs: string[]; people: string[] }
  /** The rating came from an official's session or network. */
  flagged?: true
  /** An import's missing day was taken from another column. */
  assumed?: true
  backdated?: true
}

export type Projected = { view: CaseView; lines: FactTable[] }

/** The case after one more event. Pure: perform and rebuild both come through here. */
export function project(procedure: Procedure, before: CaseView | null, event: EventTable): Projected {
  const payload: Payload = JSON.parse(event.payload)
  const spec = procedure.acts[event.act]
  if (!spec) throw new Error(`${event.stream}: the log names an act “${event.act}” that ${procedure.id} does not have`)
  const view = before ?? opened(procedure, event, payload)
  const data = remember(view.data, spec, event, payload)
  const row = move(procedure, view.row, spec, event, payload, data)
  const assignments = assign(view.assignments, spec, event, payload)
  const deadlines = tick(procedure, view.deadlines, event, payload, row, reviewerOf({ assignments }))
  const counted = countLines({
    procedure,
    spec,
    event,
    payload,
    before: view,
    row,
    data,
    deadlines,
    isFirst: before === null,
  })
  const after = { ...row, ...awaiting(procedure, row, assignments, deadlines), data: JSON.stringify(counted.data) }
  return { view: { procedure, row: after, data: counted.data, assignments, deadlines }, lines: counted.lines }
}

function opened(procedure: Procedure, event: EventTable, { opened }: Payload): CaseView {
  if (!opened) throw new Error(`${event.stream}: the first event does not open a case`)
  const row: CaseTable = {
    number: event.stream.slice('case:'.length),
    procedure: procedure.id,
    procedure_version: procedure.version,
    version: 0,
    state: '',
    is_open: 1,
    kind: null,
    route: null,
    category: null,
    channel: opened.channel,
    origin: event.origin,
    office: opened.office,
    lead: null,
    awaits_role: null,
    awaits_organ: null,
    next_due: null,
    received_on: event.occurred_on,
    received_at: opened.receivedAt,
    ended_on: null,
    restricted: 0,
    data: '',
  }
  return { procedure, row, data: noData, assignments: [], deadlines: [] }
}

function remember(data: CaseData, spec: Act, event: EventTable, { input, walls }: Payload): CaseData {
  const set = Object.fromEntries(
    (spec.sets ?? []).flatMap(field => (input[field] === undefined ? [] : [[field, input[field]]])),
  )
  return {
    set: { ...data.set, ...set },
    did: { ...data.did, [event.act]: { on: event.occurred_on, seq: event.seq, by: event.actor, input } },
    standing: data.standing,
    walls: {
      organs: [...new Set([...data.walls.organs, ...(walls?.organs ?? [])])],
      people: [...new Set([...data.walls.people, ...(walls?.people ?? [])])],
    },
  }
}

function move(
  procedure: Procedure,
  row: CaseTable,
  spec: Act,
  event: EventTable,
  payload: Payload,
  data: CaseData,
): CaseTable {
  const state = spec.on === 'assignment' || spec.to === 'same' ? row.state : spec.to
  const isFinal = isFinalState(procedure, state)
  const kind = wordOr(data.set['kind'], row.kind)
  const isRestricted = kind !== null && procedure.kinds[kind]?.restricted === true
  const leads = spec.assigns?.role === 'lead' || spec.assigns?.role === 'sole' || event.origin === 'import'
  return {
    ...row,
    version: event.seq,
    state,
    is_open: isFinal ? 0 : 1,
    ended_on: isFinal ? (row.is_open === 1 ? event.occurred_on : row.ended_on) : null,
    kind,
    route: wordOr(data.set['route'], row.route),
    category: wordOr(data.set['category'], row.category),
    restricted: isRestricted ? 1 : 0,
    lead: leads && payload.organ !== undefined ? payload.organ : row.lead,
  }
}

function assign(
  parts: readonly AssignmentTable[],
  spec: Act,
  event: EventTable,
  { organ }: Payload,
): AssignmentTable[] {
  const number = event.stream.slice('case:'.length)
  const moved = parts.map(part => {
    const isOwn = part.is_open === 1 && part.organ === event.organ
    if (spec.on === 'assignment' && isOwn) return { ...part, state: spec.to }
    if (spec.assignment !== undefined && isOwn) return { ...part, state: spec.assignment }
    const isReplaced = spec.assigns?.role === part.role
    return spec.releases || isReplaced ? { ...part, is_open: 0 } : part
  })
  if (!spec.assigns || organ === undefined) return moved
  const id = String(parts.length + 1).padStart(3, '0')
  const { role, state } = spec.assigns
  return [...moved, { case_number: number, id, organ, role, state, is_open: 1, since_on: event.occurred_on }]
}

function tick(
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

/** Whom the case awaits, and by when: what queues are read from. */
function awaiting(
  procedure: Procedure,
  row: CaseTable,
  assignments: readonly AssignmentTable[],
  deadlines: readonly DeadlineTable[],
) {
  const state = procedure.states[row.state]
  const open = deadlines
    .filter(line => line.is_open === 1 && line.is_duty === 1)
    .map(line => line.due_on)
    .sort()
  if (!state || 'final' in state) return { awaits_role: null, awaits_organ: null, next_due: null }
  return {
    awaits_role: state.awaits,
    awaits_organ: organOf(state.awaits, row, reviewerOf({ assignments })),
    next_due: open[0] ?? null,
  }
}

function organOf(role: string, row: CaseTable, reviewer: string | null): string | null {
  if (role === 'clerk' || role === 'chief') return row.office
  if (role === 'reviewer') return reviewer
  return role === 'petitioner' ? null : row.lead
}

export function isFinalState(procedure: Procedure, state: string): boolean {
  const found = procedure.states[state]
  return found !== undefined && 'final' in found
}

const calendarOf = (event: EventTable): string => {
  const versions: { calendar?: string } = JSON.parse(event.versions)
  return versions.calendar ?? ''
}

const wordOr = (value: unknown, otherwise: string | null) => (typeof value === 'string' ? value : otherwise)

export const recordedOn = (event: EventTable) => dayOf(event.recorded_at)
