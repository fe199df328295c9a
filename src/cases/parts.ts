import type { Actor } from '../accounts/actor.ts'
import type { AssignmentTable, CaseTable, EventTable } from '../db/tables.ts'
import type { Field } from '../procedures/fields.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Assigns, PartRole, Procedure } from '../procedures/procedure.ts'
import type { Payload } from './project.ts'
import { isPersonal } from './view.ts'
import type { CaseView } from './view.ts'

type Happened = {
  procedure: Procedure
  row: CaseTable
  spec: Act
  event: EventTable
  payload: Payload
  receiver?: string | undefined
}
type Parts = readonly AssignmentTable[]
type Someone = Pick<Actor, 'id' | 'organ'>

/** The organs' parts in a case after an event: those it moved or ended, and those it gave. Pure. */
export function partsAfter(parts: Parts, happened: Happened): AssignmentTable[] {
  const { spec, event, payload } = happened
  const receiver = parts.find(({ id }) => id === payload.part)?.organ
  const kept = parts.map(part => (part.is_open === 1 ? moved(part, { ...happened, receiver }) : part))
  const assigns: readonly Assigns[] =
    event.origin === 'import' && !spec.assigns ? leadOfLedger : oneOrMore(spec.assigns ?? [])
  const { organ, person, gives } = payload
  const toOne =
    organ === undefined ? [] : assigns.map((_, of) => ({ of, organ, ...(person !== undefined && { person }) }))
  const given = (gives ?? toOne).flatMap(({ of, organ, person }, i): AssignmentTable[] => {
    const spec = assigns[of]
    if (!spec) return []
    return [
      {
        case_number: event.stream.slice('case:'.length),
        id: partId(parts.length + 1 + i),
        organ,
        role: spec.role,
        state: spec.state,
        is_open: isOver(happened.procedure, spec.state) ? 0 : 1,
        since_on: event.occurred_on,
        sender: spec.from === 'office' ? happened.row.office : event.organ,
        person: person ?? null,
      },
    ]
  })
  return [...kept, ...given]
}

/** An organ, or a person of it, that the line `of` among an act's `assigns` gives a part. */
export type Given = { of: number; organ: string; person?: string }

function moved(part: AssignmentTable, { procedure, row, spec, event, payload, receiver }: Happened): AssignmentTable {
  const isMeant = payload.part === part.id
  if (spec.on === 'assignment') {
    if (isMeant) return spec.to === 'same' ? part : inState(procedure, part, spec.to)
    return movedTogether(part, { procedure, spec, event, payload, receiver })
  }
  const instead = givenInstead(part, spec, payload)
  if (instead) return inState(procedure, part, instead.to)
  const isReplaced = oneOrMore(spec.assigns ?? []).some(({ role }) => role === part.role && oneAtATime.includes(role))
  const isLeft =
    spec.releases === true && !(isEnding(procedure, spec) ? isOwedAbove(part, row) : staysOn(part, row, spec))
  const isEnded = isLeft || isReviewUndone(part, spec) || isDecided(part, row, spec, payload)
  if (isReplaced || isEnded || (spec.moves === 'back' && isMeant)) return { ...part, is_open: 0 }
  const isOwn = part.organ === event.organ && carrying.includes(part.role)
  if (spec.parts) return movedTogether(part, { procedure, spec, event, payload, receiver })
  return spec.assignment !== undefined && isOwn ? { ...part, state: spec.assignment } : part
}

/** The organ is given another part in place of this one. */
function givenInstead(part: AssignmentTable, spec: Act, { gives = [] }: Payload) {
  const lines = gives.filter(({ organ }) => organ === part.organ).map(({ of }) => oneOrMore(spec.assigns ?? [])[of])
  return lines.flatMap(line => line?.insteadOf ?? []).find(({ role }) => role === part.role)
}

/** Where an act moves several parts at once: all in a role, or those a field of its form names. */
function movedTogether(
  part: AssignmentTable,
  { procedure, spec, event, payload, receiver }: Omit<Happened, 'row'>,
): AssignmentTable {
  const move = spec.parts?.find(
    ({ role, from, named, own }) =>
      oneOrMore(role).includes(part.role) &&
      (own === undefined || part.organ === (own === 'receiver' ? receiver : event.organ)) &&
      (from === undefined || oneOrMore(from).includes(part.state)) &&
      (named === undefined || listOf(payload.input[named]).includes(part.id)),
  )
  return move ? { ...inState(procedure, part, move.to ?? part.state), role: move.becomes ?? part.role } : part
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

const inState = (procedure: Procedure, part: AssignmentTable, state: string): AssignmentTable => ({
  ...part,
  state,
  is_open: isOver(procedure, state) ? 0 : 1,
})

const isOver = ({ assignmentStates }: Procedure, state: string) => {
  const spec = assignmentStates[state]
  return spec !== undefined && 'final' in spec
}

/** The part an act is about: one's own, one given out, or the last of those it gives. */
export function partOf(view: CaseView | null, actor: Someone, spec: Act, named?: string): string | undefined {
  if (spec.on === 'assignment' && view) return partFor(view, actor, spec, named)?.id
  if (spec.moves === 'back') return view?.assignments.find(part => part.is_open === 1 && isHopTo(part, actor))?.id
  const given = oneOrMore(spec.assigns ?? []).length
  return given === 0 ? undefined : partId((view?.assignments.length ?? 0) + given)
}

/** The part that is named, or the first of those that may be meant. */
export const partFor = (view: CaseView, actor: Someone, spec: Act, named?: string): AssignmentTable | undefined =>
  partsFor(view, actor, spec, named)[0]

/**
 * The open parts in a state this act starts from: of the actor's organ, or those it gave. Unless one is named, where the
 * actor has some of their own those are meant, and else a colleague's: nobody's instruction is left when they leave office.
 */
export function partsFor(view: CaseView, actor: Someone, spec: Act, named?: string): AssignmentTable[] {
  const parts = openPartsFor(view, actor, spec)
  if (named !== undefined) return parts.filter(({ id }) => id === named)
  const own = parts.filter(part => part.person === actor.id)
  return own.length > 0 ? own : parts
}

/** Every one that may be chosen, a colleague's too. */
export const openPartsFor = (view: CaseView, actor: Someone, spec: Act): AssignmentTable[] =>
  view.assignments.filter(
    part =>
      part.is_open === 1 &&
      isWhose(part, spec, actor) &&
      (spec.part === undefined || oneOrMore(spec.part).includes(part.role)) &&
      oneOrMore(spec.from).includes(part.state),
  )

/** The open parts a field of a form may name. */
export const partsIn = ({ assignments }: Pick<CaseView, 'assignments'>, { roles, states }: NonNullable<Field['of']>) =>
  assignments.filter(part => part.is_open === 1 && roles.includes(part.role) && states.includes(part.state))

function isWhose(part: AssignmentTable, { whose }: Act, { id, organ }: Someone): boolean {
  if (whose === 'any') return true
  if (isPersonal(part)) return whose !== 'given' && part.person === id
  return organ === (whose === 'given' ? part.sender : part.organ)
}

/**
 * What goes on when the office takes the matter back from those below: its own report to above, what it is asked itself,
 * and a leader's charge, unless it turns out to be another matter than the one that was taken charge of.
 */
const staysOn = (part: AssignmentTable, row: CaseTable, { voids, sets }: Act) =>
  (part.role === 'charge' && !voids) ||
  (askedOf.includes(part.role) && part.organ === row.office) ||
  (ofItsEnd.includes(part.role) && row.is_open === 0 && sets === undefined)

/** What was asked of an organ after the end, because of the end: it is answered though the matter is taken up again. */
const ofItsEnd: readonly PartRole[] = ['supervision', 'proposal']

/** However the matter ends, whoever handed it on is told of it: only what the office asked for itself ends with it. */
const isOwedAbove = (part: AssignmentTable, row: CaseTable) => part.role === 'hop' && part.sender !== row.office

/** Whoever revoked an opinion has done with it: what is redone is reviewed from the first level again. */
const isReviewUndone = (part: AssignmentTable, spec: Act) => spec.voids === true && part.role === 'reviewer'

/** Once it is decided who accepts the matter, nobody else owes a report on it but the office to its own superior. */
const isDecided = (part: AssignmentTable, row: CaseTable, spec: Act, { organ }: Payload) =>
  spec.at === 'superior' &&
  (part.role === 'superior' || (part.role === 'hop' && part.organ !== organ && part.organ !== row.office))

const isHopTo = (part: AssignmentTable, { organ }: Someone) => part.role === 'hop' && part.organ === organ

const isEnding = (procedure: Procedure, { to }: Act) => {
  const state = procedure.states[to]
  return state !== undefined && 'final' in state
}

/** A ledger names who accepted a matter, not how it was sent there. */
const leadOfLedger = [{ role: 'lead', state: 'received' }] as const

/** The parts that carry the matter itself. */
const carrying: readonly PartRole[] = ['sole', 'lead', 'separate', 'hop']
/** The parts in which an organ is asked to answer or to report. */
const askedOf: readonly PartRole[] = ['hop', 'supervision', 'proposal', 'instruction']
const oneAtATime: readonly PartRole[] = ['sole', 'lead', 'reviewer', 'superior']
const partId = (n: number) => String(n).padStart(3, '0')
