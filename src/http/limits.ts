import { HTTPException } from 'hono/http-exception'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Ctx } from './context.ts'

/** So many tries of one thing from one address in so many seconds; more are 429 with the time to wait. */
export function limiter(points: number, seconds: number) {
  const tries = new RateLimiterMemory({ points, duration: seconds })
  return async (c: Ctx): Promise<void> => {
    try {
      await tries.consume(c.get('address'))
    } catch {
      c.header('Retry-After', String(seconds))
      throw new HTTPException(429)
    }
  }
}
