import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { append, headOf } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import { randomCode } from '../db/vault.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { isSeated } from './decide.ts'
import { erasures } from './erase.ts'
import { findParties, refusalOf } from './erasure_checks.ts'
import type { Ground } from './erasure_form.ts'
import { orderFor } from './erasure_order_list.ts'
import { inTransaction } from './perform.ts'
import type { CaseView } from './view.ts'

export type Ordered = { outcome: 'done'; id: string } | { outcome: 'refused'; because: Text }

/** The head of the office that has the case. */
export const ordersErasure = (actor: Actor, view: CaseView): boolean => isSeated('chief', actor, view)

export const orderErasure = (
  store: Store,
  { number, words, reason, actor, now }: { number: string; words: boolean; reason: Ground; actor: Actor; now: string },
): Promise<Ordered> =>
  inTransaction(store, async trx => {
    const found = await findParties(trx, { number })
    if (!found || (await orderFor(trx, number))) return { outcome: 'refused', because: alreadyOrdered }
    const because = await refusalOf(store, trx, { words: words ? 'destroy' : 'keep', reason }, found)
    if (because) return { outcome: 'refused', because }
    const id = randomCode(8)
    await record(trx, 'orderErasure', { actor, now }, { order: id, number, words, reason })
    return { outcome: 'done', id }
  })

/** Takes an order back that was not carried out; false where there is none. */
export const withdrawOrder = (store: Store, number: string, by: { actor: Actor; now: string }): Promise<boolean> =>
  inTransaction(store, async trx => {
    const order = await orderFor(trx, number)
    if (order) await record(trx, 'withdrawErasure', by, { order: order.id, number })
    return order !== undefined
  })

async function record(trx: Db, act: string, { actor, now }: { actor: Actor; now: string }, payload: object) {
  await append(trx, await headOf(trx, erasures), {
    stream: erasures,
    act,
    actor: actor.id,
    organ: actor.organ,
    occurred_on: dayOf(now),
    occurred_at: now,
    recorded_at: now,
    payload: JSON.stringify(payload),
    versions: '{}',
    origin: 'people',
  })
}

const alreadyOrdered: Text = {
  zh: '该案已经决定删除，等待系统管理员执行。',
  en: 'It is ordered already, and waits for the system administrator.',
}
