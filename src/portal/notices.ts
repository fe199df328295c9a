import { z } from 'zod'
import { findOrgans } from '../accounts/organs.ts'
import { fill } from '../cases/sentences.ts'
import type { Step } from '../cases/story.ts'
import { reviewerOf } from '../cases/view.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'

export type PetitionerNotice = { id: string; says: Text; at: string; isNew: boolean }

/** What the petitioner was told, newest first; looking at them is reading them. */
export async function readNotices(
  store: Store,
  view: CaseView,
  steps: readonly Pick<Step, 'seq' | 'organ' | 'receiver'>[],
  now: string,
): Promise<PetitionerNotice[]> {
  const { row, procedure } = view
  const told = await store.db
    .selectFrom('outbox')
    .select(['id', 'notice', 'params', 'created_at', 'read_at'])
    .where('to_kind', '=', 'petitioner')
    .where('to_id', '=', row.number)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  const unread = told.filter(notice => notice.read_at === null).map(({ id }) => id)
  if (unread.length > 0) await store.db.updateTable('outbox').set({ read_at: now }).where('id', 'in', unread).execute()
  const parts = { office: row.office, lead: row.lead, reviewer: reviewerOf(view) }
  const organs = await findOrgans(
    store.reader,
    Object.values(parts).flatMap(id => id ?? []),
  )
  const names = Object.fromEntries(Object.entries(parts).map(([role, id]) => [role, organs.get(id ?? '')]))
  const due = new Map(view.deadlines.map(line => [line.deadline, line.due_on]))
  return told.flatMap(({ id, notice, params, created_at, read_at }) => {
    const spec = procedure.acts[notice]
    const said = row.restricted === 1 ? spec?.title : spec?.tells?.petitioner
    if (!said) return []
    const { organ, receiver } = steps.find(step => step.seq === sentBy.parse(JSON.parse(params)).seq) ?? {}
    const parties = { organ: organ ?? undefined, receiver: receiver ?? undefined }
    const says = fill(said, { names: { ...names, ...parties }, due, spec })
    return [{ id, says, at: created_at, isNew: read_at === null }]
  })
}

/** The event a notice came from. */
const sentBy = z.object({ seq: z.number() })
