import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import { answeringRoles } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { isRole, roles } from '../procedures/roles.ts'
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
  const part = state.byParts ? awaitedPart(procedure, row, assignments) : undefined
  const { awaits, at } = part ?? state
  // Where several organs each answered their part, the office serves what all of them said.
  if (row.lead === null && !part && isSeatOfLead(awaits) && assignments.some(({ role }) => role === 'separate'))
    return { awaits_role: 'clerk', awaits_organ: row.office, next_due: open[0] ?? null }
  const organ = part && isSeatOfLead(awaits) ? part.organ : organOf(awaits, row, assignments, at)
  return { awaits_role: awaits, awaits_organ: organ, next_due: open[0] ?? null }
}

/** Whom the part of the lead awaits, its handler or its director; or, where each answers its own, the first that is not done. */
function awaitedPart(
  { assignmentStates }: Procedure,
  row: CaseTable,
  assignments: readonly AssignmentTable[],
): { awaits: Role; at?: 'superior'; organ: string } | undefined {
  const awaited = assignments.flatMap(({ role, state, organ, is_open }) => {
    const spec = assignmentStates[state]
    return is_open === 1 && answeringRoles.includes(role) && spec && 'awaits' in spec
      ? [{ awaits: spec.awaits, organ }]
      : []
  })
  if (row.lead !== null) return awaited.findLast(({ organ }) => organ === row.lead)
  return awaited.find(({ awaits }) => isSeatOfLead(awaits)) ?? awaited.find(({ awaits }) => awaits === 'clerk')
}

const isSeatOfLead = (role: string) => isRole(role) && roles[role].seat === 'lead'
