import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import { answers } from './clocks.ts'

/** By when each of these matters is to be answered now, standing still or not; without a day where nothing is owed. */
export async function openAnswers(db: Db, numbers: readonly string[]): Promise<Map<string, Day>> {
  const rows = await db
    .selectFrom('deadlines')
    .select(['case_number', eb => eb.fn.min('due_on').as('due')])
    .where('case_number', 'in', ['', ...numbers])
    .where('is_open', '=', sql.lit(1))
    .where('deadline', 'in', [...answers])
    .groupBy('case_number')
    .execute()
  return new Map(rows.map(({ case_number, due }) => [case_number, due]))
}
