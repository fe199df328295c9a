import type { Actor } from '../accounts/actor.ts'
import type { AssignmentTable, CaseTable, EventTable } from '../db/tables.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, PartRole, Procedure } from '../procedures/procedure.ts'
import type { Payload } from './project.ts'
import type { CaseView } from './view.ts'

type Happened = { procedure: Procedure; row: CaseTable; spec: Act; event: EventTable; payload: Payload }
type Parts = readonly AssignmentTable[]
type Someone = Pick<Actor, 'id' | 'organ'>

/** The organs' parts in a case after an event: those it moved or ended, and those it gave. Pure. */
export function partsAfter(parts: Parts, happened: Happened): AssignmentTable[] {
  const { spec, event, payload } = happened
  const kept = parts.map(part => (part.is_open === 1 ? moved(part, happened) : part))
  const assigns = event.origin === 'import' && !spec.assigns ? leadOfLedger : oneOrMore(spec.assigns ?? [])
  const { organ, person } = payload
  if (organ === undefined) return kept
  const given = assigns.map(({ role, state }, i): AssignmentTable => ({
    case_number: event.stream.slice('case:'.length),
    id: partId(parts.length + 1 + i),
    organ,
    role,
    state,
    is_open: 1,
    since_on: event.occurred_on,
    sender: event.organ,
    person: person ?? null,
  }))
  return [...kept, ...given]
}

function moved(part: AssignmentTable, { procedure, row, spec, event, payload }: Happened): AssignmentTable {
  const isMeant = payload.part === part.id
  if (spec.on === 'assignment') {
    if (!isMeant) return part
    const state = procedure.assignmentStates[spec.to]
    return { ...part, state: spec.to, is_open: state && 'final' in state ? 0 : 1 }
  }
  const isReplaced = oneOrMore(spec.assigns ?? []).some(({ role }) => role === part.role && oneAtATime.includes(role))
  const isLeft =
    spec.releases === true && !(isEnding(procedure, spec) ? isOwedAbove(part, row) : staysOn(part, row, spec))
  const isOver = isLeft || isReviewUndone(part, spec) || isDecided(part, row, spec, payload)
  if (isReplaced || isOver || (spec.moves === 'back' && isMeant)) return { ...part, is_open: 0 }
  const isOwn = part.organ === event.organ && carrying.includes(part.role)
  return spec.assignment !== undefined && isOwn ? { ...part, state: spec.assignment } : part
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
      actor.organ === (spec.whose === 'given' ? part.sender : part.organ) &&
      (spec.part === undefined || spec.part === part.role) &&
      oneOrMore(spec.from).includes(part.state),
  )

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
