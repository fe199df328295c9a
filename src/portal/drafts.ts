import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash, openText, randomCode, seal } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import { instantOf, sayInstant } from '../law/day.ts'
import { forgetFiles } from './draft_files.ts'

/**
 * What someone is filling in, before it is filed. The row is named by a hash of the token in the browser's cookie and
 * sealed under a key derived from it: without the browser nobody reads it, the database and its master key included.
 */
export type Draft = { id: string; key: Key; version: number; content: Content }
export type Content = z.infer<typeof content>

const content = z.object({
  procedure: z.string(),
  /** What was typed, as typed, by field. */
  typed: z.record(z.string(), z.array(z.string())),
  answered: z.array(z.string()),
  /** Names the receipt's address; says nothing by itself. */
  receipt: z.string(),
  filed: z.object({ number: z.string(), code: z.string(), at: z.string() }).optional(),
})

export const draftHours = 24

/** A new draft, and the token that opens it. */
export async function startDraft(store: Store, procedure: string, now: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { id, key } = placeOf(store, token)
  const empty: Content = { procedure, typed: {}, answered: [], receipt: randomCode(20) }
  const row = { id, sealed: seal(key.bytes, JSON.stringify(empty)), version: 1, expires_at: expiry(now) }
  await store.db.insertInto('drafts').values(row).execute()
  return token
}

export async function findDraft(store: Store, token: string | undefined, now: string): Promise<Draft | undefined> {
  return token ? readDraft(store.db, placeOf(store, token), now) : undefined
}

/** As it stands now, read through a transaction that holds its row. */
export async function holdDraft(trx: Db, draft: Draft, now: string): Promise<Draft | undefined> {
  await trx
    .updateTable('drafts')
    .set({ expires_at: expiry(now) })
    .where('id', '=', draft.id)
    .execute()
  return readDraft(trx, draft, now)
}

/** Keeps what was typed; false where another window saved first. */
export async function saveDraft(db: Db, draft: Draft, content: Content, now: string): Promise<boolean> {
  const row = await db
    .updateTable('drafts')
    .set({
      sealed: seal(draft.key.bytes, JSON.stringify(content)),
      version: draft.version + 1,
      expires_at: expiry(now),
    })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropDraft(store: Store, id: string): Promise<void> {
  await forgetFiles(store, id)
  await store.db.deleteFrom('drafts').where('id', '=', id).execute()
}

/** The sweep: drafts past their time go, with what was uploaded to them. */
export async function clearDrafts(store: Store, now: string): Promise<number> {
  const rows = await store.db.selectFrom('drafts').select('id').where('expires_at', '<=', now).limit(1000).execute()
  for (const { id } of rows) await dropDraft(store, id)
  return rows.length
}

async function readDraft(db: Db, { id, key }: Pick<Draft, 'id' | 'key'>, now: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { id, key, version: row.version, content: content.parse(JSON.parse(openText(key.bytes, row.sealed))) }
}

function placeOf(store: Store, token: string): Pick<Draft, 'id' | 'key'> {
  const id = lookupHash(store.master, 'draft', token)
  return { id, key: { id, bytes: Buffer.from(lookupHash(store.master, 'draft key', token), 'base64url') } }
}

const expiry = (now: string) => sayInstant(instantOf(now).add({ hours: draftHours }))
