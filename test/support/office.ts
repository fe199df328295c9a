import { createApp } from '../../src/app.tsx'
import { at } from './road.ts'
import { seatCast } from './cast.ts'
import type { CastName } from './cast.ts'
import type { Opener } from './db.ts'
import { signIn } from './sign_in.ts'

type Typed = Record<string, string | File | readonly string[]>

/** The application with the cast seated, on a day that a test may move. */
export async function office(open: Opener, day = '2026-01-10') {
  const store = await open()
  await seatCast(store)
  const clock = { now: at(day) }
  const app = createApp({ store, now: () => clock.now })
  const visit = async (who: CastName, path: string) =>
    app.request(`http://localhost${path}`, { headers: { cookie: await signIn(app, store, who) } })
  const read = async (who: CastName, path: string) => (await visit(who, path)).text()
  const post = async (who: CastName, path: string, typed: Typed) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(typed))
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
    const headers = { cookie: await signIn(app, store, who), origin: 'http://localhost' }
    return app.request(`http://localhost${path}`, { method: 'POST', body, headers })
  }
  return { app, store, clock, visit, read, post }
}
