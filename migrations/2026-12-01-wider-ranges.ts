import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Figures of one procedure are read from the index alone, as those of all are. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await sql`drop index ${sql.ref(name)}`.execute(db)
    await sql.raw(`create index ${name} on facts (${columns}, procedure)`).execute(db)
  }
}

const range = 'kind, what, restricted, on_day, recorded_at, happened_on, sign'
const indexes = {
  facts_counted: `${range}, organ, case_number`,
  facts_of_organ: `organ, ${range}, case_number`,
}
