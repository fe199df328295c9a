import { Hono } from 'hono'
import { CasePage } from '../../views/cases/case.tsx'
import { CodePage } from '../../views/cases/code.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { actRoutes } from './act_routes.tsx'
import { showCode } from './code_slips.ts'
import { ordersErasure } from './erasure_orders.ts'
import { erasureOrderRoutes } from './erasure_order_routes.tsx'
import { erasureRoutes } from './erasure_routes.tsx'
import { readCaseFile } from './files.ts'
import { listFilesFor } from './files_for.ts'
import { noteReading } from './readings.ts'
import { readings } from './readings_routes.tsx'
import { describeCase } from './sheet.ts'
import { findCase } from './view.ts'

export const routes = new Hono<Env>()
  .route('/', erasureRoutes)
  .route('/', erasureOrderRoutes)
  .route('/', readings)
  .route('/', actRoutes)

  .get(urls.case.pattern, async c => {
    const { store, now, actor } = c.var
    const view = actor && (await findCase(store.reader, actor, c.req.param('number')))
    if (!view) return notFound(c)
    await noteReading(store, view.row.number, actor.id, now)
    const sheet = await describeCase(store, view, actor, dayOf(now))
    const canErase = ordersErasure(actor, view)
    const body = <CasePage {...{ sheet, canErase }} today={dayOf(now)} />
    return page(c, { title: sheet.title, wide: true }, body)
  })

  .get(urls.caseCode.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, slip } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const shown = view && (await showCode(store, slip, actor, number, now))
    if (!shown) return notFound(c)
    const address = `${c.get('publicUrl') ?? new URL(c.req.url).origin}${urls.track()}`
    return page(c, { title: { zh: '新的查询码', en: 'New query code' } }, <CodePage {...shown} address={address} />)
  })

  .get(urls.attachment.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, file } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const isTheirs = view && (await listFilesFor(store, view, actor)).some(({ id }) => id === file)
    const found = isTheirs && (await readCaseFile(store, number, file))
    if (!view || !found) return notFound(c)
    await noteReading(store, number, actor.id, now)
    return sendFile(c, number, found)
  })

/** A case's file never opens inside the site: it is handed over under a name that says nothing of anybody. */
function sendFile(c: Ctx, number: string, { ending, bytes }: { ending: string; bytes: Buffer }): Response {
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Disposition', `attachment; filename="${number}-attachment.${ending}"`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(bytes))
}
