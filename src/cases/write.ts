import type { Db } from '../db/dialect.ts'
import { isPersonal } from './view.ts'
import type { CaseView } from './view.ts'
import type { Projected } from './project.ts'

/** Brings the projections of a case from one version to the next. */
export async function writeProjection(trx: Db, before: CaseView | null, { view, lines }: Projected): Promise<void> {
  const { row } = view
  if (before) await trx.updateTable('cases').set(row).where('number', '=', row.number).execute()
  else await trx.insertInto('cases').values(row).execute()
  if (before && differs(before.assignments, view.assignments)) await forget(trx, 'assignments', row.number)
  if (differs(before?.assignments, view.assignments))
    await trx
      .insertInto('assignments')
      .values([...view.assignments])
      .execute()
  if (before && differs(before.deadlines, view.deadlines)) await forget(trx, 'deadlines', row.number)
  if (differs(before?.deadlines, view.deadlines))
    await trx
      .insertInto('deadlines')
      .values([...view.deadlines])
      .execute()
  if (before && differs(wallRows(before), wallRows(view))) await forget(trx, 'walls', row.number)
  if (differs(before && wallRows(before), wallRows(view)))
    await trx.insertInto('walls').values(wallRows(view)).execute()
  if (before && differs(organRows(before), organRows(view))) await forget(trx, 'case_organs', row.number)
  if (differs(before && organRows(before), organRows(view)))
    await trx.insertInto('case_organs').values(organRows(view)).execute()
  if (lines.length > 0) await trx.insertInto('facts').values(lines).execute()
}

export const wallRows = ({ row, data }: Pick<CaseView, 'row' | 'data'>) => [
  ...data.walls.organs.map(organ => ({ case_number: row.number, organ, person: null, reason: 'accused' })),
  ...data.walls.people.map(person => ({ case_number: row.number, organ: null, person, reason: 'accused' })),
]

/**
 * The organs a case has been with, and those that handed it on and are to hear back, each with its place in their list.
 * An accusation (《信访工作条例》 art. 30) is only with those that have it now: whoever had the matter before it was found
 * to be one follows it no further, and a leader in charge brings in nobody else of their organ. A draft is with none, and
 * whoever signs brings in nobody.
 */
export const organRows = ({ row, assignments }: Pick<CaseView, 'row' | 'assignments'>) => {
  if (row.drafted === 1) return []
  const ofOrgans = assignments.filter(part => !isPersonal(part))
  const parts = row.restricted === 0 ? ofOrgans : ofOrgans.filter(part => part.is_open && part.role !== 'charge')
  return [...new Set([row.office, ...(row.lead === null ? [] : [row.lead]), ...parts.flatMap(organsOf)])]
    .sort()
    .map(organ => ({ organ, received_at: row.received_at, case_number: row.number }))
}

const organsOf = ({ organ, role, sender }: CaseView['assignments'][number]) =>
  role === 'hop' && sender !== null ? [organ, sender] : [organ]

export async function forget(
  trx: Db,
  table: 'assignments' | 'deadlines' | 'walls' | 'case_organs' | 'facts',
  number: string,
): Promise<void> {
  await trx.deleteFrom(table).where('case_number', '=', number).execute()
}

const differs = (before: readonly object[] | null | undefined, after: readonly object[]) =>
  after.length !== (before?.length ?? 0) || JSON.stringify(before ?? []) !== JSON.stringify(after)
