import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { applyErasure, listErasures } from '../cases/erase.ts'
import type { Erasure } from '../cases/erase.ts'
import { pathOf, removeBytes } from '../cases/files.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { partsIn, rowsOf } from './archive.ts'
import type { Manifest } from './archive.ts'
import { logDigest } from './backup.ts'
import { CannotDo } from './command.ts'
import { isKept, putRows } from './kept.ts'
import { keysIn } from './keys_file.ts'

/** Brings in a copy that was looked over: its rows, its files, and the keys that lie beside it. */
export async function loadArchive(store: Store, file: string, keysFile: string, manifest: Manifest): Promise<void> {
  const log = logDigest()
  for await (const { name, bytes } of partsIn(file)) {
    const [table = '', rest = ''] = name.split('/')
    if (table === 'sealed') await putFile(store, rest, bytes)
    if (!isKept(table)) continue
    const rows = rowsOf(bytes)
    if (table === 'events') rows.forEach(log.take)
    await store.db.transaction().execute(trx => putRows(trx, table, rows))
  }
  if (log.told().digest !== manifest.log.digest)
    throw new CannotDo(`${file}: the log is not the one its manifest tells of`)
  for await (const keys of keysIn(keysFile)) await store.db.transaction().execute(trx => putRows(trx, 'keys', keys))
  await markAbsent(store.db, manifest)
}

async function putFile(store: Store, sha256: string, bytes: Buffer): Promise<void> {
  const path = pathOf(store, sha256)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600, flush: true })
}

/** The rows stay as a record that there were files. */
async function markAbsent(db: Db, { absent, at }: Manifest): Promise<void> {
  for (const sha256 of absent)
    await db.updateTable('files').set({ pulled_at: at }).where('sha256', '=', sha256).execute()
}

/** Erases again whoever was erased since the copy was made; gives how many erasures that were. */
export async function replayErasures(store: Store, listed: readonly Erasure[]): Promise<number> {
  const known = new Set((await listErasures(store.db)).map(({ id }) => id))
  let replayed = 0
  for (const erasure of listed) {
    if (known.has(erasure.id) || !(await hasStream(store.db, erasure.number))) continue
    known.add(erasure.id)
    const files = await store.db.transaction().execute(trx => applyErasure(store, trx, erasure))
    for (const sha256 of files) await removeBytes(store, sha256)
    replayed++
  }
  return replayed
}

async function hasStream(db: Db, number: string): Promise<boolean> {
  const first = db.selectFrom('events').select('seq').where('stream', '=', `case:${number}`).limit(1)
  return (await first.executeTakeFirst()) !== undefined
}

/** Cases and persons that nothing can open and that no erasure tells of. */
export async function countKeyless(db: Db): Promise<number> {
  const erased = (await listErasures(db)).flatMap(({ words, number }) => (words ? [number] : []))
  const { rows: cases } = await sql<{ number: string }>`select distinct case_number as number from texts
    where not exists (select 1 from keys where keys.id = 'case:' || texts.case_number)`.execute(db)
  const { rows: parties } = await sql<{ id: string }>`select id from parties where erased_at is null
    and not exists (select 1 from keys where keys.id = 'party:' || parties.id)`.execute(db)
  return cases.filter(({ number }) => !erased.includes(number)).length + parties.length
}
