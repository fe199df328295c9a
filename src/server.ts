import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { setupLink } from './accounts/setup.ts'
import { createApp } from './app.tsx'
import type { Config } from './config.ts'
import type { Store } from './db/open.ts'
import type { Env } from './http/context.ts'
import { clockOf } from './tasks/clock.ts'
import { startClockwork } from './tasks/clockwork.ts'
import { say } from './tasks/command.ts'
import { startExporter } from './tasks/exporter.ts'
import { runJobs } from './tasks/jobs.ts'
import { log } from './tasks/log.ts'

export type Running = { url: string; stop: () => Promise<void> }

/** Its address or port is not to be had. */
export class CannotListen extends Error {}

/** Listens, ticks, and says in lines of JSON what it does. Stopping finishes what was begun. */
export async function startServer(store: Store, config: Config): Promise<Running> {
  const clock = clockOf(store)
  await clock.measure()
  // Before anyone reads a figure: an upgrade may have left the log to be replayed.
  await runJobs(store, clock.now(), 'rebuild')
  const app = createApp({ store, now: clock.now, publicUrl: config.publicUrl, trustProxy: config.trustProxy })
  const server = createAdaptorServer({ fetch: logged(app, clock.now) })
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new CannotListen(error.message, { cause: error })))
    server.listen(config.port, config.host, resolve)
  })
  const url = config.publicUrl ?? urlOf(server.address(), config.host)
  const clockwork = startClockwork(store, clock, config)
  const exporter = startExporter(store, clock)
  const setup = await setupLink(store, clock.now())
  if (setup !== null) say(`初始设置，只能打开一次 Set up here, once: ${url}${setup}`)
  log({ at: clock.now(), event: 'listening', url, database: store.dialect.name })
  return {
    url,
    stop: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000)
        patience.unref()
      })
      await Promise.all([clockwork.stop(), exporter.stop()])
      await store.close()
      log({ at: clock.now(), event: 'stopped' })
    },
  }
}

type Fetch = (request: Request, env: object) => Promise<Response>

/** One line a request: the pattern of its route, never its address, query or sender. */
const logged =
  (app: Hono<Env>, now: () => string): Fetch =>
  async (request, env) => {
    const begun = performance.now()
    const response = await app.fetch(request, env)
    const ms = Math.round((performance.now() - begun) * 10) / 10
    log({ at: now(), method: request.method, route: patternOf(app, request), status: response.status, ms })
    return response
  }

function patternOf(app: Hono<Env>, { method, url }: Request): string {
  const [found] = app.router.match(method === 'HEAD' ? 'GET' : method, new URL(url).pathname)
  return found.findLast(([[, route]]) => route.method !== 'ALL')?.[0][1].path ?? ''
}

function urlOf(address: ReturnType<ReturnType<typeof createAdaptorServer>['address']>, host: string): string {
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
