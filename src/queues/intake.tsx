import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { IntakePage, IntakeReceipt } from '../../views/queues/intake.tsx'
import type { Typed } from '../../views/parts/act-form.tsx'
import type { Actor } from '../accounts/actor.ts'
import { decide } from '../cases/decide.ts'
import { perform } from '../cases/perform.ts'
import type { Outcome } from '../cases/perform.ts'
import { actForm } from '../cases/act_form.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { inputOf, readPosted, typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { editions, procedureOn } from '../procedures/registry.ts'
import { claimForm, findReceipt, keepReceipt, releaseForm } from './receipts.ts'

/** Letters, calls, faxes and visits: the clerk writes down what the petitioner says, and the petitioner files it. */
export const intake = new Hono<Env>()
  .get('/queues/new', c => {
    const { actor, now } = c.var
    const [start] = actor ? startsFor(actor, dayOf(now), c.req.query('procedure')) : []
    return start ? drawForm(c, start, {}, undefined) : notFound(c)
  })

  .post('/queues/new', async c => {
    const { store, actor, now } = c.var
    const posted = await readPosted(c)
    const [start] = actor ? startsFor(actor, dayOf(now), typedOne(posted, 'procedure')) : []
    if (!actor || !start) return notFound(c)
    const form = typedOne(posted, 'once') ?? randomUUID()
    if (!(await claimForm(store, form, actor, now))) return goTo(c, receiptUrl(form))
    const outcome = await file(c, actor, start, posted).catch(async (error: unknown) => {
      await releaseForm(store, form)
      throw error
    })
    if (outcome.outcome === 'done') {
      await keepReceipt(store, form, {
        person: actor.id,
        number: outcome.number,
        code: outcome.queryCode ?? '',
        at: now,
      })
      return goTo(c, receiptUrl(form))
    }
    await releaseForm(store, form)
    return drawForm(c, start, posted.typed, outcome)
  })

  .get('/queues/receipts/:form', async c => {
    const { store, actor, now } = c.var
    const receipt = actor && (await findReceipt(store, c.req.param('form'), actor, now))
    if (!receipt) return notFound(c)
    return page(c, { title: { zh: '回执', en: 'Receipt' } }, <IntakeReceipt {...receipt} />)
  })

async function file(c: Ctx, actor: Actor, start: Start, posted: Posted): Promise<Outcome> {
  const channel = typedOne(posted, 'channel')
  if (channel === undefined || !Object.hasOwn(byHand, channel))
    return { outcome: 'invalid', errors: { channel: [chooseChannel] } }
  return perform(c.var.store, {
    on: { procedure: start.procedure.id, channel },
    act: start.act,
    actor,
    now: c.var.now,
    input: inputOf(start.spec.form, posted),
    occurredOn: typedOne(posted, 'occurredOn'),
    lateReason: typedOne(posted, 'lateReason'),
    uploads: posted.uploads,
  })
}

const receiptUrl = (form: string) => `${urls.queues()}/receipts/${encodeURIComponent(form)}`

/** The acts by which this actor may open a case today, each with its procedure. */
export const startsFor = (actor: Actor, today: Day, only?: string) =>
  [...new Set(editions.map(({ id }) => id))]
    .filter(id => only === undefined || id === only)
    .flatMap(id => {
      const procedure = procedureOn(id, today)
      return Object.entries(procedure.acts).flatMap(([act, spec]) =>
        spec.from === 'start' && decide({ procedure, view: null, act, actor, today, on: today }).allowed
          ? [{ procedure, act, spec }]
          : [],
      )
    })

type Start = ReturnType<typeof startsFor>[number]

async function drawForm(c: Ctx, start: Start, typed: Typed, outcome: Outcome | undefined): Promise<Response> {
  const { store, actor, now } = c.var
  const form = await actForm(store, start.spec, { files: true })
  const today = dayOf(now)
  const title = { zh: '登记来信来访', en: 'Record a letter, call or visit' }
  return page(
    c,
    { title, status: outcome === undefined ? 200 : 422 },
    <IntakePage
      title={title}
      procedure={start.procedure.id}
      once={typed['once']?.[0] ?? randomUUID()}
      procedures={actor ? startsFor(actor, today).map(({ procedure: { id, title } }) => ({ id, title })) : []}
      channels={Object.entries(byHand).map(([value, label]) => ({ value, label }))}
      refused={outcome?.outcome === 'refused' ? outcome.because : undefined}
      form={{ ...form, typed, errors: outcome?.outcome === 'invalid' ? outcome.errors : {}, today, dayLabel }}
    />,
  )
}

const dayLabel = { zh: '来信（邮戳）、来电、来访日期', en: 'Day of the postmark, call or visit' }
const { online: _, ...byHand } = channels
const chooseChannel = { zh: '请选择“渠道”', en: 'Choose “Channel”' }
