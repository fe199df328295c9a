import type { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import { storePassword } from '../../src/accounts/credentials.ts'
import { hashPassword } from '../../src/accounts/password.ts'
import type { Store } from '../../src/db/open.ts'
import { digest } from '../../src/db/vault.ts'
import type { Env } from '../../src/http/context.ts'

const never = '9999-12-31T00:00:00.000Z'

/** A `Cookie` header for one of the cast: a session that ends with the test, whatever its clock does. */
export async function signIn(_app: Hono<Env>, store: Store, login: string): Promise<string> {
  return `session=${await sessionFor(store, login)}`
}

/** What the cookie of such a session holds. */
export async function sessionFor(store: Store, login: string): Promise<string> {
  const id = randomBytes(25).toString('hex')
  const person = await personWith(store, login)
  const row = { id: digest(id), person, created_at: never, seen_at: never, expires_at: never }
  await store.db.insertInto('web_sessions').values(row).execute()
  return id
}

/** Lets one of the cast sign in through the form; cheap to check, because tests do it often. */
export async function givePassword(store: Store, login: string, password: string, mustChange = false): Promise<void> {
  const hash = await hashPassword(password, { memory: 8, passes: 1, parallelism: 1 })
  const person = await personWith(store, login)
  await storePassword(store.db, person, { hash, now: '2026-01-01T00:00:00.000Z', mustChange })
}

async function personWith(store: Store, login: string): Promise<string> {
  const row = await store.db.selectFrom('people').select('id').where('login', '=', login).executeTakeFirstOrThrow()
  return row.id
}
