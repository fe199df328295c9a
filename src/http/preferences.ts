import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Env } from './context.ts'
import { urls } from './urls.ts'

const year = 365 * 24 * 3600
const allowed: Readonly<Record<string, readonly string[]>> = {
  lang: ['zh', 'en'],
  type: ['standard', 'larger'],
  keys: ['on', 'off'],
}

/** Language, type size and shortcuts: a cookie each, never the browser's header. */
export const preferences = new Hono<Env>().post(urls.preferences.pattern, async c => {
  const form = await c.req.parseBody()
  for (const [name, values] of Object.entries(allowed)) {
    const value = form[name]
    if (typeof value === 'string' && values.includes(value))
      setCookie(c, name, value, { path: '/', sameSite: 'Lax', maxAge: year, httpOnly: true })
  }
  return c.redirect(localPath(form['back']), 303)
})

/** A path on this site and nothing else: an address given by a page must not lead away. */
export function localPath(back: unknown, otherwise = '/'): string {
  if (typeof back !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(back)) return otherwise
  const url = new URL(back, 'http://local')
  // `/.//elsewhere` becomes `//elsewhere` once its dots are taken out.
  const isHere = url.origin === 'http://local' && !url.pathname.startsWith('//')
  return isHere ? url.pathname + url.search : otherwise
}
