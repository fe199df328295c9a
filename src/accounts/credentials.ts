import type { Db } from '../db/dialect.ts'
import { hashPassword, isPassword } from './password.ts'
import type { Cost } from './password.ts'

/** Gives a person a password; a first one, or one an administrator set, must be changed at once. */
export async function setPassword(
  db: Db,
  person: string,
  password: string,
  options: { now: string; mustChange: boolean; cost?: Cost },
): Promise<void> {
  const row = {
    hash: await hashPassword(password, options.cost),
    must_change: options.mustChange ? 1 : 0,
    changed_at: options.now,
    failures: 0,
    locked_until: null,
  }
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
