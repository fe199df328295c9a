import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What an organ owes, the next due first: of a clock of its own part no less than of the matter itself. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `create index deadlines_owed on deadlines (owner_organ, due_on, case_number)
        where is_open = 1 and is_duty = 1 and paused_on is null`,
    )
    .execute(db)
}
