import type { CaseTable, EventTable, FactTable } from '../db/tables.ts'
import { answeringRoles, oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { awaiting } from './awaiting.ts'
import type { Clock } from './clocks.ts'
import { clocksRight, partsRight, rememberRight, rowRight } from './correct.ts'
import type { Correction } from './correct.ts'
import { countLines } from './counting.ts'
import { partsAfter } from './parts.ts'
import type { Given } from './parts.ts'
import { tick } from './tick.ts'
import { touchedBetween } from './touched.ts'
import { factsOf, noData } from './view.ts'
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
  /** Everyone it gives a part, where that is not one organ. */
  gives?: Given[]
  /** The session in whose batch it is counted, from its submission; and its number in a series of that session. */
  session?: string
  numbered?: { series: string; serial: number; label: string }
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
  const named = procedure.acts[event.act]
  if (!named) throw new Error(`${event.stream}: the log names an act “${event.act}” that ${procedure.id} does not have`)
  const view = before ?? opened(procedure, event, payload)
  const spec = moving(named, view, event, payload)
  const { corrects } = payload
  const remembered = remember(procedure, view.data, spec, event, payload)
  const data = corrects ? rememberRight(remembered, corrects) : remembered
  const parts = corrects ? partsRight(procedure, view.assignments, corrects) : view.assignments
  const assignments = partsAfter(parts, { procedure, row: view.row, spec, event, payload })
  const isComplete = completes(spec, { ...view, data, assignments }, event)
  const moved = move({ procedure, row: view.row, spec, event, payload, data, isComplete })
  const row = corrects ? rowRight(procedure, moved, corrects) : moved
  const clocks = corrects ? clocksRight(view.deadlines, view.data, corrects) : view.deadlines
  const deadlines = tick(clocks, { procedure, event, payload, row, assignments, isComplete })
  const counted = countLines({
    procedure,
    spec,
    event,
    payload,
    before: view,
    row,
    data: corrects ? data : withTouched(data, event, touchedBetween(view.deadlines, deadlines)),
    deadlines,
    assignments,
    isComplete,
    isFirst: before === null,
  })
  const after = { ...row, ...awaiting(procedure, row, assignments, deadlines), data: JSON.stringify(counted.data) }
  const { rules } = view
  return { view: { procedure, row: after, data: counted.data, assignments, deadlines, rules }, lines: counted.lines }
}

/** Was this the last of its kind that was missing? */
const completes = ({ completes: it }: Act, view: CaseView, { occurred_on: on }: EventTable): boolean =>
  it !== undefined && it.from === view.row.state && it.when.holds(factsOf(view, on, on), nobody)

/** Where the act moves it. */
const moving = (spec: Act, view: CaseView, { occurred_on: on }: EventTable, { part }: Payload): Act =>
  spec.otherwise?.when.holds(factsOf(view, on, on, part), nobody) ? { ...spec, to: spec.otherwise.to } : spec

const nobody = { id: '', organ: null, roles: [] }

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
    place: null,
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
    drafted: 0,
    session: null,
    series: null,
    serial: null,
    label: null,
    published_on: null,
    data: '',
  }
  return { procedure, row, data: noData, assignments: [], deadlines: [], rules: {} }
}

function remember(procedure: Procedure, data: CaseData, spec: Act, event: EventTable, payload: Payload): CaseData {
  const { input, walls } = payload
  const set = Object.fromEntries(
    (spec.sets ?? []).flatMap(field => (input[field] === undefined ? [] : [[field, input[field]]])),
  )
  const copied = Object.fromEntries(
    Object.entries(spec.copies ?? {}).map(([name, field]) => [name, lastSet(procedure, data, field) ?? null]),
  )
  return {
    set: { ...data.set, ...copied, ...set },
    did: { ...data.did, ...doneBy(spec, event, payload) },
    standing: data.standing,
    lasting: data.lasting,
    ...(data.voided && { voided: data.voided }),
    walls: {
      organs: [...new Set([...data.walls.organs, ...(walls?.organs ?? [])])],
      people: [...new Set([...data.walls.people, ...(walls?.people ?? [])])],
    },
  }
}

/** An act on a part is remembered of that part as well. */
function doneBy({ on }: Act, event: EventTable, { input, part }: Payload): CaseData['did'] {
  const done = { on: event.occurred_on, seq: event.seq, by: event.actor, input }
  return { [event.act]: done, ...(on === 'assignment' && part !== undefined && { [`${event.act}@${part}`]: done }) }
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

type Moving = Pick<CaseView, 'procedure' | 'row' | 'data'> & {
  spec: Act
  event: EventTable
  payload: Payload
  isComplete: boolean
}

function move({ procedure, row, spec, event, payload, data, isComplete }: Moving): CaseTable {
  const state = stateAfter(row, spec, isComplete)
  const isFinal = isFinalState(procedure, state)
  const kind = wordOr(data.set['kind'], row.kind)
  const isRestricted = kind !== null && procedure.kinds[kind]?.restricted === true
  const given = oneOrMore(spec.assigns ?? []).map(({ role }) => role)
  const leads = given.some(role => answeringRoles.includes(role)) || event.origin === 'import'
  const isReturned = isComplete && state !== row.state && spec.returns === true
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
    place: wordOr(data.set['place'], row.place),
    restricted: isRestricted ? 1 : 0,
    lead:
      leads && payload.organ !== undefined
        ? payload.organ
        : (spec.releases || isReturned) && !isFinal
          ? null
          : row.lead,
    ...standingOf(procedure, row, state, { spec, event, payload }),
  }
}

const stateAfter = (row: CaseTable, { on, to, completes }: Act, isComplete: boolean): string => {
  if (isComplete && completes) return completes.to
  return on === 'assignment' || to === 'same' ? row.state : to
}

/** Whether it is a draft still, when it was received, in which series it is, and since when it is public. */
function standingOf(
  { states }: Procedure,
  row: CaseTable,
  state: string,
  { spec, event, payload }: Pick<Moving, 'spec' | 'event' | 'payload'>,
) {
  const now = states[state]
  const { session, numbered } = payload
  return {
    drafted: now !== undefined && 'drafted' in now && now.drafted ? 1 : 0,
    ...(spec.submits && { received_on: event.occurred_on, received_at: event.recorded_at }),
    ...(session !== undefined && { session }),
    ...numbered,
    published_on: spec.publishes === undefined ? row.published_on : spec.publishes === 'yes' ? event.occurred_on : null,
  }
}

export function isFinalState(procedure: Procedure, state: string): boolean {
  const found = procedure.states[state]
  return found !== undefined && 'final' in found
}

const wordOr = (value: unknown, otherwise: string | null) => (typeof value === 'string' ? value : otherwise)
