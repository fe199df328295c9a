import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { IntakePage, IntakeReceipt } from '../../views/queues/intake.tsx'
import type { Typed } from '../../views/parts/act-form.tsx'
import { perform } from '../cases/perform.ts'
import type { Outcome } from '../cases/perform.ts'
import { actForm } from '../cases/act_form.ts'
import { startsFor } from '../cases/starts.ts'
import type { Start } from '../cases/starts.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { inputOf, readPosted, typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { claimForm, findReceipt, keepReceipt, releaseForm } from './receipts.ts'

/**
 * Letters, calls, faxes and visits, which the clerk writes down and the petitioner files; and the drafts of those who
 * sign what they write.
 */
export const intake = new Hono<Env>()
  .get('/queues/new', async c => {
    const start = await startMeant(c, c.req.query('procedure'), c.req.query('act'))
    return start ? drawForm(c, start, {}, undefined) : notFound(c)
  })

  .post('/queues/new', async c => {
    const { store, actor, now } = c.var
    const posted = await readPosted(c)
    const start = await startMeant(c, typedOne(posted, 'procedure'), typedOne(posted, 'act'))
    if (!actor || !start) return notFound(c)
    const form = typedOne(posted, 'once') ?? randomUUID()
    if (!(await claimForm(store, form, actor, now))) return goTo(c, receiptUrl(form))
    const outcome = await file(c, start, posted).catch(async (error: unknown) => {
      await releaseForm(store, form)
      throw error
    })
    if (outcome.outcome === 'done') {
      const { number, queryCode: code = '' } = outcome
      await keepReceipt(store, form, { person: actor.id, number, code, at: now })
      return goTo(c, code === '' ? urls.case(number) : receiptUrl(form))
    }
    await releaseForm(store, form)
    return drawForm(c, start, posted.typed, outcome)
  })

  .get('/queues/receipts/:form', async c => {
    const { store, actor, now } = c.var
    const receipt = actor && (await findReceipt(store, c.req.param('form'), actor, now))
    if (!receipt) return notFound(c)
    // Who drafted it needs no code: the case is theirs to open.
    if (receipt.number !== undefined && receipt.code === '') return goTo(c, urls.case(receipt.number))
    return page(c, { title: { zh: '回执', en: 'Receipt' } }, <IntakeReceipt {...receipt} />)
  })

/** Which of the actor's starts is meant: the one that is named, or the first. */
async function startMeant(c: Ctx, procedure?: string, act?: string): Promise<Start | undefined> {
  const { store, actor, now } = c.var
  const starts = actor ? await startsFor(store.reader, actor, dayOf(now)) : []
  return starts.find(
    start => (procedure === undefined || start.procedure.id === procedure) && (act === undefined || start.act === act),
  )
}

async function file(c: Ctx, start: Start, posted: Posted): Promise<Outcome> {
  const { store, actor, now } = c.var
  const channel = start.isOwn ? 'online' : typedOne(posted, 'channel')
  if (!actor) return { outcome: 'absent' }
  if (channel === undefined || !(start.isOwn || Object.hasOwn(byHand, channel)))
    return { outcome: 'invalid', errors: { channel: [chooseChannel] } }
  return perform(store, {
    on: { procedure: start.procedure.id, channel },
    act: start.act,
    actor,
    now,
    input: inputOf(start.spec.form, posted),
    ...(!start.isOwn && { occurredOn: typedOne(posted, 'occurredOn'), lateReason: typedOne(posted, 'lateReason') }),
    uploads: posted.uploads,
  })
}

const receiptUrl = (form: string) => `${urls.queues()}/receipts/${encodeURIComponent(form)}`

async function drawForm(c: Ctx, start: Start, typed: Typed, outcome: Outcome | undefined): Promise<Response> {
  const { store, actor, now } = c.var
  const form = await actForm(store, start.spec, { files: true })
  const today = dayOf(now)
  const title = start.isOwn ? start.spec.title : recording
  return page(
    c,
    { title, status: outcome === undefined ? 200 : 422 },
    <IntakePage
      title={title}
      start={start}
      starts={actor ? await startsFor(store.reader, actor, today) : []}
      once={typed['once']?.[0] ?? randomUUID()}
      channels={start.isOwn ? [] : Object.entries(byHand).map(([value, label]) => ({ value, label }))}
      refused={outcome?.outcome === 'refused' ? outcome.because : undefined}
      form={{
        ...form,
        typed,
        errors: outcome?.outcome === 'invalid' ? outcome.errors : {},
        ...(start.isOwn ? { own: true } : { today, dayLabel }),
      }}
    />,
  )
}

const recording = { zh: '登记来信来访', en: 'Record a letter, call or visit' }
const dayLabel = { zh: '来信（邮戳）、来电、来访日期', en: 'Day of the postmark, call or visit' }
const { online: _, ...byHand } = channels
const chooseChannel = { zh: '请选择“渠道”', en: 'Choose “Channel”' }
