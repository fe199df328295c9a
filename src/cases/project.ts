import type { AssignmentTable, CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { Clock } from './clocks.ts'
import { clocksRight, partsRight, rememberRight, rowRight } from './correct.ts'
import type { Correction } from './correct.ts'
import { countLines } from './counting.ts'
import { partsAfter } from './parts.ts'
import { organOf, tick } from './tick.ts'
import { touchedBetween } from './touched.ts'
import { noData } from './view.ts'
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
  /** The part it is about, or the last one it gave; and the leader it gave it to, or whose instruction it is. */
  part?: string
  person?: string
  /** A day put right. */
  corrects?: Correction
  /** The office that has it from now on: the one before is accused. */
  office?: string
  walls?: { organs: string[]; people: string[] }
  /** The rating came from an official's session or network. */
  flagged?: true
  /** An import's missing day was taken from another column. */
  assumed?: true
  backdated?: true
  /** The row of a ledger: its number and its cells as keyed hashes, to hold a second import against. */
  ledger?: { mark: string; cells: Readonly<Record<string, string>> }
}

export type Projected = { view: CaseView; lines: FactTable[] }

/** The case after one more event. Pure: perform and rebuild both come through here. */
export function project(procedure: Procedure, before: CaseView | null, event: EventTable): Projected {
  const payload: Payload = JSON.parse(event.payload)
  const spec = procedure.acts[event.act]
  if (!spec) throw new Error(`${event.stream}: the log names an act “${event.act}” that ${procedure.id} does not have`)
  const view = before ?? opened(procedure, event, payload)
  const { corrects } = payload
  const remembered = remember(procedure, view.data, spec, event, payload)
  const data = corrects ? rememberRight(remembered, corrects) : remembered
  const moved = move(procedure, view.row, spec, event, payload, data)
  const row = corrects ? rowRight(procedure, moved, corrects) : moved
  const parts = corrects ? partsRight(procedure, view.assignments, corrects) : view.assignments
  const assignments = partsAfter(parts, { procedure, row: view.row, spec, event, payload })
  const clocks = corrects ? clocksRight(view.deadlines, view.data, corrects) : view.deadlines
  const deadlines = tick(clocks, { procedure, event, payload, row, assignments })
  const counted = countLines({
    procedure,
    spec,
    event,
    payload,
    before: view,
    row,
    data: corrects ? data : withTouched(data, event, touchedBetween(view.deadlines, deadlines)),
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

function remember(
  procedure: Procedure,
  data: CaseData,
  spec: Act,
  event: EventTable,
  { input, walls }: Payload,
): CaseData {
  const set = Object.fromEntries(
    (spec.sets ?? []).flatMap(field => (input[field] === undefined ? [] : [[field, input[field]]])),
  )
  const copied = Object.fromEntries(
    Object.entries(spec.copies ?? {}).map(([name, field]) => [name, lastSet(procedure, data, field) ?? null]),
  )
  return {
    set: { ...data.set, ...copied, ...set },
    did: { ...data.did, [event.act]: { on: event.occurred_on, seq: event.seq, by: event.actor, input } },
    standing: data.standing,
    lasting: data.lasting,
    ...(data.voided && { voided: data.voided }),
    walls: {
      organs: [...new Set([...data.walls.organs, ...(walls?.organs ?? [])])],
      people: [...new Set([...data.walls.people, ...(walls?.people ?? [])])],
    },
  }
}

/** What the last act that could set the field set: where it was left empty then, what stood before says nothing. */
function lastSet({ acts }: Procedure, { did }: CaseData, field: string): unknown {
  const setting = Object.entries(did).filter(([act]) => acts[act]?.sets?.includes(field))
  return setting.toSorted(([, a], [, b]) => a.seq - b.seq).at(-1)?.[1].input[field]
}

function withTouched(data: CaseData, { act }: EventTable, clocks: string[]): CaseData {
  const done = data.did[act]
  return done && clocks.length > 0 ? { ...data, did: { ...data.did, [act]: { ...done, clocks } } } : data
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
  const given = oneOrMore(spec.assigns ?? []).map(({ role }) => role)
  const leads = given.includes('lead') || given.includes('sole') || event.origin === 'import'
  return {
    ...row,
    office: payload.office ?? row.office,
    version: event.seq,
    state,
    is_open: isFinal ? 0 : 1,
    ended_on: isFinal ? (row.is_open === 1 ? event.occurred_on : row.ended_on) : null,
    kind,
    route: wordOr(data.set['route'], row.route),
    category: wordOr(data.set['category'], row.category),
    restricted: isRestricted ? 1 : 0,
    lead: leads && payload.organ !== undefined ? payload.organ : spec.releases && !isFinal ? null : row.lead,
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
    .filter(line => line.is_open === 1 && line.is_duty === 1 && line.paused_on === null)
    .map(line => line.due_on)
    .sort()
  if (!state || 'final' in state) return { awaits_role: null, awaits_organ: null, next_due: null }
  return {
    awaits_role: state.awaits,
    awaits_organ: organOf(state.awaits, row, assignments, state.at),
    next_due: open[0] ?? null,
  }
}

export function isFinalState(procedure: Procedure, state: string): boolean {
  const found = procedure.states[state]
  return found !== undefined && 'final' in found
}

const wordOr = (value: unknown, otherwise: string | null) => (typeof value === 'string' ? value : otherwise)
