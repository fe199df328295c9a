import { getCookie } from 'hono/cookie'
import { Lucia, TimeSpan } from 'lucia'
import type { Adapter } from 'lucia'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { digest, lookupHash } from '../db/vault.ts'
import type { Ctx } from '../http/context.ts'
import { instantOf, sayInstant } from '../law/day.ts'
import type { Actor } from './actor.ts'
import { isAdmin } from './admins.ts'
import { actorById, rolesOf } from './person.ts'

/** The official whose session cookie came with the request, or null. The only file that knows lucia. */
export async function findActor(c: Ctx): Promise<Actor | null> {
  const id = getCookie(c, cookieName)
  if (!id) return null
  const { user } = await luciaFor(c).validateSession(id)
  return user && actorById(c.get('store').db, user.id)
}

/** Whoever holds a token for the API, or null. */
export async function findActorByToken(store: Store, token: string, now: string): Promise<Actor | null> {
  const row = await store.db
    .selectFrom('tokens')
    .select('person')
    .where('hash', '=', tokenHash(store, token))
    .where(eb => eb.or([eb('revoked_at', 'is', null), eb('revoked_at', '>', now)]))
    .executeTakeFirst()
  return row ? actorById(store.db, row.person) : null
}

export const tokenHash = (store: Store, token: string): string => lookupHash(store.master, 'token', token)

/** Signs a person in under a new session; whatever session the browser had before ends. */
export async function startSession(c: Ctx, person: string): Promise<void> {
  await endSession(c)
  const lucia = luciaFor(c)
  const session = await lucia.createSession(person, {})
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize())
}

/** Ends the browser's own session. */
export async function endSession(c: Ctx): Promise<void> {
  const lucia = luciaFor(c)
  const id = getCookie(c, cookieName)
  if (id) await lucia.invalidateSession(id)
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize())
}

/** Ends every session of a person, on every machine. */
export async function endSessionsOf(db: Db, person: string): Promise<void> {
  await db.deleteFrom('web_sessions').where('person', '=', person).execute()
}

export async function forgetOldSessions(db: Db, now: string): Promise<void> {
  await db.deleteFrom('web_sessions').where('expires_at', '<=', now).execute()
}

/** Read by hono: lucia fails where any cookie of the domain, a neighbour's included, is not well encoded. */
const cookieName = 'session'

const luciaFor = (c: Ctx) =>
  new Lucia(sessionsIn(c.get('store').db, c.get('now')), {
    sessionExpiresIn: new TimeSpan(longest.hours, 'h'),
    sessionCookie: {
      name: cookieName,
      attributes: { secure: c.get('publicUrl')?.startsWith('https:') ?? false, sameSite: 'lax', path: '/' },
    },
  })

/** A working day and no more, however busy; and an end after so long without a request, sooner for administrators. */
const longest = { hours: 12 }
const idle = { minutes: 30, minutesForAdmins: 10 }

/** lucia's tables over ours: ids are kept hashed, and the time is the request's, never the machine's. */
function sessionsIn(db: Db, now: string): Adapter {
  const ends = (since: string, length: { hours?: number; minutes?: number }) => sayInstant(instantOf(since).add(length))
  return {
    getSessionAndUser: async id => {
      const row = await db
        .selectFrom('web_sessions')
        .innerJoin('people', 'people.id', 'web_sessions.person')
        .select(['person', 'expires_at', 'seen_at', 'roles'])
        .where('web_sessions.id', '=', digest(id))
        .executeTakeFirst()
      if (!row) return [null, null]
      const minutes = isAdmin(rolesOf(row)) ? idle.minutesForAdmins : idle.minutes
      const isOver = row.expires_at <= now || ends(row.seen_at, { minutes }) <= now
      if (!isOver && ends(row.seen_at, { minutes: 1 }) <= now) await seen(id)
      const expiresAt = isOver ? new Date(0) : onMachineClock(row.expires_at, now)
      return [
        { id, userId: row.person, expiresAt, attributes: {} },
        { id: row.person, attributes: {} },
      ]
    },
    setSession: async ({ id, userId }) => {
      const row = { id: digest(id), person: userId, created_at: now, seen_at: now, expires_at: ends(now, longest) }
      await db.insertInto('web_sessions').values(row).execute()
    },
    /** lucia would prolong a session in use; twelve hours stay twelve hours. */
    updateSessionExpiration: async () => {},
    deleteSession: async id => {
      await db.deleteFrom('web_sessions').where('id', '=', digest(id)).execute()
    },
    deleteUserSessions: person => endSessionsOf(db, person),
    deleteExpiredSessions: () => forgetOldSessions(db, now),
    getUserSessions: async () => [],
  }

  async function seen(id: string) {
    await db.updateTable('web_sessions').set({ seen_at: now }).where('id', '=', digest(id)).execute()
  }
}

/** lucia looks at the machine's clock: it is told how long is left. */
const onMachineClock = (expiresAt: string, now: string) =>
  new Date(Date.now() + instantOf(now).until(instantOf(expiresAt)).total('milliseconds'))
