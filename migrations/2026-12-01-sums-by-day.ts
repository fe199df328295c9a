import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Figures are kept by the day they are counted on: a report through any day of a month is read from sums. They are settled anew. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ['figure_sums', 'figure_periods']) await sql`delete from ${sql.table(table)}`.execute(db)
  await sql`alter table figure_sums rename column month to day`.execute(db)
}
