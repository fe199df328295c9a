import type { Actor } from '../accounts/actor.ts'
import { nextAct, nextOnPart } from '../cases/next_act.ts'
import { partRoles } from '../cases/part_lines.ts'
import type { CaseView } from '../cases/view.ts'
import type { AssignmentTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { isRole, roles } from '../procedures/roles.ts'
import type { Text } from '../law/words.ts'

/** For whoever signed: in which part, what awaits them, and until when; else by when the organs are to answer. */
export function signersMove(view: CaseView, part: AssignmentTable, actor: Actor, today: Day) {
  const act = theirAct(view, part, actor, today)
  const clock = act ? theirClock(view, part) : answeringClock(view)
  return {
    parts: [sayPart(view, part)],
    next: act?.title ?? null,
    due: clock?.due_on ?? null,
    clock: (clock && view.procedure.deadlines[clock.deadline]?.title) ?? null,
  }
}

function theirAct(view: CaseView, part: AssignmentTable, { roles: own }: Actor, today: Day): Act | undefined {
  const isTheirs = ({ whose = 'own', by }: Act) => whose === 'own' && oneOrMore(by).some(role => own.includes(role))
  if (part.role === 'cosigner') return part.state === 'invited' ? firstOnPart(view, part, today, isTheirs) : undefined
  return isOfSigners(view.row.awaits_role) ? nextAct(view, today) : undefined
}

/** To sign is asked of them; to decline is their right. */
const firstOnPart = (view: CaseView, part: AssignmentTable, today: Day, isTheirs: (spec: Act) => boolean) =>
  nextOnPart(
    view,
    part,
    today,
    spec => isTheirs(spec) && !('final' in (view.procedure.assignmentStates[spec.to] ?? {})),
  )

const theirClock = ({ deadlines }: CaseView, part: AssignmentTable): DeadlineTable | undefined =>
  soonest(
    deadlines.filter(
      line =>
        line.is_open === 1 && isOfSigners(line.owner_role) && (line.assignment === '' || line.assignment === part.id),
    ),
  )

const answeringClock = ({ procedure, deadlines }: CaseView): DeadlineTable | undefined =>
  soonest(deadlines.filter(line => line.is_open === 1 && procedure.deadlines[line.deadline]?.answering === true))

const soonest = (lines: readonly DeadlineTable[]) =>
  lines.toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))[0]

function sayPart({ procedure }: CaseView, { role, state }: AssignmentTable): Text {
  const title = partRoles[role]
  const standing = procedure.assignmentStates[state]?.title
  return role === 'signer' || !standing
    ? title
    : { zh: `${title.zh}：${standing.zh}`, en: `${title.en}: ${standing.en}` }
}

const isOfSigners = (role: string | null) => role !== null && isRole(role) && roles[role].seat === 'signer'
