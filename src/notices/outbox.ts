import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { CaseTable, EventTable } from '../db/tables.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'

type Told = {
  procedure: Procedure
  spec: Act
  event: EventTable
  view: { row: CaseTable; assignments: readonly { role: string; organ: string; is_open: number }[] }
}

/** Writes the messages an act sends, in the act's own transaction; they are delivered later. No personal data. */
export async function addNotices(trx: Db, { procedure, spec, event, view }: Told): Promise<void> {
  const rows = Object.keys(spec.tells ?? {}).flatMap(recipient => {
    const to = addressOf(recipient, view)
    const params = { procedure: procedure.id, version: procedure.version, recipient, seq: event.seq }
    return to === null
      ? []
      : [
          {
            id: randomUUID(),
            case_number: view.row.number,
            ...to,
            notice: event.act,
            params: JSON.stringify(params),
            created_at: event.recorded_at,
            delivered_at: null,
            read_at: null,
          },
        ]
  })
  if (rows.length > 0) await trx.insertInto('outbox').values(rows).execute()
}

function addressOf(
  recipient: string,
  { row, assignments }: Told['view'],
): { to_kind: 'petitioner' | 'organ'; to_id: string } | null {
  if (recipient === 'petitioner') return { to_kind: 'petitioner', to_id: row.number }
  const reviewer = assignments.findLast(part => part.role === 'reviewer')?.organ ?? null
  const organ = recipient === 'office' ? row.office : recipient === 'reviewer' ? reviewer : row.lead
  return organ === null ? null : { to_kind: 'organ', to_id: organ }
}
