import type { Db } from '../db/dialect.ts'
import { erasures, listErasures } from './erase.ts'

/** That a person be erased: whoever heads the office says so of a case they may read, an administrator carries it out. */
export type Order = { id: string; number: string; words: boolean; reason: string; at: string; by: string }

/** Orders that are neither carried out nor taken back, oldest first. */
export async function listOrders(db: Db): Promise<Order[]> {
  const events = await db.selectFrom('events').selectAll().where('stream', '=', erasures).orderBy('seq').execute()
  const done = await listErasures(db)
  const told = events.map(({ act, actor, recorded_at, payload }) => {
    const said: { order: string; number: string; words: boolean; reason: string } = JSON.parse(payload)
    return { ...said, act, by: actor, at: recorded_at }
  })
  const withdrawn = new Set(told.flatMap(({ act, order }) => (act === 'withdrawErasure' ? [order] : [])))
  const isDone = ({ order, number, words, at }: (typeof told)[number]) =>
    done.some(one => one.order === order || (one.number === number && one.at >= at && (one.words || !words)))
  return told
    .filter(one => one.act === 'orderErasure' && !withdrawn.has(one.order) && !isDone(one))
    .map(({ order, number, words, reason, at, by }) => ({ id: order, number, words, reason, at, by }))
}

export const orderFor = async (db: Db, number: string): Promise<Order | undefined> =>
  (await listOrders(db)).find(order => order.number === number)
