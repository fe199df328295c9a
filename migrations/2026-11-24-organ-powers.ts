import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** 条例 30: organs that have power over accusations besides those whose kind says so. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table organs add column takes_accusations integer not null default 0').execute(db)
}
