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
  const isLeft = spec.releases === true && (isEnding(procedure, spec) || !staysOn(part, row, spec))
  const isOver = isLeft || isReviewUndone(part, spec) || isDecided(part, row, spec, payload)
  if (isReplaced || isOver || (spec.moves === 'back' && isMeant)) return { ...part, is_open: 0 }
  const isOwn = part.organ === event.organ && carrying.includes(part.role)
  return spec.assignment !== undefined && isOwn ? { ...part, state: spec.assignment } : part
}

/** The part an act is about: one's own, one given out, or the last of those it gives. */
export function partOf(view: CaseView | null, actor: Someone, spec: Act): string | undefined {
  if (spec.on === 'assignment' && view) return partFor(view, actor, spec)?.id
  if (spec.moves === 'back') return view?.assignments.find(part => part.is_open === 1 && isHopTo(part, actor))?.id
  const given = oneOrMore(spec.assigns ?? []).length
  return given === 0 ? undefined : partId((view?.assignments.length ?? 0) + given)
}

/**
 * The first open part in a state this act starts from: of the actor's organ, or one it gave. Of several the actor's own
 * comes first, and a colleague's after it: nobody's instruction is left when they leave office.
 */
export function partFor(view: CaseView, actor: Someone, spec: Act): AssignmentTable | undefined {
  const parts = view.assignments.filter(
    part =>
      part.is_open === 1 &&
      actor.organ === (spec.whose === 'given' ? part.sender : part.organ) &&
      (spec.part === undefined || spec.part === part.role) &&
      oneOrMore(spec.from).includes(part.state),
  )
  return parts.find(part => part.person === actor.id) ?? parts[0]
}

/**
 * What goes on when the office takes the matter back from those below: its own report to above, and a leader's charge,
 * unless it turns out to be another matter than the one that was taken charge of.
 */
const staysOn = (part: AssignmentTable, row: CaseTable, { voids }: Act) =>
  (part.role === 'charge' && !voids) || (part.role === 'hop' && part.organ === row.office)

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
const oneAtATime: readonly PartRole[] = ['sole', 'lead', 'reviewer', 'superior']
const partId = (n: number) => String(n).padStart(3, '0')
