import type { Db } from '../db/dialect.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { erasures } from './erase.ts'
import type { Erasure } from './erase.ts'

/** What of a case was erased, and on which day; undefined where nothing was. */
export async function findErased(db: Db, number: string): Promise<{ on: Day; words: boolean } | undefined> {
  const events = await db
    .selectFrom('events')
    .select(['recorded_at', 'payload'])
    .where('stream', '=', erasures)
    .where('act', '=', 'erase')
    .where('payload', 'like', `%"number":"${number}"%`)
    .orderBy('seq')
    .execute()
  const last = events.at(-1)
  return last && { on: dayOf(last.recorded_at), words: events.some(({ payload }) => toldIn(payload).words) }
}

/** What the event of an erasure tells. */
export function toldIn(payload: string): Pick<Erasure, 'number' | 'words' | 'reason' | 'order'> {
  const { number, words, reason, order }: Erasure = JSON.parse(payload)
  return { number, words, reason, order }
}
