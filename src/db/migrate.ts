import { Migrator } from 'kysely/migration'
import * as foundation from '../../migrations/2026-11-23-foundation.ts'
import type { Db, Dialect } from './dialect.ts'

/** `schema` is where the record of migrations is kept, if not where PostgreSQL looks first. */
export async function migrate(db: Db, dialect: Dialect, schema?: string): Promise<string[]> {
  const provider = {
    getMigrations: async () => ({
      '2026-11-23-foundation': { up: (trx: Db) => foundation.up(trx, dialect.name) },
    }),
  }
  const { error, results } = await new Migrator({
    db,
    provider,
    ...(schema !== undefined && { migrationTableSchema: schema }),
  }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map(result => result.migrationName)
}
