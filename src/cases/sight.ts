import type { Actor } from '../accounts/actor.ts'
import type { AssignmentTable } from '../db/tables.ts'
import type { PartRole } from '../procedures/procedure.ts'
import { mayLearnWho } from './kept.ts'
import { isPersonal } from './view.ts'
import type { CaseView } from './view.ts'

/** As what somebody reads a case: a signer, an official, or an official who may not learn who signed it. */
export type Reads = 'signer' | 'official' | 'unknowing'

export function readsAs(view: CaseView, actor: Actor): Reads {
  if (readsAsSigner(view, actor)) return 'signer'
  return mayLearnWho(actor, view.row.office, view.data) ? 'official' : 'unknowing'
}

/** Whoever signed a matter, or is asked to, reads it as a signer, whatever other office they hold. */
export const readsAsSigner = ({ assignments }: Pick<CaseView, 'assignments'>, { id }: Pick<Actor, 'id'>): boolean =>
  assignments.some(part => isPersonal(part) && part.is_open === 1 && part.person === id)

/** Whether a person did it as one of those who sign, or are asked to. */
export const isOfSigners = ({ assignments }: Pick<CaseView, 'assignments'>, person: string): boolean =>
  assignments.some(part => isPersonal(part) && part.person === person)

/** Officials are named to each other, those who sign to each other, and those who sign to officials unless it is kept. */
export function mayName(view: CaseView, reads: Reads, person: string): boolean {
  if (reads === 'signer') return isOfSigners(view, person)
  return reads === 'official' || !isOfSigners(view, person)
}

/**
 * The parts and clocks of a case as far as this reader may know of them: what is shown is drawn from these, what may be
 * done is decided on all. Where it is kept who signed, such a part has no organ and no person.
 */
export function seenBy(view: CaseView, reads: Reads): CaseView {
  switch (reads) {
    case 'signer':
      return toldToSigners(view)
    case 'unknowing':
      return { ...view, assignments: view.assignments.map(part => (isPersonal(part) ? unnamed(part) : part)) }
    case 'official':
      return view
  }
}

const unnamed = (part: AssignmentTable): AssignmentTable => ({ ...part, organ: '', person: null, sender: null })

function toldToSigners(view: CaseView): CaseView {
  const assignments = view.assignments.flatMap(part => toldOf(part, view))
  const deadlines = view.deadlines.filter(
    ({ deadline, assignment }) =>
      theirDeadlines.includes(deadline) && (assignment === '' || assignments.some(({ id }) => id === assignment)),
  )
  return { ...view, assignments, deadlines }
}

/** Which organ has which part, and whether it has answered; of how they settle it among themselves nothing. */
function toldOf(part: AssignmentTable, { row }: CaseView): AssignmentTable[] {
  if (!theirParts.includes(part.role) || part.state === 'returned') return []
  if (part.role === 'co-handler') return [{ ...part, state: 'received', is_open: row.state === 'handling' ? 1 : 0 }]
  return [unanswered.includes(part.state) ? { ...part, state: 'received' } : part]
}

const theirParts: readonly PartRole[] = ['signer', 'cosigner', 'sole', 'lead', 'separate', 'co-handler', 'outcome']
const unanswered = ['sent', 'objected', 'drafted']
const theirDeadlines = ['cosigning', 'revision', 'review', 'handling', 'separateHandling', 'redo', 'rating', 'promise']
