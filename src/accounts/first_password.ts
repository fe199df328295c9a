import { createMiddleware } from 'hono/factory'
import type { Env } from '../http/context.ts'
import { urls } from '../http/urls.ts'
import { mustChangePassword } from './credentials.ts'

/** Whoever was given a password by another chooses an own one before anything else. */
export const firstPassword = createMiddleware<Env>(async (c, next) => {
  const actor = c.get('actor')
  const isFree = !actor || free.includes(c.req.path)
  return isFree || !(await mustChangePassword(c.get('store').db, actor.id)) ? next() : c.redirect(urls.password(), 303)
})

const free = [urls.password(), urls.logout(), urls.preferences(), urls.healthz(), urls.readyz()]
