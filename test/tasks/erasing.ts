import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { system } from '../../src/accounts/actor.ts'
import { erase } from '../../src/cases/erase.ts'
import type { ErasureAsked } from '../../src/cases/erase.ts'
import { addToList, listIn } from '../../src/cases/erasure_list.ts'
import { scrubNow } from '../../src/cases/erasure_scrub.ts'
import type { Store } from '../../src/db/open.ts'
import { seatCast } from '../support/cast.ts'
import { at, file, filing, toHandling } from '../support/road.ts'

export const NAME = '欧阳翠微'
export const PHONE = '13912345678'
export const named = { ...filing, petitioner: NAME, phone: PHONE, body: `${NAME}反映楼顶漏水，电话${PHONE}。` }

/** A case among others whose texts, files and party all name one person. */
export async function live(store: Store, input: typeof filing = named) {
  await seatCast(store)
  await file(store, '2026-01-05')
  const petition = await file(store, '2026-01-05', input)
  const uploads = [{ name: `${NAME}.txt`, bytes: Buffer.from(`${NAME}手写`) }]
  await petition.does('addMaterial', petition.petitioner, '2026-01-06', { note: '照片' }, { uploads })
  await toHandling(petition)
  return petition
}

/** Erased as the command does it, to the last page of the disk. */
export async function erased(store: Store, number: string, extra: Partial<ErasureAsked> = {}) {
  const asked = { of: { number }, words: 'destroy', reason: '依申请', actor: system, now: at('2026-07-01') } as const
  const done = await erase(store, { ...asked, ...extra }, erasure => addToList(listIn(store.dataDir), [erasure]))
  return done.outcome === 'done' ? { ...done, isClean: await scrubNow(store, done.job, at('2026-07-01')) } : done
}

/** Every file there is; one that a database drops while it is looked at holds nothing any more. */
export const filesUnder = (folder: string): { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map(path => ({ path, bytes: bytesOf(path) }))

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (existsSync(path)) throw error
    return Buffer.alloc(0)
  }
}

/** Every file a database keeps, and the data directory; PostgreSQL's log of changes is kept and dropped by its own rule. */
export async function everyFile(store: Store): Promise<{ path: string; bytes: Buffer }[]> {
  if (store.dialect.name === 'sqlite') return filesUnder(store.dataDir)
  await sql`checkpoint`.execute(store.db)
  const { rows } = await sql<{ folder: string }>`select current_setting('data_directory') || '/base/' || oid as folder
    from pg_database where datname = current_database()`.execute(store.db)
  return [...filesUnder(store.dataDir), ...filesUnder(rows[0]?.folder ?? '')]
}

/** Every row of every table there is, as text. */
export async function everyRow(store: Store): Promise<string> {
  const { rows } =
    store.dialect.name === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(store.db)
      : await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
          store.db,
        )
  const dumps: string[] = []
  for (const { name } of rows)
    dumps.push(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(store.db)).rows))
  return dumps.join('\n')
}

/** Which of these words some bytes hold. */
export const foundIn = (words: readonly string[], bytes: Buffer | string): string[] =>
  words.filter(word => bytes.includes(word))
