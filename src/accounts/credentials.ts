import type { Db } from '../db/dialect.ts'
import { isPassword } from './password.ts'

/** Keeps a person's new password; one that another person set must be changed at once. */
export async function storePassword(
  db: Db,
  person: string,
  { hash, now, mustChange }: { hash: string; now: string; mustChange: boolean },
): Promise<void> {
  const row = { hash, must_change: mustChange ? 1 : 0, changed_at: now, failures: 0, locked_until: null }
  await db
    .insertInto('credentials')
    .values({ person, ...row })
    .onConflict(conflict => conflict.column('person').doUpdateSet(row))
    .execute()
}

export async function mustChangePassword(db: Db, person: string): Promise<boolean> {
  const row = await db.selectFrom('credentials').select('must_change').where('person', '=', person).executeTakeFirst()
  return row?.must_change === 1
}

export async function isOwnPassword(db: Db, person: string, password: string): Promise<boolean> {
  const row = await db.selectFrom('credentials').select('hash').where('person', '=', person).executeTakeFirst()
  return row !== undefined && (await isPassword(password, row.hash))
}
