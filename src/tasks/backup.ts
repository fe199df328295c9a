import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { pathOf } from '../cases/files.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash, sha256 } from '../db/vault.ts'
import { checkArchive, writeArchive } from './archive.ts'
import type { Manifest, Part } from './archive.ts'
import { CannotDo } from './command.ts'
import { keptTables, pagesOf } from './kept.ts'
import type { KeptTable, Row } from './kept.ts'
import { writeKeys } from './keys_file.ts'

export type Copied = { manifest: Manifest; keys: number }

/**
 * Copies the system as it stands at one instant while it goes on working: the log, what is kept beside it and the sealed
 * files into `file`, the wrapped keys into `keysFile`. The copy reads the same on both databases.
 */
export async function backup(store: Store, file: string, keysFile = `${file}.keys`): Promise<Copied> {
  const taken = [file, keysFile].find(existsSync)
  if (taken !== undefined) throw new CannotDo(`${taken} exists already; a copy overwrites nothing`)
  const copied = await onSnapshot(store, async trx => {
    const at = await store.dialect.clock(trx)
    const keys = await writeKeys(trx, keysFile, at)
    try {
      return { keys, manifest: await writeArchive(file, add => fill(store, trx, at, add)) }
    } catch (error) {
      await rm(keysFile, { force: true })
      throw error
    }
  })
  await checkArchive(file)
  return copied
}

/** SQLite's snapshot begins with the first read. */
const onSnapshot = <T>({ reader }: Store, work: (trx: Db) => Promise<T>): Promise<T> =>
  reader.transaction().setIsolationLevel('repeatable read').execute(work)

type Add = (part: Part) => Promise<void>

async function fill(store: Store, trx: Db, at: string, add: Add): Promise<Manifest> {
  const parts: Manifest['parts'] = []
  const log = logDigest()
  for (const table of keptTables)
    for await (const { name, rows } of chunksOf(trx, table)) {
      if (table === 'events') rows.forEach(log.take)
      const bytes = gzipSync(rows.map(row => `${JSON.stringify(row)}\n`).join(''))
      parts.push({ name, rows: rows.length, sha256: sha256(bytes) })
      await add({ name, bytes })
    }
  return {
    application: 'banjie',
    format: 1,
    at,
    database: store.dialect.name,
    migrations: await migrationsOf(trx),
    master: masterMark(store.master),
    parts,
    ...(await addFiles(store, trx, add)),
    log: log.told(),
  }
}

async function* chunksOf(trx: Db, table: KeptTable): AsyncGenerator<{ name: string; rows: readonly Row[] }> {
  let place = 0
  for await (const rows of pagesOf(trx, table)) {
    place++
    yield { name: `${table}/${String(place).padStart(6, '0')}.jsonl.gz`, rows }
  }
}

/** The bytes lie on disk before a row names them; a file that was pulled since the snapshot may be gone. */
async function addFiles(store: Store, trx: Db, add: Add): Promise<Pick<Manifest, 'files' | 'absent'>> {
  const absent: string[] = []
  let files = 0
  for await (const rows of pagesOf(trx, 'files'))
    for (const { sha256, pulled_at } of rows) {
      if (pulled_at !== null || typeof sha256 !== 'string') continue
      const bytes = await readFile(pathOf(store, sha256)).catch(() => undefined)
      if (bytes && isNamed(bytes, sha256)) {
        await add({ name: `sealed/${sha256}`, bytes })
        files++
      } else absent.push(sha256)
    }
  return { files, absent }
}

const isNamed = (bytes: Buffer, name: string) => sha256(bytes) === name

/** The same digest `verify` prints, from the log in its order. */
export function logDigest() {
  const heads = createHash('sha256')
  const read = { streams: 0, events: 0 }
  let last: { stream: string; seq: number; hash: string } | undefined
  const close = () => {
    if (!last) return
    heads.update(`${last.stream}\u0000${last.seq}\u0000${last.hash}\n`)
    read.streams++
  }
  return {
    take: ({ stream, seq, hash }: Row) => {
      if (last && last.stream !== stream) close()
      last = { stream: String(stream), seq: Number(seq), hash: String(hash) }
      read.events++
    },
    told: () => {
      close()
      return { ...read, digest: heads.digest('base64url') }
    },
  }
}

export const masterMark = (master: Buffer): string => lookupHash(master, 'backup', 'the master key of a copy')

export async function migrationsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(row => row.name)
}
