import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'

/** Those of the cases that are the actor's to see. */
export async function visibleOf(
  db: Db,
  actor: Actor,
  numbers: readonly string[],
  batch = 500,
): Promise<ReadonlySet<string>> {
  const [seen, all] = [new Set<string>(), [...new Set(numbers)]]
  for (let i = 0; i < all.length; i += batch) {
    const rows = await db
      .selectFrom('cases')
      .select('number')
      .where('number', 'in', all.slice(i, i + batch))
      .where(visibleTo(actor))
      .execute()
    for (const { number } of rows) seen.add(number)
  }
  return seen
}
