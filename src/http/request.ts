import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { createMiddleware } from 'hono/factory'
import { getCookie } from 'hono/cookie'
import { findActor } from '../accounts/session.ts'
import { sayInstant } from '../law/day.ts'
import type { AppOptions, Ctx, Env } from './context.ts'
import { notFound } from './errors.tsx'

/** Puts what the request carries where every handler finds it. */
export const request = ({ store, now = clock, trustProxy, publicUrl }: AppOptions) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('store', store)
    c.set('now', now())
    c.set('publicUrl', publicUrl)
    c.set('lang', getCookie(c, 'lang') === 'en' ? 'en' : 'zh')
    c.set('larger', getCookie(c, 'type') === 'larger')
    c.set('keys', getCookie(c, 'keys') === 'on')
    c.set('address', addressOf(c, trustProxy ?? false))
    c.set('actor', c.req.path.startsWith('/api/') ? null : await findActor(c))
    /** No address holds a NUL, and PostgreSQL takes none in a text. */
    return c.req.url.includes('%00') ? notFound(c) : next()
  })

export const clock = (): string => sayInstant(Temporal.Now.instant())

const root = join(import.meta.dirname, '../..')
const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')

/** Own files from `static/`, and htmx from its package. */
export const assets = createMiddleware<Env>(async (c, next) => {
  c.header('Cache-Control', 'public, max-age=3600')
  if (c.req.path === '/static/js/htmx.js')
    return c.body(await readFile(htmx, 'utf8'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
  if (c.req.path === '/static/css/app.css')
    return c.body(await (sheet ??= oneSheet()), 200, { 'Content-Type': 'text/css; charset=utf-8' })
  return serveStatic<Env>({ root })(c, next)
})

let sheet: Promise<string> | undefined

/** The style sheets in one answer, each in its layer: an old phone makes one request and not thirty. */
async function oneSheet(): Promise<string> {
  const css = await readFile(join(root, 'static/css/app.css'), 'utf8')
  const imports = [...css.matchAll(/@import url\('([\w.-]+)'\) layer\((\w+)\);/g)]
  const parts = imports.map(
    async ([, file = '', layer]) => `@layer ${layer} {\n${await readFile(join(root, 'static/css', file), 'utf8')}}\n`,
  )
  return css.slice(0, css.indexOf('@import')) + (await Promise.all(parts)).join('')
}

function addressOf(c: Ctx, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || remote(c)
}

/** Requests made in tests have no connection. */
function remote(c: Ctx): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
