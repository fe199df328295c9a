import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { HTTPException } from 'hono/http-exception'
import { firstPassword } from './accounts/first_password.ts'
import { routes as accounts } from './accounts/routes.tsx'
import { routes as cases } from './cases/routes.tsx'
import { routes as api } from './http/api.ts'
import type { AppOptions, Env } from './http/context.ts'
import { downloads } from './http/downloads.ts'
import { failed, notFound } from './http/errors.tsx'
import { guard } from './http/guard.ts'
import { guards } from './http/guards.ts'
import { preferences } from './http/preferences.ts'
import { assets, request } from './http/request.ts'
import { urls } from './http/urls.ts'
import { routes as overview } from './overview/routes.tsx'
import { routes as law } from './portal/law.tsx'
import { routes as portal } from './portal/routes.tsx'
import { routes as progress } from './progress/routes.tsx'
import { routes as queues } from './queues/routes.tsx'
import { publicStatistics } from './reports/public_routes.tsx'
import { routes as reports } from './reports/routes.tsx'

/** The table of contents: what happens to every request, then one line a slice. */
export function createApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(failed)
  app.notFound(notFound)

  app.use(downloads)
  app.use(secureHeaders(headers))
  app.get('/static/*', assets)
  app.get(urls.healthz.pattern, c => c.json({ status: 'ok' }))
  app.use(request(options))
  app.use(firstPassword)
  app.get(urls.readyz.pattern, async c => {
    await c.get('store').reader.selectFrom('events').select('seq').limit(1).execute()
    return c.json({ status: 'ok' })
  })
  // A bearer token comes with no page, so nothing is forged through a browser.
  app.use(
    except(
      '/api/*',
      csrf({
        origin: (origin, c) =>
          origin === (options.publicUrl ?? new URL(c.req.url).origin) || origin === originOfHost(c),
      }),
    ),
  )
  app.use('/api/*', bodyLimit({ maxSize: 2 * 1024 * 1024, onError: tooLarge }))
  app.use(bodyLimit({ maxSize: 110 * 1024 * 1024, onError: tooLarge }))

  app.use('/queues/*', guard(guards.cases))
  app.use('/cases/*', guard(guards.cases))
  app.use('/reports/*', guard(guards.reports))
  app.use('/progress/*', guard(guards.reports))
  app.use('/overview/*', guard(guards.reports))
  app.use('/notices/*', guard(guards.notices))
  app.use('/admin/*', guard(guards.admin))
  app.use('/admin/people/*', guard(guards.people))
  for (const path of ['organs', 'calendar', 'parameters', 'terms', 'categories', 'erasures'])
    app.use(`/admin/${path}/*`, guard(guards.settings))
  app.use('/admin/security/*', guard(guards.security))
  app.use('/password/*', guard(guards.signedIn))

  app.route('/', preferences)
  app.route('/', publicStatistics)
  app.route('/', portal)
  app.route('/', law)
  app.route('/', accounts)
  app.route('/', queues)
  app.route('/', cases)
  app.route('/', reports)
  app.route('/', progress)
  app.route('/', overview)
  app.route('/', api)
  return app
}

const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
}

const tooLarge = () => {
  throw new HTTPException(413)
}

/** Without a public address the form's origin is compared with the host it was sent to. */
const originOfHost = (c: { req: { header: (name: string) => string | undefined; url: string } }) =>
  `${new URL(c.req.url).protocol}//${c.req.header('host') ?? ''}`
