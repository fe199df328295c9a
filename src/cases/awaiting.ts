import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import { answeringRoles } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Role } from '../procedures/roles.ts'
import { organOf } from './tick.ts'

/** Whom the case awaits, and by when: what queues are read from. */
export function awaiting(
  procedure: Procedure,
  row: CaseTable,
  assignments: readonly AssignmentTable[],
  deadlines: readonly DeadlineTable[],
) {
  const state = procedure.states[row.state]
  const open = deadlines
    .filter(line => line.is_open === 1 && line.is_duty === 1 && line.paused_on === null)
    .map(line => line.due_on)
    .sort()
  if (!state || 'final' in state) return { awaits_role: null, awaits_organ: null, next_due: null }
  const { awaits, at } = (state.byParts && awaitedPart(procedure, row, assignments)) || state
  return { awaits_role: awaits, awaits_organ: organOf(awaits, row, assignments, at), next_due: open[0] ?? null }
}

/** Whom the part of the lead awaits: its handler, or its director. */
function awaitedPart(
  { assignmentStates }: Procedure,
  row: CaseTable,
  assignments: readonly AssignmentTable[],
): { awaits: Role; at?: 'superior' } | undefined {
  const part = assignments.findLast(
    part => part.is_open === 1 && part.organ === row.lead && answeringRoles.includes(part.role),
  )
  const state = part && assignmentStates[part.state]
  return state && 'awaits' in state ? { awaits: state.awaits } : undefined
}
