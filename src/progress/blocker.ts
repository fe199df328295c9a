import type { AssignmentTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { answeringRoles } from '../procedures/procedure.ts'
import type { Role } from '../procedures/roles.ts'
import type { CaseView } from '../cases/view.ts'

/** Something that keeps a matter from its end: what, who has it since when, and the acts that would remove it. */
export type Blocker = {
  words: Text
  holder: Holder
  since: Day
  /** The best one first. */
  acts: readonly Step[]
}
export type Holder = { organ: string | null; role: Role; person?: string | null }
export type Step = { act: string; organ: string | null; person?: string | null; part?: string }

/** Names as they are printed. */
export type Names = { organ: (id: string | null) => Text; person: (id: string | null) => Text }

/** What a list of blockers is drawn from. */
export type Standing = { view: CaseView; names: Names; day: Day }

export const openParts = ({ view }: Standing, ...roles: readonly string[]): AssignmentTable[] =>
  view.assignments.filter(part => part.is_open === 1 && roles.includes(part.role))

/** The parts of the organs that must answer. */
export const answeringParts = (standing: Standing): AssignmentTable[] => openParts(standing, ...answeringRoles)
