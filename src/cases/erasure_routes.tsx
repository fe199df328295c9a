import { Hono } from 'hono'
import type { Text } from '../law/words.ts'
import { ErasurePage } from '../../views/cases/erasure.tsx'
import { ErasuresPage } from '../../views/cases/erasures.tsx'
import { adminPage, byOf } from '../accounts/admin_page.tsx'
import { isOwnPassword } from '../accounts/credentials.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Errors } from '../procedures/read_form.ts'
import { erase } from './erase.ts'
import { sayReason } from './erasure_form.ts'
import { addToList, listIn } from './erasure_list.ts'
import { listOrders } from './erasure_order_list.ts'
import type { Order } from './erasure_order_list.ts'
import { listDone } from './erasure_queries.ts'
import { scrubNow } from './erasure_scrub.ts'

const limit = limiter(20, 5 * 60)

/** Where the system's administrator carries out what the head of an office has ordered, and reads what was erased. */
export const erasureRoutes = new Hono<Env>()
  .get(urls.adminErasures.pattern, async c => {
    const { reader } = c.get('store')
    const orders = (await listOrders(reader)).map(told)
    const { rows, next } = await listDone(reader, byOf(c).actor, c.req.query('after'))
    const done = rows.map(row => ({ ...row, reason: sayReason(row.reason) }))
    const more = next && withQuery(urls.adminErasures(), { after: next })
    const isLater = c.req.query('pages') === 'later'
    return adminPage(c, title, <ErasuresPage {...{ orders, done, isLater }} next={more} />)
  })
  .get(urls.adminErasure.pattern, async c => {
    const order = await orderAsked(c)
    return order ? erasurePage(c, order, {}) : notFound(c)
  })
  .post(urls.adminErasure.pattern, async c => {
    const order = await orderAsked(c)
    if (!order) return notFound(c)
    await limit(c)
    const { store, now } = c.var
    const { actor } = byOf(c)
    const password = (await readPosted(c)).typed['password']?.[0] ?? ''
    if (password === '') return erasurePage(c, order, { password: [noPassword] })
    if (!(await isOwnPassword(store.db, actor.id, password))) return erasurePage(c, order, { password: [notYours] })
    const { id, number, words, reason } = order
    const asked = { of: { number }, words: words ? 'destroy' : 'keep', reason, actor, now, order: id } as const
    const erased = await erase(store, asked, erasure => addToList(listIn(store.dataDir), [erasure]))
    if (erased.outcome !== 'done') return erasurePage(c, order, { '': [overtaken] })
    const isClean = await scrubNow(store, erased.job, now)
    return goTo(c, withQuery(urls.adminErasures(), { done: 'yes', pages: isClean ? undefined : 'later' }))
  })

const orderAsked = async (c: Ctx): Promise<Order | undefined> =>
  (await listOrders(c.get('store').db)).find(({ id }) => id === c.req.param('order'))

const erasurePage = (c: Ctx, order: Order, errors: Errors) =>
  adminPage(c, title, <ErasurePage order={told(order)} errors={errors} />, c.req.method === 'POST' ? 422 : 200)

/** Neither number nor organ: an administrator learns nothing of the case. */
const told = ({ id, at, words, reason }: Order) => ({ id, at, words, reason: sayReason(reason) })

const title: Text = { zh: '个人信息删除', en: 'Erasures' }
const noPassword: Text = { zh: '请输入您的登录密码', en: 'Enter your own password' }
const notYours: Text = { zh: '密码不对，请重新输入', en: 'That is not your password; type it again' }
const overtaken: Text = {
  zh: '这项决定已经不能执行，可能刚由别人执行。请返回清单查看',
  en: 'This order can no longer be carried out; perhaps someone just has. Look at the list again',
}
