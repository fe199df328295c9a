import { sql } from 'kysely'
import type { Db } from '../../src/db/dialect.ts'
import type { Store } from '../../src/db/open.ts'

/** Writes a great deal into these tables without their indexes, which are made anew afterwards: sorted, at once. */
export async function withoutIndexes(
  { db, dialect }: Store,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const indexes = await (dialect.name === 'sqlite' ? inSqlite(db, tables) : inPostgres(db, tables))
  for (const { name } of indexes) await sql`drop index ${sql.table(name)}`.execute(db)
  await work()
  for (const { made } of indexes) await sql.raw(made).execute(db)
}

type Index = { name: string; made: string }

const inSqlite = async (db: Db, tables: readonly string[]): Promise<Index[]> =>
  (
    await sql<Index>`select name, sql as made from sqlite_master
      where type = 'index' and sql is not null and tbl_name in (${sql.join(tables)})`.execute(db)
  ).rows

const inPostgres = async (db: Db, tables: readonly string[]): Promise<Index[]> =>
  (
    await sql<Index>`select indexname as name, indexdef as made from pg_indexes
      where tablename in (${sql.join(tables)}) and indexname not like '%_pkey'`.execute(db)
  ).rows
