import { randomBytes } from 'node:crypto'
import { system } from '../accounts/actor.ts'
import { change, record } from '../accounts/change.ts'
import { tokenHash } from '../accounts/session.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'

/** Makes a token for the API in a person's name; it is kept hashed and given back once. */
export async function tokenAdd(
  store: Store,
  now: string,
  { login, name }: { login: string; name: string },
): Promise<{ outcome: 'done'; token: string } | { outcome: 'refused'; because: Text }> {
  return change(store, async trx => {
    const person = await trx
      .selectFrom('people')
      .select('id')
      .where('login', '=', login.toLowerCase())
      .where('active', '=', 1)
      .executeTakeFirst()
    if (!person) return { outcome: 'refused' as const, because: noSuchLogin }
    const token = `bj_${randomBytes(32).toString('base64url')}`
    const row = { hash: tokenHash(store, token), person: person.id, name, created_at: now, revoked_at: null }
    await trx.insertInto('tokens').values(row).execute()
    await record(trx, 'security', 'addToken', { actor: system, now }, { person: person.id })
    return { outcome: 'done' as const, token }
  })
}

const noSuchLogin = { zh: '没有这个登录名，或者账号已停用', en: 'There is no such login, or the account is closed' }
