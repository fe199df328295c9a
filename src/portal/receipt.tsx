import { Hono } from 'hono'
import { renderSVG } from 'uqr'
import { petitionerOf } from '../accounts/actor.ts'
import { findCase } from '../cases/view.ts'
import { sayNext } from '../cases/sentences.ts'
import type { Env } from '../http/context.ts'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { NoReceiptPage, ReceiptPage } from '../../views/portal/receipt.tsx'
import { readCookie } from './cookies.ts'
import { sayDeadlines } from './deadlines.ts'
import { findDraft } from './drafts.ts'

/** `/receipts/…`: the address alone shows nothing; only the browser that filed can open it. */
export const receipts = new Hono<Env>().get(urls.receipt.pattern, async c => {
  const store = c.get('store')
  const draft = await findDraft(store, readCookie(c, 'draft'), c.get('now'))
  const filed = draft?.content.receipt === c.req.param('receipt') ? draft.content.filed : undefined
  const view = filed && (await findCase(store.db, petitionerOf(filed.number), filed.number))
  if (!filed || !view) {
    const title = { zh: '这里看不到这份回执', en: 'This receipt cannot be shown here' }
    return page(c, { title, status: 404 }, <NoReceiptPage title={title} />)
  }
  const deadlines = await sayDeadlines(store, view, dayOf(c.get('now')))
  const next = view.row.restricted === 0 ? await sayNext(store, view) : undefined
  const title = { zh: '已提交', en: 'Filed' }
  const address = `${c.get('publicUrl') ?? new URL(c.req.url).origin}${urls.track()}`
  return page(
    c,
    { title },
    <ReceiptPage {...{ title, filed, deadlines, next }} qr={renderSVG(filed.number)} address={address} />,
  )
})
