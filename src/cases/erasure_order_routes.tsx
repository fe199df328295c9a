import { Hono } from 'hono'
import { ErasureOrderPage } from '../../views/cases/erasure_order.tsx'
import type { Actor } from '../accounts/actor.ts'
import { readTyped } from '../accounts/forms.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import { casesOfSamePerson, findParties } from './erasure_checks.ts'
import { grounds, orderForm, sayReason } from './erasure_form.ts'
import { orderFor } from './erasure_order_list.ts'
import { orderErasure, ordersErasure, withdrawOrder } from './erasure_orders.ts'
import { numbersVisible } from './erasure_queries.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

type Sent = { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }

/** Where the head of an office orders that the person of a case be erased; somebody else carries it out. */
export const erasureOrderRoutes = new Hono<Env>()
  .get(urls.caseErasure.pattern, async c => {
    const asked = await caseAsked(c)
    return asked ? orderPage(c, asked) : notFound(c)
  })
  .post(urls.caseErasure.pattern, async c => {
    const asked = await caseAsked(c)
    if (!asked) return notFound(c)
    const posted = await readPosted(c)
    const redraw = (errors: Errors) => orderPage(c, asked, { typed: posted.typed, errors })
    const read = readTyped(orderForm, posted)
    if ('errors' in read) return redraw(read.errors)
    const { reason, words } = read.ok
    const number = asked.view.row.number
    const order = { number, reason, words: words === 'destroy', actor: asked.actor, now: c.get('now') }
    const ordered = await orderErasure(c.get('store'), order)
    return ordered.outcome === 'done' ? goTo(c, urls.caseErasure(number)) : redraw({ '': [ordered.because] })
  })
  .post(urls.caseErasureWithdraw.pattern, async c => {
    const asked = await caseAsked(c)
    if (!asked) return notFound(c)
    const { number } = asked.view.row
    await withdrawOrder(c.get('store'), number, { actor: asked.actor, now: c.get('now') })
    return goTo(c, urls.caseErasure(number))
  })

type Asked = { actor: Actor; view: CaseView }

async function caseAsked(c: Ctx): Promise<Asked | undefined> {
  const { actor, store } = c.var
  const view = actor && (await findCase(store.db, actor, c.req.param('number') ?? ''))
  return actor && view && ordersErasure(actor, view) ? { actor, view } : undefined
}

async function orderPage(c: Ctx, { actor, view }: Asked, sent?: Sent): Promise<Response> {
  const { db } = c.get('store')
  const { number } = view.row
  const order = await orderFor(db, number)
  const parties = (await findParties(db, { number }))?.parties ?? []
  const others = await casesOfSamePerson(
    db,
    number,
    parties.map(({ id }) => id),
  )
  const body = (
    <ErasureOrderPage
      number={number}
      title={title}
      grounds={grounds}
      order={order && { ...order, reason: sayReason(order.reason) }}
      alsoIn={await numbersVisible(db, actor, others)}
      {...(sent ?? { typed: {}, errors: {} })}
    />
  )
  return page(c, { title, status: sent ? 422 : 200 }, body)
}

const title: Text = { zh: '决定删除个人信息', en: 'Order an erasure' }
