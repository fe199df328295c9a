import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Which street or township a matter is about (属地). */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const table of ['cases', 'facts']) await sql.raw(`alter table ${table} add column place ${text}`).execute(db)
}
