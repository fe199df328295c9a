import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'

/** Did an official sign in from this address within thirty days? A rating from there is flagged, never refused. */
export async function isOfficialNetwork(store: Store, address: string, today: Day): Promise<boolean> {
  const row = await store.db
    .selectFrom('official_networks')
    .select('hash')
    .where('hash', '=', hashOf(store, address))
    .where('seen_on', '>=', addDays(today, -30))
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers where officials sign in from, as a keyed hash. */
export async function rememberNetwork(store: Store, db: Db, address: string, today: Day): Promise<void> {
  await db
    .insertInto('official_networks')
    .values({ hash: hashOf(store, address), seen_on: today })
    .onConflict(conflict => conflict.column('hash').doUpdateSet({ seen_on: today }))
    .execute()
}

const hashOf = (store: Store, address: string) => lookupHash(store.master, 'address', address)
