import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Lines recorded in a later month than they are counted in are few, and they alone restate a month that is over. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `create index facts_restating on facts (recorded_at, on_day, case_number)
        where substr(recorded_on, 1, 7) > substr(on_day, 1, 7)`,
    )
    .execute(db)
}
