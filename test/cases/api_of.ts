import type { Hono } from 'hono'
import { tokenHash } from '../../src/accounts/session.ts'
import type { Store } from '../../src/db/open.ts'
import type { Env } from '../../src/http/context.ts'
import type { CastName } from '../support/cast.ts'

/** The API as one of the cast calls it. */
export function apiOf(app: Hono<Env>, store: Store, who: CastName) {
  const token = `token-of-${who}`
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const known = store.db
    .insertInto('tokens')
    .values({ hash: tokenHash(store, token), person: who, name: who, created_at: '2026-01-01T00:00:00.000Z' })
    .onConflict(clash => clash.doNothing())
    .execute()
  const call = async (path: string, init: RequestInit) => {
    await known
    return app.request(`http://localhost/api/v1${path}`, { ...init, headers })
  }
  return {
    get: (path: string) => call(path, {}),
    act: (number: string, act: string, body: object) =>
      call(`/cases/${number}/acts/${act}`, { method: 'POST', body: JSON.stringify(body) }),
  }
}
