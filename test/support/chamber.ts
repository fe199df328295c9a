import { createApp } from '../../src/app.tsx'
import { tokenHash } from '../../src/accounts/session.ts'
import type { CastName } from './cast.ts'
import type { Opener } from './db.ts'
import { seatMotions } from './motions_cast.ts'
import type { MotionName } from './motions_cast.ts'
import { at } from './road.ts'
import { signIn } from './sign_in.ts'

export type Seated = CastName | MotionName

/** The application with everybody seated who signs, takes in or handles suggestions and proposals, by page and by program. */
export async function chamber(open: Opener, day = '2026-01-10') {
  const store = await open()
  await seatMotions(store)
  const clock = { now: at(day) }
  const app = createApp({ store, now: () => clock.now })
  const visit = async (who: Seated, path: string, lang = 'zh') =>
    app.request(`http://localhost${path}`, { headers: { cookie: `${await signIn(app, store, who)}; lang=${lang}` } })
  const read = async (who: Seated, path: string, lang = 'zh') => (await visit(who, path, lang)).text()
  const post = async (who: Seated, path: string, typed: Record<string, string | readonly string[]>) => {
    const body = new URLSearchParams(
      Object.entries(typed).flatMap(([name, value]) => [value].flat().map(one => [name, one])),
    )
    const headers = { cookie: await signIn(app, store, who), origin: 'http://localhost' }
    return app.request(`http://localhost${path}`, { method: 'POST', body, headers })
  }
  const call = async (who: Seated, path: string, body?: object) => {
    const token = `token-of-${who}`
    const row = { hash: tokenHash(store, token), person: who, name: who, created_at: '2026-01-01T00:00:00.000Z' }
    await store.db
      .insertInto('tokens')
      .values(row)
      .onConflict(clash => clash.doNothing())
      .execute()
    return app.request(`http://localhost/api/v1${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    })
  }
  return { app, store, clock, visit, read, post, call }
}
