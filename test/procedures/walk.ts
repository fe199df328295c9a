import type { Actor } from '../../src/accounts/actor.ts'
import { clocksStarted, partsTouched } from '../../src/cases/clocks.ts'
import { clockExtended, clocksResumed } from '../../src/cases/moved_clocks.ts'
import { decide } from '../../src/cases/decide.ts'
import { givesNamed, givesToMany, leadAmong } from '../../src/cases/gives.ts'
import { rowsOf, withMeanings } from '../../src/cases/listed.ts'
import { partOf } from '../../src/cases/parts.ts'
import { project } from '../../src/cases/project.ts'
import type { Payload } from '../../src/cases/project.ts'
import { factsOf, isPersonal, reviewerOf, superiorOf } from '../../src/cases/view.ts'
import type { CaseView } from '../../src/cases/view.ts'
import type { EventTable } from '../../src/db/tables.ts'
import { buildCalendar } from '../../src/law/calendar.ts'
import { addDays } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { oneOrMore } from '../../src/procedures/procedure.ts'
import type { Act, Procedure } from '../../src/procedures/procedure.ts'
import { fieldsOf, readForm } from '../../src/procedures/read_form.ts'
import type { Parted } from '../../src/procedures/read_form.ts'
import type { Field } from '../../src/procedures/fields.ts'
import { roles } from '../../src/procedures/roles.ts'
import type { Role } from '../../src/procedures/roles.ts'

/** One step of a walk: an act, who does it, and the case after it. */
export type Step = { act: string; spec: Act; day: Day; before: CaseView | null; view: CaseView }

/**
 * Walks a case through a procedure with the engine's own `decide` and `project`, without a database. Each number picks
 * the next act among those allowed, what is chosen in its form, and how many days pass before it.
 */
export function walk(procedure: Procedure, picks: readonly number[]): Step[] {
  const steps: Step[] = []
  let day = '2026-01-05'
  for (const pick of picks) {
    const before = steps.at(-1)?.view ?? null
    day = addDays(day, [0, 0, 1, 3, 40][pick % 5] ?? 0)
    const open = allowed(procedure, before, day).flatMap(each =>
      Array.from({ length: weight(procedure, each.spec) }, () => each),
    )
    const chosen = open[Math.floor(pick / 5) % Math.max(1, open.length)]
    if (chosen) steps.push(take(procedure, before, chosen, day, Math.floor(pick / 300)))
  }
  return steps
}

/**
 * Goes on from cases already walked, most often from where an act was never done yet, and turns to such acts, until
 * every act has been done or so many steps were taken.
 */
export function explore(procedure: Procedure, random: () => number, steps: number): Step[] {
  const found: Step[] = []
  const unseen = new Map(Object.entries(procedure.acts).filter(([act]) => !byClockwork.includes(act)))
  const reached = new Map<string, Step[]>()
  for (let n = 0; n < steps && unseen.size > 0; n++) {
    const wanted = [...reached.entries()].filter(([place]) => isBefore([...unseen.values()], place))
    const places = n % 2 === 0 && wanted.length > 0 ? wanted : [...reached.entries()]
    const from = n % 20 === 0 ? undefined : anyOf(random, anyOf(random, places)?.[1] ?? [])
    const before = from?.view ?? null
    const day = addDays(from?.day ?? '2026-01-05', anyOf(random, [0, 0, 1, 3, 40]) ?? 0)
    const open = allowed(procedure, before, day)
    const fresh = open.filter(({ act }) => unseen.has(act))
    const usual = open.flatMap(each => Array.from({ length: weight(procedure, each.spec) }, () => each))
    const chosen = anyOf(random, fresh.length > 0 ? fresh : usual)
    if (!chosen) continue
    const step = take(procedure, before, chosen, day, Math.floor(random() * 1_000_000))
    unseen.delete(step.act)
    found.push(step)
    const { state, kind, route } = step.view.row
    const place = `${state} ${kind} ${route}`
    reached.set(place, [...(reached.get(place) ?? []), step].slice(-50))
  }
  return found
}

const isBefore = (acts: readonly Act[], place: string) =>
  acts.some(({ from }) => oneOrMore(from).includes(place.slice(0, place.indexOf(' '))))

const byClockwork = ['lapse', 'recalculate']

const anyOf = <T>(random: () => number, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

/** Acts that keep a case going stand for more, so that walks get somewhere; withdrawing is left to other tests. */
function weight(procedure: Procedure, { from, to, on, releases, moves, at }: Act): number {
  if (to === 'same') return 1
  if (from === 'anyOpen') return 0
  if (on === 'assignment') return 40
  const state = procedure.states[to]
  const isEnding = state && 'final' in state
  if (isEnding) return state.final === 'otherwise' ? 1 : 80
  return releases || moves || at ? 2 : 80
}

/** Who may do what now. */
export function allowed(procedure: Procedure, view: CaseView | null, day: Day) {
  return Object.entries(procedure.acts).flatMap(([act, spec]) => {
    if (byClockwork.includes(act) || !startsIn(spec, view)) return []
    const actor = oneOrMore(spec.by)
      .flatMap(role => seatsOf(role, spec, view))
      .find(actor => decide({ procedure, view, act, actor, today: day, on: day }).allowed)
    return actor ? [{ act, spec, actor }] : []
  })
}

/** Told before asking `decide`, which is asked of every act in every step. */
function startsIn({ from, on }: Act, view: CaseView | null): boolean {
  if (view === null || from === 'start') return from === 'start' && view === null
  return on !== undefined || from === 'any' || from === 'anyOpen' || oneOrMore(from).includes(view.row.state)
}

/** May the case move on, now or once its clocks have run out, if need be after one act that keeps it where it is? */
export function canMove(procedure: Procedure, view: CaseView, day: Day): boolean {
  const moves = (view: CaseView) =>
    [day, addDays(day, 400)]
      .flatMap(when => allowed(procedure, view, when))
      .some(({ spec }) => spec.to !== 'same' && spec.from !== 'anyOpen' && spec.on === undefined)
  const settled = settleParts(procedure, view, day)
  const keeping = allowed(procedure, settled, day).filter(({ spec }) => spec.to === 'same')
  return moves(settled) || keeping.some(chosen => moves(take(procedure, settled, chosen, day, 0).view))
}

/** Every part brought to its end by those who may. */
function settleParts(procedure: Procedure, view: CaseView, day: Day): CaseView {
  const ending = (spec: Act) => spec.on === 'assignment' && !/退回/.test(spec.title.zh)
  const next = allowed(procedure, view, day).find(({ spec }) => ending(spec))
  return next ? settleParts(procedure, take(procedure, view, next, day, 0).view, day) : view
}

type Chosen = ReturnType<typeof allowed>[number]

function take(
  procedure: Procedure,
  before: CaseView | null,
  { act, spec, actor }: Chosen,
  day: Day,
  pick: number,
): Step {
  const read = filledIn(spec, sample(procedure, spec, pick))
  if ('errors' in read) throw new Error(`${procedure.id}.${act}: no sample passes its form: ${JSON.stringify(read)}`)
  const part = partOf(before, actor, spec)
  const facts = before ? factsOf(before, day, day, part) : undefined
  const log = meaningful(procedure, spec, withParts(spec, read.ok, before))
  const gives = givesToMany(spec) ? givesNamed(spec, log, facts, actor, new Map()) : undefined
  const organ = gives ? leadAmong(spec, gives) : organFor(spec, log, before, pick)
  const event = eventOf(procedure, before, act, actor, day, {
    ...(before === null && {
      opened: { procedure: procedure.id, channel: 'online', office: 'office', receivedAt: at(day) },
    }),
    input: log,
    ...(gives && { gives }),
    ...(spec.submits && { session: 'S' }),
    ...(spec.numbers && { numbered: { series: 'session', serial: 1, label: '1' } }),
    ...(organ !== null && { organ, person: isForLeader(spec) ? 'leader' : actor.id }),
    ...(part !== undefined && { part }),
  })
  const foreseen = project(procedure, before, event).view
  const ticking = {
    procedure,
    facts: factsOf(foreseen, day, day),
    running: before?.deadlines ?? [],
    calendar,
    parameters: Object.fromEntries(
      Object.entries(procedure.parameters).map(([name, { standard }]) => [name, standard]),
    ),
    parts: partsTouched(before?.assignments ?? [], foreseen.assignments, part),
    input: { ...(spec.issues && before?.data.did[`${spec.issues}@${part}`]?.input), ...log },
  }
  const clocks = [
    ...clocksStarted(ticking, act, day, at(day)),
    ...clockExtended(ticking, act, log),
    ...clocksResumed(ticking, act, day),
  ]
  const payload: Payload = { ...JSON.parse(event.payload), clocks }
  const { view } = project(procedure, before, { ...event, payload: JSON.stringify(payload) })
  return { act, spec, day, before, view }
}

function eventOf(
  procedure: Procedure,
  before: CaseView | null,
  act: string,
  actor: Actor,
  day: Day,
  payload: Payload,
): EventTable {
  return {
    stream: 'case:X',
    seq: (before?.row.version ?? 0) + 1,
    act,
    actor: actor.id,
    organ: actor.organ,
    occurred_on: day,
    occurred_at: at(day),
    recorded_at: at(day),
    payload: JSON.stringify(payload),
    versions: JSON.stringify({ procedure: procedure.version, calendar: calendar.version }),
    origin: actor.id === 'system' ? 'system' : 'people',
    prev_hash: '',
    hash: '',
  }
}

/** Whoever might do it: in the seat of the role, at the common superior, or in an organ that has or gave a part. */
function seatsOf(role: Role, spec: Act, view: CaseView | null): Actor[] {
  if (spec.at === 'superior') return [sitting(role, view && superiorOf(view))]
  if (spec.on !== 'assignment') return [seated(role, view)]
  const parts = view?.assignments.filter(part => part.is_open === 1) ?? []
  if (spec.whose === 'any') return [seated(role, view)]
  return parts.map(part => ({
    ...sitting(role, spec.whose === 'given' ? part.sender : part.organ),
    ...(part.person !== null && isPersonal(part) && { id: part.person }),
  }))
}

/** Somebody in this role, in the organ its seat asks for. */
function seated(role: Role, view: CaseView | null): Actor {
  const organs = {
    party: null,
    signer: 'delegation',
    none: 'elsewhere',
    office: view?.row.office ?? 'office',
    lead: view?.row.lead ?? null,
    reviewer: view ? reviewerOf(view) : null,
    assigned: view?.assignments.find(part => part.is_open === 1 && part.organ !== view.row.lead)?.organ ?? null,
  }
  const signer = view?.assignments.find(part => part.role === 'signer')?.person
  return {
    ...sitting(role, organs[roles[role].seat]),
    ...(roles[role].seat === 'signer' && { id: signer ?? 'signer' }),
  }
}

function sitting(role: Role, organ: string | null): Actor {
  return { id: role, name: role, organ, organs: organ === null ? [] : [organ], roles: [role], number: 'X' }
}

const isForLeader = ({ assigns }: Act) => oneOrMore(assigns ?? []).some(({ to }) => to === 'leader')

function organFor(spec: Act, log: Record<string, unknown>, before: CaseView | null, pick: number): string | null {
  const [assigns] = oneOrMore(spec.assigns ?? [])
  if (!assigns) return null
  if (assigns.to === 'lead') return before?.row.lead ?? 'office'
  if (assigns.to === 'leader') return 'elsewhere'
  if (assigns.to === 'superior') return 'superior'
  if (assigns.role === 'reviewer') return `above-${reviewerOf(before ?? { assignments: [] }) ?? ''}`
  return typeof log['organ'] === 'string' ? log['organ'] : `organ-${pick % 3}`
}

/** As filled in, or without what the rest of it does not go with: a name where nobody is to stand aside, say. */
function filledIn(spec: Act, input: Record<string, unknown>) {
  const read = readForm(spec.form, input)
  if (!('errors' in read)) return read
  const wrong = Object.keys(read.errors)
  return readForm(spec.form, Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.includes(name))))
}

/** What somebody might fill in: every field, the choices by the pick. */
function sample(procedure: Procedure, spec: Act, pick: number): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(spec.form).map(({ name, field }, i) => [name, valueOf(procedure, field, Math.floor(pick / 3 ** i))]),
  )
}

function valueOf(procedure: Procedure, field: Field, pick: number): unknown {
  const options = Object.keys(field.options ?? {})
  const option = options[pick % Math.max(1, options.length)]
  switch (field.kind) {
    case 'choice':
      return option
    case 'choices':
      return [option]
    case 'outcomes':
      return [{ demand: procedure.id, outcome: option }]
    case 'list':
      return [procedure.id]
    case 'organs':
      return ['organ-1', 'organ-2']
    case 'organ':
      return `organ-${pick % 3}`
    case 'count':
      return 1
    case 'flag':
      return true
    case 'day':
      return '2026-01-05'
    case 'tel':
      return '13800000012'
    case 'id':
      return '11010519491231002X'
    case 'fact':
      return '0012'
    case 'act':
      return undefined
    case 'people':
      return ['cosigner-1', 'cosigner-2']
    case 'parts':
      return ['001']
    case 'listed':
      return rowsOf(procedure, {}, field.list ?? '')[pick % 4]?.code
    default:
      return procedure.id
  }
}

/** Parts can be chosen only of a case. */
function withParts(spec: Act, { log }: Parted, view: CaseView | null): Parted['log'] {
  const chosen = fieldsOf(spec.form).flatMap(({ name, field: { of } }) => {
    const parts = view?.assignments.filter(({ role, state }) => of?.roles.includes(role) && of.states.includes(state))
    return of && parts ? [[name, parts.map(({ id }) => id)]] : []
  })
  return { ...log, ...Object.fromEntries(chosen) }
}

const meaningful = (procedure: Procedure, spec: Act, log: Parted['log']): Parted['log'] =>
  withMeanings(procedure, {}, spec, { log, text: {}, party: {}, nowhere: {} }).log

const calendar = buildCalendar()
const at = (day: Day) => `${day}T02:00:00.000Z`
