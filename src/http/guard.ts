import { createMiddleware } from 'hono/factory'
import type { Actor } from '../accounts/actor.ts'
import type { Env } from './context.ts'
import { notFound } from './errors.tsx'
import { urls, withQuery } from './urls.ts'

/** Someone not signed in goes to the sign-in page before any look-up; without the right a page does not exist. */
export const guard = (may: (actor: Actor) => boolean) =>
  createMiddleware<Env>(async (c, next) => {
    const actor = c.get('actor')
    if (!actor) return c.redirect(withQuery(urls.login(), { back: backTo(c.req.method, c.req.url) }), 303)
    return may(actor) ? next() : notFound(c)
  })

function backTo(method: string, url: string): string | undefined {
  const { pathname, search } = new URL(url)
  return method === 'GET' ? pathname + search : undefined
}
