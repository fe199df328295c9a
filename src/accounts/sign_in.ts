import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { dayOf, instantOf, sayInstant } from '../law/day.ts'
import type { Actor } from './actor.ts'
import { system } from './actor.ts'
import { change, record } from './change.ts'
import { rememberNetwork } from './networks.ts'
import { actorById } from './person.ts'
import { hashPassword, isPassword } from './password.ts'

export const failuresAllowed = 5
export const minutesLocked = 15

export type Attempt = { login: string; password: string; address: string; now: string }

/**
 * The person, or null: wrong password, unknown login, locked, closed account are one answer and take the same time.
 * A try is counted before the password is looked at, so that many tries at once are still five.
 */
export async function checkSignIn(store: Store, { login, password, address, now }: Attempt): Promise<Actor | null> {
  const credential = await countTry(store.db, login, now)
  const isOpen = credential !== undefined && credential.failures <= failuresAllowed
  const isRight = await isPassword(password, isOpen ? credential.hash : await nobodys())
  const actor = isOpen && isRight ? await actorById(store.db, credential.person) : null
  await change(store, trx =>
    actor ? recordSuccess(store, trx, actor, address, now) : recordFailure(trx, isOpen ? credential : undefined, now),
  )
  return actor
}

/** Counts one more try, unless the account is locked. */
const countTry = (db: Db, login: string, now: string) =>
  db
    .updateTable('credentials')
    .set({ failures: sql`failures + 1` })
    .where('person', '=', eb => eb.selectFrom('people').select('id').where('login', '=', login).where('active', '=', 1))
    .where(eb => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
    .returning(['person', 'hash', 'failures'])
    .executeTakeFirst()

async function recordSuccess(store: Store, trx: Db, actor: Actor, address: string, now: string) {
  await trx.updateTable('credentials').set({ failures: 0, locked_until: null }).where('person', '=', actor.id).execute()
  await rememberNetwork(store, trx, address, dayOf(now))
  await record(trx, 'security', 'signIn', { actor, now }, { person: actor.id })
}

/** The last wrong try locks; the count begins again when the lock ends. */
async function recordFailure(trx: Db, credential: { person: string; failures: number } | undefined, now: string) {
  const isLast = credential?.failures === failuresAllowed
  if (credential && isLast) {
    const locked_until = sayInstant(instantOf(now).add({ minutes: minutesLocked }))
    await trx
      .updateTable('credentials')
      .set({ failures: 0, locked_until })
      .where('person', '=', credential.person)
      .execute()
  }
  await record(
    trx,
    'security',
    isLast ? 'lock' : 'failSignIn',
    { actor: system, now },
    { person: credential?.person ?? null },
  )
}

let nobodysHash: Promise<string> | undefined
const nobodys = () => (nobodysHash ??= hashPassword('nobody has this password'))
