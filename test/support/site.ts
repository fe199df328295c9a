import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'

/** The app with a clock to set, and the two things a browser does. */
export function siteOf(store: Store, at = '2026-03-02T01:00:00.000Z', publicUrl?: string) {
  const clock = { now: at }
  const app = createApp({ store, now: () => clock.now, trustProxy: true, publicUrl })
  const headers = (cookie: string) => ({
    Origin: publicUrl ?? 'http://localhost',
    Cookie: cookie,
    'X-Forwarded-For': '10.1.2.3',
  })
  const get = (path: string, cookie = '') => app.request(path, { headers: headers(cookie) })
  const post = (path: string, body: Record<string, string> | [string, string][] = {}, cookie = '') =>
    app.request(path, { method: 'POST', body: new URLSearchParams(body), headers: headers(cookie) })
  return { app, clock, get, post }
}

/** What a browser would send back. */
export const cookieOf = (answer: Response): string => answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? ''
