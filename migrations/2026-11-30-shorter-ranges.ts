import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** One organ's figures and the line on accusations are ranges of indexes of their own; so is what is open, by number. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db)
}

const indexes = [
  'facts_of_organ on facts (organ, kind, what, restricted, on_day, recorded_at, happened_on, sign, case_number)',
  'facts_accusing on facts (kind, what, on_day, happened_on) where restricted = 1',
  'cases_open on cases (number) where is_open = 1',
]
