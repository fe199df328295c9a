import type { Organs } from '../accounts/organs.ts'
import type { AssignmentTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { PartRole } from '../procedures/procedure.ts'
import { keptSigner } from './kept.ts'
import type { CaseView } from './view.ts'

/** A part as it is told: who gave it, to whom, since when and by when. */
export type PartLine = {
  id: string
  sort: 'signing' | 'chain' | 'handling' | 'outcome' | 'oversight'
  role: Text
  organ: Text
  sender: Text | undefined
  /** The leader in charge, or whoever asked or signs. */
  person: string | undefined
  isInCharge: boolean
  state: Text
  isOpen: boolean
  since: Day
  due: Day | undefined
  met: Day | undefined
  isOverdue: boolean
}

/** Every part in the order it was given. */
export const describeParts = (
  view: CaseView,
  names: Organs,
  people: ReadonlyMap<string, string>,
  today: Day,
): PartLine[] =>
  view.assignments.map(part => {
    const clock = clockOf(view, part)
    return {
      id: part.id,
      sort: sorts[part.role] ?? 'handling',
      role: roleOf(view, part),
      organ: part.organ === '' ? keptSigner(view.procedure) : nameOf(names, part.organ),
      sender: part.sender === null ? undefined : nameOf(names, part.sender),
      person: part.person === null ? undefined : people.get(part.person),
      isInCharge: part.role === 'charge',
      state: stateOf(view, part),
      isOpen: part.is_open === 1,
      since: part.since_on,
      due: clock?.due_on,
      met: clock?.met_on ?? undefined,
      isOverdue: clock !== undefined && clock.is_open === 1 && clock.met_on === null && clock.due_on < today,
    }
  })

/** The duty that is due next in this part, or the last one there was; whoever leads answers within the matter's own term. */
export function clockOf({ procedure, deadlines }: CaseView, part: AssignmentTable): DeadlineTable | undefined {
  const leads = procedure.numbered !== undefined && ['sole', 'lead'].includes(part.role)
  const isOurs = ({ deadline, assignment, is_duty }: DeadlineTable) =>
    (assignment === part.id && is_duty === 1) ||
    (leads && assignment === '' && procedure.deadlines[deadline]?.answering === true)
  const ours = deadlines.filter(isOurs)
  const running = ours.filter(({ is_open }) => is_open === 1).toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
  return running[0] ?? ours.at(-1)
}

/** A lead with nobody beside it handles the matter alone. */
export function roleOf({ procedure, assignments }: CaseView, { role }: AssignmentTable): Text {
  const isAlone = assignments.every(part => part.role !== 'co-handler' || part.state === 'returned')
  return partRoles[role === 'lead' && procedure.numbered && isAlone ? 'sole' : role]
}

/** A part that was ended keeps the state it had; that it is over says more. */
function stateOf({ procedure }: CaseView, { state, is_open }: AssignmentTable): Text {
  const known = procedure.assignmentStates[state]
  return is_open === 1 || (known && 'final' in known) ? (known?.title ?? plain(state)) : { zh: '已结束', en: 'Ended' }
}

function nameOf(names: Organs, id: string): Text {
  const { zh, en } = names.get(id) ?? plain(id)
  return { zh, en }
}

const plain = (word: string): Text => ({ zh: word, en: word })

const sorts: Partial<Record<PartRole, PartLine['sort']>> = {
  hop: 'chain',
  supervision: 'oversight',
  proposal: 'oversight',
  instruction: 'oversight',
  charge: 'oversight',
  signer: 'signing',
  cosigner: 'signing',
  outcome: 'outcome',
}

/** What an organ’s part is called. */
export const partRoles = {
  signer: { zh: '领衔（第一）提出人', en: 'Lead signer' },
  cosigner: { zh: '联名人', en: 'Co-signer' },
  sole: { zh: '独办', en: 'Sole' },
  lead: { zh: '主办', en: 'Lead' },
  'co-handler': { zh: '会办', en: 'Co-handler' },
  separate: { zh: '分办', en: 'Separate' },
  reviewer: { zh: '复查复核', en: 'Review' },
  superior: { zh: '共同上级', en: 'Common superior' },
  hop: { zh: '交办', en: 'Hand-over' },
  supervision: { zh: '督办', en: 'Supervision' },
  proposal: { zh: '改进建议', en: 'Proposal' },
  instruction: { zh: '领导批示', en: 'Leader’s instruction' },
  charge: { zh: '领导包案', en: 'Leader in charge' },
  outcome: { zh: '落实', en: 'Carrying out' },
  copied: { zh: '抄送', en: 'Copy' },
} satisfies Record<PartRole, Text>
