import { addDays } from '../law/day.ts'
import type { Db } from '../db/dialect.ts'
import { balance } from './cohorts.ts'
import type { Question } from './rows.ts'

/** What stood open on a day: it is counted over all that ever came, and must not be listed so. */
export type Standing = 'open' | 'carriedOver'

export const isStanding = (cohort: string): cohort is Standing => cohort === 'open' || cohort === 'carriedOver'

/**
 * Cases that may have stood open, by number, at most so many: what is open now, and what was answered or ended since the
 * day, or was found out to have been since the instant.
 */
export async function mayHaveStood(
  db: Db,
  question: Question,
  cohort: Standing,
  after: string,
  limit: number,
): Promise<string[]> {
  const found = [...(await openAfter(db, after, limit)), ...(await goneAfter(db, question, cohort, after, limit))]
  return [...new Set(found)].sort().slice(0, limit)
}

const openAfter = async (db: Db, after: string, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('cases')
      .select('number')
      .where('is_open', '=', eb => eb.lit(1))
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit)
      .execute()
  ).map(({ number }) => number)

/** One pass over the lines of what went, kind by kind: nothing but the index they are counted by is read. What was found to be an accusation since is among them. */
async function goneAfter(db: Db, { cut }: Question, cohort: Standing, after: string, limit: number): Promise<string[]> {
  const day = cohort === 'open' ? cut.end : addDays(cut.start, -1)
  const found: string[] = []
  for (const { kind, about } of balance.gone) {
    const rows = await db
      .selectFrom('facts')
      .select('case_number')
      .where('kind', '=', kind)
      .where('what', 'in', [...about])
      .where('restricted', 'in', [0, 1])
      .where('case_number', '>', after)
      .where(eb => eb.or([eb('on_day', '>', day), eb('happened_on', '>', day), eb('recorded_at', '>', cut.asOf)]))
      .groupBy('case_number')
      .orderBy('case_number')
      .limit(limit)
      .execute()
    found.push(...rows.map(row => row.case_number))
  }
  return found
}
