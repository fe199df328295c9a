import { readdir, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pathOf } from '../cases/files.ts'
import type { Store } from '../db/open.ts'
import { instantOf } from '../law/day.ts'
import { clearDrafts } from '../portal/drafts.ts'
import { expireExports } from '../reports/export_files.ts'
import { makingIn } from '../reports/formats.ts'

/** Lets go of what was kept only for a while: ended sessions, forgotten drafts, the bytes of files pulled, exports. */
export async function tidy(store: Store, now: string): Promise<number> {
  const sessions = await store.db.deleteFrom('web_sessions').where('expires_at', '<', now).executeTakeFirst()
  const drafts = await clearDrafts(store, now)
  const files = (await removePulled(store)) + (await removePartial(store, now))
  return (
    Number(sessions.numDeletedRows) +
    drafts +
    files +
    (await expireExports(store, now)) +
    (await removeUnfinished(store, now))
  )
}

/** The row stays as a record that there was a file; the bytes go. */
async function removePulled(store: Store): Promise<number> {
  const rows = await store.reader.selectFrom('files').select('sha256').where('pulled_at', 'is not', null).execute()
  let removed = 0
  for (const { sha256 } of rows) if (await remove(pathOf(store, sha256))) removed++
  return removed
}

/** A crash between writing and naming leaves `<sha256>.<id>`; nothing refers to it, and a day later nobody writes it. */
async function removePartial(store: Store, now: string): Promise<number> {
  const yesterday = instantOf(now).subtract({ hours: 24 })
  let removed = 0
  for (const name of await readdir(join(store.dataDir, 'files'), { recursive: true })) {
    if (!/\.[-0-9a-f]{36}$/.test(name)) continue
    const path = join(store.dataDir, 'files', name)
    const { mtimeMs } = await stat(path)
    if (mtimeMs < yesterday.epochMilliseconds && (await remove(path))) removed++
  }
  return removed
}

/** What a killed server was making. */
async function removeUnfinished(store: Store, now: string): Promise<number> {
  const yesterday = instantOf(now).subtract({ hours: 24 })
  let removed = 0
  for (const name of await readdir(makingIn(store)).catch(() => [])) {
    const path = join(makingIn(store), name)
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {}
    if (mtimeMs >= yesterday.epochMilliseconds) continue
    await rm(path, { recursive: true, force: true })
    removed++
  }
  return removed
}

async function remove(path: string): Promise<boolean> {
  try {
    await unlink(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
