import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** A line that a clock was met counts on the day that clock was due: where there are cases, they are replayed once. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`delete from jobs where name = 'rebuild'`.execute(db)
  await sql`insert into jobs (id, name, due_at, payload)
    select 'rebuild-2026-12-01', 'rebuild', '2026-11-30T00:00:00.000Z', ''
    where exists (select 1 from events where stream like 'case:%')`.execute(db)
}
