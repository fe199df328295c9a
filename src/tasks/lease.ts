import type { Store } from '../db/open.ts'
import { instantOf, sayInstant } from '../law/day.ts'

/** Takes or renews a lease; of several servers one holds it, and another takes over when it runs out. */
export async function takeLease(
  store: Store,
  { name, holder, now, seconds }: { name: string; holder: string; now: string; seconds: number },
): Promise<boolean> {
  const until = sayInstant(instantOf(now).add({ seconds }))
  const held = await store.db
    .insertInto('leases')
    .values({ name, holder, until })
    .onConflict(clash =>
      clash
        .column('name')
        .doUpdateSet({ holder, until })
        .where(eb => eb.or([eb('leases.holder', '=', holder), eb('leases.until', '<', now)])),
    )
    .returning('holder')
    .executeTakeFirst()
  return held !== undefined
}

export async function dropLease(store: Store, name: string, holder: string): Promise<void> {
  await store.db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
}
