import type { Store } from '../db/open.ts'

/** That a person has read a matter, once: who knew of it can be asked later. */
export async function noteReading({ db, reader }: Store, number: string, person: string, now: string): Promise<void> {
  const known = await reader
    .selectFrom('readings')
    .select('person')
    .where('case_number', '=', number)
    .where('person', '=', person)
    .executeTakeFirst()
  if (known) return
  const row = { case_number: number, person, first_at: now }
  await db
    .insertInto('readings')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .execute()
}
