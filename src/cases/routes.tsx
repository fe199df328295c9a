import { Hono } from 'hono'
import { ActPage } from '../../views/cases/act.tsx'
import { CasePage } from '../../views/cases/case.tsx'
import type { Typed } from '../../views/parts/act-form.tsx'
import type { Actor } from '../accounts/actor.ts'
import { actForm, articlesOf, prefilled, takesFiles } from './act_form.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { inputOf, readPosted, typedOne } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Act } from '../procedures/procedure.ts'
import { decide } from './decide.ts'
import { findErased } from './erased.ts'
import { ordersErasure } from './erasure_orders.ts'
import { erasureOrderRoutes } from './erasure_order_routes.tsx'
import { erasureRoutes } from './erasure_routes.tsx'
import { readCaseFile } from './files.ts'
import { perform } from './perform.ts'
import type { Outcome } from './perform.ts'
import { noteReading } from './readings.ts'
import { readings } from './readings_routes.tsx'
import { describeCase } from './sheet.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

export const routes = new Hono<Env>()
  .route('/', erasureRoutes)
  .route('/', erasureOrderRoutes)
  .route('/', readings)

  .get(urls.case.pattern, async c => {
    const { store, now, actor } = c.var
    const view = actor && (await findCase(store.reader, actor, c.req.param('number')))
    if (!view) return notFound(c)
    await noteReading(store, view.row.number, actor.id, now)
    const sheet = await describeCase(store, view, actor, dayOf(now))
    const erased = await findErased(store.reader, view.row.number)
    const canErase = ordersErasure(actor, view)
    const body = <CasePage {...{ sheet, erased, canErase }} today={dayOf(now)} />
    return page(c, { title: sheet.title, wide: true }, body)
  })

  .get(urls.act.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, act } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const spec = view && actOf(view, act)
    if (!view || !spec) return notFound(c)
    const today = dayOf(now)
    const decision = decide({ procedure: view.procedure, view, act, actor, today, on: today })
    if (!decision.allowed && !decision.isTheirs) return notFound(c)
    const known = { ...(await prefilled(store, view, act)), ...asked(spec, c.req.queries()) }
    const outcome: Outcome | undefined = decision.allowed
      ? undefined
      : { outcome: 'refused', because: decision.because }
    return drawAct(c, view, actor, { act, spec, typed: known, outcome })
  })

  .post(urls.act.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, act } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const spec = view && actOf(view, act)
    if (!view || !spec) return notFound(c)
    const posted = await readPosted(c)
    const outcome = await perform(store, {
      on: { number },
      act,
      actor,
      now,
      input: inputOf(spec.form, posted),
      version: versionOf(typedOne(posted, 'version')),
      occurredOn: typedOne(posted, 'occurredOn'),
      lateReason: typedOne(posted, 'lateReason'),
      uploads: takesFiles(act, spec) ? posted.uploads : [],
    })
    if (outcome.outcome === 'done') return goTo(c, urls.case(number))
    if (outcome.outcome === 'absent') return notFound(c)
    const fresh = (await findCase(store.db, actor, number)) ?? view
    return drawAct(c, fresh, actor, { act, spec, typed: posted.typed, outcome })
  })

  .get(urls.attachment.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, file } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const found = view && (await readCaseFile(store, number, file))
    if (!view || !found) return notFound(c)
    await noteReading(store, number, actor.id, now)
    return sendFile(c, number, found)
  })

type Drawn = { act: string; spec: Act; typed: Typed; outcome: Outcome | undefined }

/** The act's page, with what came of trying it. */
async function drawAct(c: Ctx, view: CaseView, actor: Actor, { act, spec, typed, outcome }: Drawn): Promise<Response> {
  const { store, now } = c.var
  const { number, version } = view.row
  const form = await actForm(store, spec, { files: takesFiles(act, spec), view })
  await noteReading(store, number, actor.id, now)
  const sheet = await describeCase(store, view, actor, dayOf(now))
  const errors = outcome?.outcome === 'invalid' ? outcome.errors : {}
  const status = outcome === undefined ? 200 : outcome.outcome === 'overtaken' ? 409 : 422
  const isTried = c.req.method === 'POST'
  return page(
    c,
    { title: spec.title, status: isTried ? status : 200 },
    <ActPage
      number={number}
      title={sheet.title}
      sheet={sheet}
      act={act}
      heading={spec.title}
      refused={outcome?.outcome === 'refused' ? outcome.because : undefined}
      overtaken={outcome?.outcome === 'overtaken' ? outcome.by : undefined}
      form={{ ...form, typed, errors, version, today: dayOf(now), articles: articlesOf(spec) }}
    />,
  )
}

/** A case's file never opens inside the site: it is handed over under a name that says nothing of anybody. */
function sendFile(c: Ctx, number: string, { ending, bytes }: { ending: string; bytes: Buffer }): Response {
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Disposition', `attachment; filename="${number}-attachment.${ending}"`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(bytes))
}

const actOf = ({ procedure }: CaseView, act: string): Act | undefined =>
  Object.hasOwn(procedure.acts, act) ? procedure.acts[act] : undefined

/** A link may say what a form is about: which file to pull. */
const asked = (spec: Act, queries: Record<string, string[]>): Typed =>
  Object.fromEntries(Object.entries(queries).filter(([name]) => spec.form && Object.hasOwn(spec.form.shape, name)))

const versionOf = (typed: string | undefined): number | undefined =>
  typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
