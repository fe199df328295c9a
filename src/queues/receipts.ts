import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import { openText, seal } from '../db/vault.ts'

/** What a form that was sent led to: nothing yet, or the case with its code. */
export type Receipt = { person: string; number?: string; code?: string; at?: string }

const lifetime = { minutes: 30 }

/** One form files one case: the first to claim it goes on, a second press finds it taken. */
export async function claimForm({ db, master }: Store, form: string, actor: Actor, now: string): Promise<boolean> {
  const expires = Temporal.Instant.from(now).add(lifetime).toString({ smallestUnit: 'millisecond' })
  const sealed = seal(master, JSON.stringify({ person: actor.id } satisfies Receipt))
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('drafts')
    .values({ id: idOf(form), sealed, version: 1, expires_at: expires })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Nothing was filed: the form may be sent again. */
export const releaseForm = ({ db }: Store, form: string) =>
  db.deleteFrom('drafts').where('id', '=', idOf(form)).execute()

export const keepReceipt = ({ db, master }: Store, form: string, receipt: Receipt) =>
  db
    .updateTable('drafts')
    .set({ sealed: seal(master, JSON.stringify(receipt)) })
    .where('id', '=', idOf(form))
    .execute()

/** The receipt, for the person who filed and for half an hour. */
export async function findReceipt(
  { db, master }: Store,
  form: string,
  actor: Actor,
  now: string,
): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('sealed')
    .where('id', '=', idOf(form))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const receipt: Receipt | undefined = row && JSON.parse(openText(master, row.sealed))
  return receipt?.person === actor.id ? receipt : undefined
}

const idOf = (form: string) => `intake:${form}`
