import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, EventTable } from '../db/tables.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'

type Told = {
  procedure: Procedure
  spec: Act
  event: EventTable
  view: { row: CaseTable; assignments: readonly AssignmentTable[] }
}

/** Writes the messages an act sends, in the act's own transaction; they are delivered later. No personal data. */
export async function addNotices(trx: Db, { procedure, spec, event, view }: Told): Promise<void> {
  const rows = Object.keys(spec.tells ?? {}).flatMap(recipient => {
    const to = addressOf(recipient, view, partIn(event, view))
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

type Address = { to_kind: 'petitioner' | 'organ' | 'person'; to_id: string }

function addressOf(recipient: string, { row, assignments }: Told['view'], part?: AssignmentTable): Address | null {
  if (recipient === 'petitioner') return { to_kind: 'petitioner', to_id: row.number }
  if (recipient === 'receiver' && part?.role === 'charge' && part.person !== null)
    return { to_kind: 'person', to_id: part.person }
  if (recipient === 'sender' && part?.role === 'instruction' && part.person !== null)
    return { to_kind: 'person', to_id: part.person }
  const reviewer = assignments.findLast(part => part.role === 'reviewer')?.organ ?? null
  const organs: Readonly<Record<string, string | null | undefined>> = {
    ...{ office: row.office, lead: row.lead, reviewer },
    ...{ receiver: part?.organ, sender: part?.sender },
  }
  const organ = organs[recipient] ?? null
  return organ === null ? null : { to_kind: 'organ', to_id: organ }
}

/** The part the event is about. */
function partIn({ payload }: EventTable, { assignments }: Told['view']): AssignmentTable | undefined {
  const { part }: { part?: string } = JSON.parse(payload)
  return assignments.find(({ id }) => id === part)
}
