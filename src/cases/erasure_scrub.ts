import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { instantOf, sayInstant } from '../law/day.ts'
import { removeBytes } from './files.ts'

/** Asks within the transaction that erases: should the machine stop right after it, the clockwork still does it. */
export async function askScrub(trx: Db, now: string, files: readonly string[]): Promise<string> {
  const due_at = sayInstant(instantOf(now).add({ minutes: 1 }))
  const row = { id: randomUUID(), name: 'scrub', due_at, payload: JSON.stringify({ files }), done_at: null }
  await trx.insertInto('jobs').values(row).execute()
  return row.id
}

/** Leaves nothing of what was erased on disk. False where a reader still holds on: the clockwork tries again. */
export async function scrubNow(store: Store, job: string, now: string): Promise<boolean> {
  const row = await store.db.selectFrom('jobs').select('payload').where('id', '=', job).executeTakeFirst()
  const isClean = await scrubFor(store, row?.payload ?? '{}')
  if (isClean) await store.db.updateTable('jobs').set({ done_at: now }).where('id', '=', job).execute()
  return isClean
}

/** The job: asks for itself again where it could not be done yet. */
export async function scrub(store: Store, now: string, payload: string): Promise<void> {
  if (!(await scrubFor(store, payload))) await askScrub(store.db, now, [])
}

async function scrubFor(store: Store, payload: string): Promise<boolean> {
  const { files = [] }: { files?: string[] } = JSON.parse(payload)
  for (const sha256 of files) await removeBytes(store, sha256)
  return store.dialect.scrub(store.db)
}
