import type { Organs } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { readsDistrict } from '../accounts/visible.ts'
import { nextOnPart } from '../cases/next_act.ts'
import { partRoles } from '../cases/part_lines.ts'
import type { CaseView } from '../cases/view.ts'
import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Due } from './page.ts'

/** What a queue lists a case for: these parts of it, or what is due in it within these days. */
export type About = {
  about: ((actor: Actor, part: AssignmentTable, row: CaseTable) => boolean) | undefined
  due: Due | undefined
}

export const partsShown = (view: CaseView, { actor, about }: About & { actor: Actor }): AssignmentTable[] =>
  view.assignments.filter(part => part.is_open === 1 && about?.(actor, part, view.row) === true)

/** The next clock of those parts; without parts the next one the reader's organ owes, or for the district any. */
export function clockShown(
  view: CaseView,
  parts: readonly AssignmentTable[],
  { actor, due = {} }: About & { actor: Actor },
): DeadlineTable | undefined {
  const { from = '', before = '9999-12-31' } = due
  const isTheirs = (line: DeadlineTable) =>
    parts.length > 0
      ? parts.some(part => part.id === line.assignment)
      : readsDistrict(actor) || line.owner_organ === actor.organ
  return view.deadlines
    .filter(line => line.is_open === 1 && line.is_duty === 1 && line.paused_on === null)
    .filter(line => isTheirs(line) && line.due_on >= from && line.due_on < before)
    .toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))[0]
}

/** What the actor's organ is to do with the part. A charge is only ended. */
export const actOnPart = (view: CaseView, part: AssignmentTable, actor: Actor, today: Day): Act | undefined =>
  part.role === 'charge' ? undefined : nextOnPart(view, part, today, spec => isWhose(spec, view, part, actor))

function isWhose({ whose, by }: Act, { row }: CaseView, part: AssignmentTable, { organ, roles }: Actor): boolean {
  if (whose === 'any') return organ === row.office && oneOrMore(by).some(role => roles.includes(role))
  return organ === (whose === 'given' ? part.sender : part.organ)
}

/** The act the actor's organ owes by this clock. */
export const actThatMeets = ({ procedure }: CaseView, line: DeadlineTable, { organ }: Actor): Act | undefined =>
  line.owner_organ === organ
    ? oneOrMore(procedure.deadlines[line.deadline]?.meets ?? [])
        .map(act => procedure.acts[act])
        .find(spec => spec !== undefined)
    : undefined

/** “督办：待答复”, after the organ that has it where that is another. */
export function sayPart({ procedure }: CaseView, part: AssignmentTable, names: Organs, { organ }: Actor): Text {
  const role = partRoles[part.role]
  const state = procedure.assignmentStates[part.state]?.title ?? { zh: part.state, en: part.state }
  const own = { zh: `${role.zh}：${state.zh}`, en: `${role.en}: ${state.en}` }
  const name = part.organ === organ ? undefined : names.get(part.organ)
  return name ? { zh: `${name.zh} ${own.zh}`, en: `${name.en}, ${own.en}` } : own
}
