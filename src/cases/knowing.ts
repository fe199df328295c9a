import type { Db } from '../db/dialect.ts'
import { compare } from '../law/compare.ts'

/** Officials, and since when they know of a matter: whoever read it, and who acted on it without opening a page. */
export async function knowing(db: Db, number: string): Promise<Map<string, string>> {
  const read = await db
    .selectFrom('readings')
    .select(['person', 'first_at'])
    .where('case_number', '=', number)
    .execute()
  const acted = await db
    .selectFrom('events')
    .select(['actor as person', eb => eb.fn.min('recorded_at').as('first_at')])
    .where('stream', '=', `case:${number}`)
    .groupBy('actor')
    .execute()
  const each = [...read, ...acted].sort((a, b) => compare(b.first_at, a.first_at))
  return new Map(each.map(({ person, first_at }) => [person, first_at]))
}
