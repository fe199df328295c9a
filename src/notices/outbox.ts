import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, EventTable } from '../db/tables.ts'
import { answeringRoles, personalRoles } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'

type Told = {
  procedure: Procedure
  spec: Act
  event: EventTable
  before: { assignments: readonly AssignmentTable[] } | null
  view: { row: CaseTable; assignments: readonly AssignmentTable[] }
}

/** Writes the messages an act sends, in the act's own transaction; they are delivered later. No personal data. */
export async function addNotices(trx: Db, { procedure, spec, event, before, view }: Told): Promise<void> {
  const rows = Object.keys(spec.tells ?? {}).flatMap(recipient => {
    const params = { procedure: procedure.id, version: procedure.version, recipient, seq: event.seq }
    const isEnded = recipient === 'sender' && spec.releases
    const parts = isEnded ? askedInVain(before, view) : [partIn(event, view)]
    const addresses = parts.flatMap(part => addressOf(recipient, view, part) ?? [])
    const many = [...toMany(recipient, before, view), ...toGiven(recipient, event)].filter(
      ({ to_id }) => to_id !== event.actor,
    )
    return uniqueIn([...addresses, ...many]).map(to => ({
      id: randomUUID(),
      case_number: view.row.number,
      ...to,
      notice: event.act,
      params: JSON.stringify(params),
      created_at: event.recorded_at,
      delivered_at: null,
      read_at: null,
    }))
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

/** Everyone who signs it, or is asked to; every organ that handles it, or did until this very act. */
function toMany(recipient: string, before: Told['before'], { assignments }: Told['view']): Address[] {
  const open = assignments.filter(
    ({ id, is_open }) => is_open === 1 || before?.assignments.some(part => part.id === id && part.is_open === 1),
  )
  switch (recipient) {
    case 'signers':
      return open.flatMap(({ role, person }): Address[] =>
        personalRoles.includes(role) && person !== null ? [{ to_kind: 'person', to_id: person }] : [],
      )
    case 'organs':
      return open.flatMap(({ role, organ }): Address[] =>
        [...answeringRoles, 'co-handler'].includes(role) ? [{ to_kind: 'organ', to_id: organ }] : [],
      )
    case 'copied':
      return assignments.flatMap(({ id, role, organ }): Address[] =>
        role === 'copied' && !before?.assignments.some(part => part.id === id)
          ? [{ to_kind: 'organ', to_id: organ }]
          : [],
      )
    default:
      return []
  }
}

/** Each organ that an act gave a part, where it gave several. */
function toGiven(recipient: string, { payload }: EventTable): Address[] {
  const { gives = [] }: { gives?: { organ: string }[] } = JSON.parse(payload)
  return recipient === 'receiver' ? gives.map(({ organ }) => ({ to_kind: 'organ', to_id: organ })) : []
}

/** What an organ was asked and did not settle before the matter was taken from it: whoever asked is told. */
const askedInVain = (before: Told['before'], { assignments }: Told['view']): AssignmentTable[] =>
  assignments.filter(
    ({ id, role, is_open }) =>
      ['supervision', 'proposal', 'instruction'].includes(role) &&
      is_open === 0 &&
      before?.assignments.some(part => part.id === id && part.is_open === 1),
  )

const uniqueIn = (all: readonly Address[]) =>
  all.filter((one, i) => all.findIndex(other => other.to_kind === one.to_kind && other.to_id === one.to_id) === i)

/** The part the event is about. */
function partIn({ payload }: EventTable, { assignments }: Told['view']): AssignmentTable | undefined {
  const { part }: { part?: string } = JSON.parse(payload)
  return assignments.find(({ id }) => id === part)
}
