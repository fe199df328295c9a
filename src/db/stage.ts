import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './dialect.ts'
import { migrate } from './migrate.ts'
import type { Store, StoreConfig } from './open.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** An empty house beside the empty one: to be filled and looked over, and only then moved into. */
export type Stage = {
  readonly store: Store
  /** Puts what was staged in the place of the empty database, in one step. */
  readonly settle: () => Promise<void>
  readonly discard: () => Promise<void>
}

export async function openStage({ dataDir, databaseUrl }: StoreConfig, master: Buffer): Promise<Stage> {
  const name = `restoring_${randomUUID().replaceAll('-', '')}`
  const folder = join(dataDir, name)
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 })
  const opened = databaseUrl
    ? await openSchema(databaseUrl, name)
    : { ...openSqlite(join(folder, 'banjie.sqlite')), schema: undefined }
  const discard = async () => {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
    if (databaseUrl) await onDatabase(databaseUrl, db => dropSchema(db, name))
  }
  await migrate(opened.db, opened.dialect, opened.schema).catch(async (error: unknown) => {
    await discard()
    throw error
  })
  return {
    store: { ...opened, master, dataDir: folder, databaseUrl },
    settle: async () => {
      await moveFiles(join(folder, 'files'), join(dataDir, 'files'))
      await opened.close()
      await (databaseUrl ? onDatabase(databaseUrl, db => moveSchema(db, name)) : moveDatabase(folder, dataDir))
      await rm(folder, { recursive: true, force: true })
    },
    discard,
  }
}

/** A schema that is looked in before any other. */
async function openSchema(url: string, schema: string) {
  await onDatabase(url, db => sql`create schema ${sql.id(schema)}`.execute(db))
  const inside = new URL(url)
  const options = inside.searchParams.get('options') ?? ''
  inside.searchParams.set('options', `${options} -c search_path=${schema}`.trim())
  return { ...openPostgres(inside.href), schema }
}

async function onDatabase(url: string, work: (db: Db) => Promise<unknown>): Promise<void> {
  const { db, close } = openPostgres(url)
  try {
    await work(db)
  } finally {
    await close()
  }
}

const dropSchema = (db: Db, schema: string) => sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)

const moveSchema = (db: Db, schema: string) =>
  db.transaction().execute(async trx => {
    const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = ${schema}`.execute(trx)
    const { rows: functions } = await sql<{ name: string }>`select proname as name from pg_proc
      where pronamespace = ${schema}::regnamespace`.execute(trx)
    const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(trx)
    const home = rows[0]?.name ?? 'public'
    for (const { name } of tables) {
      await sql`drop table if exists ${sql.id(home, name)}`.execute(trx)
      await sql`alter table ${sql.id(schema, name)} set schema ${sql.id(home)}`.execute(trx)
    }
    for (const { name } of functions) {
      await sql`drop function if exists ${sql.id(home, name)}()`.execute(trx)
      await sql`alter function ${sql.id(schema, name)}() set schema ${sql.id(home)}`.execute(trx)
    }
    await dropSchema(trx, schema)
  })

/** A log left beside the old database would be replayed onto the new one. */
async function moveDatabase(from: string, to: string): Promise<void> {
  for (const rest of ['-wal', '-shm']) await rm(join(to, `banjie.sqlite${rest}`), { force: true })
  await rename(join(from, 'banjie.sqlite'), join(to, 'banjie.sqlite'))
}

/** Files lie under their own hash: one that is there already is the same. */
async function moveFiles(from: string, to: string): Promise<void> {
  for (const shelf of await readdir(from)) {
    await mkdir(join(to, shelf), { recursive: true, mode: 0o700 })
    for (const name of await readdir(join(from, shelf))) await rename(join(from, shelf, name), join(to, shelf, name))
  }
}
