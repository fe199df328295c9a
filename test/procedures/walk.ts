import { system } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { clocksStarted, partsTouched } from '../../src/cases/clocks.ts'
import { clockExtended, clocksResumed } from '../../src/cases/moved_clocks.ts'
import { decide } from '../../src/cases/decide.ts'
import { givesNamed, givesToMany, leadAmong } from '../../src/cases/gives.ts'
import { rowsOf, withMeanings } from '../../src/cases/listed.ts'
import { partOf } from '../../src/cases/parts.ts'
import type { Given } from '../../src/cases/parts.ts'
import { project } from '../../src/cases/project.ts'
import type { Payload } from '../../src/cases/project.ts'
import { factsOf, isPersonal, reviewerOf, superiorOf } from '../../src/cases/view.ts'
import type { CaseView } from '../../src/cases/view.ts'
import type { EventTable } from '../../src/db/tables.ts'
import { buildCalendar } from '../../src/law/calendar.ts'
import { addDays } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { answeringRoles, oneOrMore, personalRoles } from '../../src/procedures/procedure.ts'
import type { Act, PartRole, Procedure } from '../../src/procedures/procedure.ts'
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
    day = addDays(day, [0, 0, 1, 3, 40][pick % 5] ?? 0)
    const before = swept(procedure, steps.at(-1)?.view ?? null, day)
    const open = weighed(procedure, before, allowed(procedure, before, day))
    const chosen = open[Math.floor(pick / 5) % Math.max(1, open.length)]
    if (chosen) steps.push(take(procedure, before, chosen, day, Math.floor(pick / 300)))
  }
  return steps
}

/**
 * Goes on from cases already walked, most often from where an act was never done yet, and turns to such acts, until
 * every act has been done or so many steps were taken; and again with the other choice in every local rule.
 */
export function explore(procedure: Procedure, random: () => number, steps: number): Step[] {
  const unseen = new Map(Object.entries(procedure.acts).filter(([act]) => !byClockwork.includes(act)))
  return rulesOf(procedure).flatMap(rules => exploreUnder(procedure, rules, unseen, random, steps))
}

function exploreUnder(
  procedure: Procedure,
  rules: Readonly<Record<string, string>>,
  unseen: Map<string, Act>,
  random: () => number,
  steps: number,
): Step[] {
  const found: Step[] = []
  const reached = new Map<string, Place>()
  const isWanted = ({ where }: Place) => [...unseen.values()].some(act => isBefore(act, where))
  let wanted: Place[] = []
  for (let n = 0; n < steps && unseen.size > 0; n++) {
    const places = n % 3 > 0 && wanted.length > 0 ? wanted : [...reached.values()]
    const from = n % 10 === 0 ? undefined : anyOf(random, anyOf(random, places)?.steps ?? [])
    const day = addDays(from?.day ?? '2026-01-05', anyOf(random, [0, 0, 1, 3, 40]) ?? 0)
    const before = swept(procedure, from?.view ?? null, day)
    const open = allowed(procedure, before, day)
    const fresh = open.filter(({ act }) => unseen.has(act))
    const chosen = anyOf(random, fresh.length > 0 ? fresh : weighed(procedure, before, open))
    if (!chosen) continue
    const taken = take(procedure, before, chosen, day, Math.floor(random() * 1_000_000))
    const step = { ...taken, view: { ...taken.view, rules } }
    found.push(step)
    const where = placesOf(step.view)
    const place = reached.get(where.join(' ')) ?? { where, steps: [] }
    place.steps = [...place.steps, step].slice(-50)
    if (place.steps.length === 1 && isWanted(place)) wanted.push(place)
    reached.set(where.join(' '), place)
    if (unseen.delete(step.act)) wanted = [...reached.values()].filter(isWanted)
  }
  return found
}

type Place = { where: readonly string[]; steps: Step[] }

/** Where a case is: its own state with its kind and route, and what state each sort of part is in. */
function placesOf({ procedure, row, assignments }: CaseView): string[] {
  const isByParts = Object.values(procedure.states).some(state => 'byParts' in state && state.byParts)
  if (!isByParts) return [row.state, `${row.kind}`, `${row.route}`]
  const parts = assignments.flatMap(({ role, state, is_open }) => (is_open === 1 ? [`${role}@${state}`] : []))
  return [row.state, `${row.kind}`, `${row.route}`, ...[...new Set(parts)].sort()]
}

const isBefore = ({ from, on, part }: Act, places: readonly string[]) =>
  oneOrMore(from).some(state =>
    on === undefined
      ? state === places[0]
      : places.some(
          place => place.endsWith(`@${state}`) && (!part || oneOrMore(part).some(role => place.startsWith(`${role}@`))),
        ),
  )

const byClockwork = ['lapse', 'recalculate']

const anyOf = <T>(random: () => number, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

/** What was never done in this case yet comes before what was. */
const weighed = (procedure: Procedure, view: CaseView | null, open: readonly Chosen[]): Chosen[] =>
  open.flatMap(each => {
    const times = view?.data.did[each.act] ? 1 : 4
    return Array.from({ length: weight(procedure, each.spec) * times }, () => each)
  })

/** Acts that keep a case going stand for more, so that walks get somewhere; withdrawing is left to other tests. */
function weight(
  procedure: Procedure,
  { from, to, on, part, parts, assigns, releases, returns, moves, at, voids }: Act,
): number {
  if (on === 'assignment') {
    const isOfPeople = oneOrMore(part ?? []).some(role => personalRoles.includes(role))
    return returns ? 2 : isOfPeople ? 20 : 40
  }
  const asksPeople = oneOrMore(assigns ?? []).some(({ role }) => personalRoles.includes(role))
  if (to === 'same') return parts || asksPeople ? 20 : 1
  if (from === 'anyOpen') return 0
  const state = procedure.states[to]
  const isEnding = state && 'final' in state
  if (isEnding) return state.final === 'otherwise' ? 1 : 80
  return releases || moves || at || voids ? 2 : 80
}

/** Every clock that had run out by the day lapses, as the clockwork lets it. */
function swept(procedure: Procedure, view: CaseView | null, day: Day): CaseView | null {
  const line = view?.deadlines.find(
    line => line.is_open === 1 && line.lapsed_on === null && line.paused_on === null && line.due_on < day,
  )
  if (!view || !line) return view
  const input = { deadline: line.deadline, ...(line.assignment !== '' && { part: line.assignment }) }
  return swept(procedure, project(procedure, view, eventOf(procedure, view, 'lapse', system, day, { input })).view, day)
}

/** Who may do what now: of all who may do the same, the first. */
export const allowed = (procedure: Procedure, view: CaseView | null, day: Day): Chosen[] =>
  Object.entries(procedure.acts).flatMap(([act, spec]) => allowedIn(procedure, view, day, act, spec).slice(0, 1))

type Chosen = { act: string; spec: Act; actor: Actor }

function allowedIn(procedure: Procedure, view: CaseView | null, day: Day, act: string, spec: Act): Chosen[] {
  if (byClockwork.includes(act) || !startsIn(spec, view)) return []
  return oneOrMore(spec.by)
    .flatMap(role => seatsOf(role, spec, view))
    .filter(actor => decide({ procedure, view, act, actor, today: day, on: day }).allowed)
    .map(actor => ({ act, spec, actor }))
}

/** Told before asking `decide`, which is asked of every act in every step. */
function startsIn({ from, on, part }: Act, view: CaseView | null): boolean {
  if (view === null || from === 'start') return from === 'start' && view === null
  if (on !== undefined)
    return view.assignments.some(
      ({ role, state, is_open }) =>
        is_open === 1 && oneOrMore(from).includes(state) && (!part || oneOrMore(part).includes(role)),
    )
  return from === 'any' || from === 'anyOpen' || oneOrMore(from).includes(view.row.state)
}

/** May the case move on, now or once its clocks have run out, by acts of which each is done once? */
export function canMove(procedure: Procedure, view: CaseView, day: Day): boolean {
  return [day, addDays(day, 400)].some(when => {
    const done = new Set<string>()
    let now: CaseView | null = swept(procedure, view, when)
    while (now && now.row.state === view.row.state) {
      const next = nextOf(procedure, now, when, done)
      if (!next) return false
      done.add(next.key)
      now = take(procedure, now, next, when, 0).view
    }
    return true
  })
}

/** Acts that move the case before those on its parts, and those before what keeps it where it is. */
function nextOf(procedure: Procedure, view: CaseView, day: Day, done: ReadonlySet<string>) {
  const rank = ({ to, on, title }: Act) => (/退回/.test(title.zh) ? 3 : on === 'assignment' ? 1 : to === 'same' ? 2 : 0)
  return Object.entries(procedure.acts)
    .flatMap(([act, spec]) => allowedIn(procedure, view, day, act, spec))
    .filter(({ spec }) => spec.from !== 'anyOpen')
    .map(each => ({ ...each, key: `${each.act}@${each.spec.on ? partOf(view, each.actor, each.spec) : ''}` }))
    .filter(({ key }) => !done.has(key))
    .sort((a, b) => rank(a.spec) - rank(b.spec))[0]
}

function take(
  procedure: Procedure,
  before: CaseView | null,
  { act, spec, actor }: Chosen,
  day: Day,
  pick: number,
): Step {
  const full = sample(procedure, spec, pick, day)
  const scant = readForm(spec.form, scantily(spec, full, pick))
  const read = 'errors' in scant ? filledIn(spec, full) : scant
  if ('errors' in read) throw new Error(`${procedure.id}.${act}: no sample passes its form: ${JSON.stringify(read)}`)
  const part = partOf(before, actor, spec)
  const facts = before ? factsOf(before, day, day, part) : undefined
  const log = meaningful(procedure, spec, withParts(spec, read.ok, before))
  const gives = givesToMany(spec)
    ? givesNamed(spec, log, facts, actor, new Map()).filter(isNew(spec, before))
    : undefined
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

/** No organ that handles it already is asked to once more. */
const isNew = ({ assigns }: Act, view: CaseView | null) => {
  const handlers = view?.assignments.filter(({ role, is_open }) => is_open === 1 && handling.includes(role)) ?? []
  return ({ of, organ }: Given) =>
    !handling.includes(oneOrMore(assigns ?? [])[of]?.role ?? 'signer') || !handlers.some(part => part.organ === organ)
}

const handling: readonly PartRole[] = [...answeringRoles, 'co-handler']

/** Every local rule that is a choice, in its first way and in its last. */
function rulesOf({ parameters }: Procedure): Record<string, string>[] {
  const choosing = Object.entries(parameters).map(([name, { choices }]) => ({ name, ways: Object.keys(choices ?? {}) }))
  const [first, last] = [0, -1].map(at =>
    Object.fromEntries(
      choosing.flatMap(({ name, ways }) => (ways.slice(at)[0] === undefined ? [] : [[name, ways.at(at) ?? '']])),
    ),
  )
  return [first ?? {}, last ?? {}]
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
function sample(procedure: Procedure, spec: Act, pick: number, day: Day): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(spec.form).map(({ name, field }, i) => [name, valueOf(procedure, field, Math.floor(pick / 3 ** i), day)]),
  )
}

/** Without some of what may be left out. */
const scantily = (spec: Act, full: Record<string, unknown>, pick: number) => {
  const left = fieldsOf(spec.form).filter(({ isRequired }, i) => !isRequired && Math.floor(pick / 3 ** i) % 3 === 0)
  return Object.fromEntries(Object.entries(full).filter(([name]) => !left.some(field => field.name === name)))
}

function valueOf(procedure: Procedure, field: Field, pick: number, day: Day): unknown {
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
      return addDays(day, 20)
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
