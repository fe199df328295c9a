import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Db, Dialect } from './dialect.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { masterKey } from './vault.ts'

/** What every slice is handed: a writer, a reader beside it, the keys, and where files lie. */
export type Store = {
  readonly db: Db
  readonly reader: Db
  readonly dialect: Dialect
  readonly master: Buffer
  readonly dataDir: string
  /** Where PostgreSQL is, for a thread that opens it again. */
  readonly databaseUrl: string | undefined
  /** An act is recorded by the database's clock; without it, by the instant it was asked at. */
  readonly keepsTime?: true
  readonly close: () => Promise<unknown>
}

export type StoreConfig = { dataDir: string; databaseUrl?: string | undefined; secretKey?: string | undefined }

/** Opens the database, creates what is missing and brings it up to date. */
export async function openStore(config: StoreConfig): Promise<Store> {
  mkdirSync(join(config.dataDir, 'files'), { recursive: true, mode: 0o700 })
  const master = masterKey(config.secretKey ?? secretIn(config.dataDir))
  const opened = config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : openSqlite(join(config.dataDir, 'banjie.sqlite'))
  try {
    await migrate(opened.db, opened.dialect)
  } catch (error) {
    await opened.close()
    throw error
  }
  return { ...opened, master, dataDir: config.dataDir, databaseUrl: config.databaseUrl }
}

function secretIn(dataDir: string): string {
  const file = join(dataDir, 'secret.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url') + '\n', { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
