import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'

/** What is handed over as a file never runs as a page of this site, whatever a browser makes of it. */
export const downloads = createMiddleware<Env>(async (c, next) => {
  await next()
  if (c.res.headers.get('Content-Disposition')?.startsWith('attachment'))
    c.res.headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
})
