import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { OutboxTable, Tables } from '../db/tables.ts'
import { compare } from '../law/compare.ts'

export type NoticePlace = { at: string; id: string }

/** Messages to the actor and to the actor's organ, newest first; of a case that is walled off not even that there is one. */
export async function listNotices(
  db: Db,
  actor: Actor,
  after: NoticePlace | undefined,
  limit: number,
): Promise<OutboxTable[]> {
  const ranges = addressesOf(actor).map(address => inbox(db, actor, address, after).limit(limit).execute())
  const rows = (await Promise.all(ranges)).flat()
  return rows.toSorted(latestFirst).slice(0, limit)
}

/** What was sent to one address: a range of one index in its own order, which a question for both would lose. */
export const inbox = (db: Db, actor: Actor, address: Address, after: NoticePlace | undefined) =>
  db
    .selectFrom('outbox')
    .selectAll('outbox')
    .where(isSentTo(address))
    .where(isOfVisibleCase(actor))
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(created_at, id) < (${after?.at ?? ''}, ${after?.id ?? ''})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')

/** As both databases order them. */
const latestFirst = (a: OutboxTable, b: OutboxTable) => compare(b.created_at, a.created_at) || compare(b.id, a.id)
/** How many are unread, counted no further than 100. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom(unread(db, actor).as('unread'))
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

export const unread = (db: Db, actor: Actor) => {
  const sentTo = (address: Address) =>
    db
      .selectFrom('outbox')
      .select('id')
      .where(isSentTo(address))
      .where('read_at', 'is', null)
      .where(isOfVisibleCase(actor))
  const [organ, person] = addressesOf(actor)
  return sentTo(organ).unionAll(sentTo(person)).limit(100)
}

/** Marks as read what was sent to the actor or the actor's organ; anything else named here is left as it is. */
export async function markRead(db: Db, actor: Actor, ids: readonly string[], now: string): Promise<void> {
  if (ids.length === 0) return
  const [organ, person] = addressesOf(actor)
  await db
    .updateTable('outbox')
    .set({ read_at: now })
    .where('id', 'in', [...ids])
    .where(eb => eb.or([isSentTo(organ)(eb), isSentTo(person)(eb)]))
    .where('read_at', 'is', null)
    .where(isOfVisibleCase(actor))
    .execute()
}

export type Address = Pick<OutboxTable, 'to_kind' | 'to_id'>

export const addressesOf = (actor: Actor): readonly [Address, Address] => [
  { to_kind: 'organ', to_id: actor.organ ?? '' },
  { to_kind: 'person', to_id: actor.id },
]

const isSentTo =
  ({ to_kind, to_id }: Address) =>
  (eb: ExpressionBuilder<Tables, 'outbox'>) =>
    eb.and([eb('to_kind', '=', to_kind), eb('to_id', '=', to_id)])

/** Or of no case at all. */
const isOfVisibleCase = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'outbox'>) =>
  eb.or([
    eb('outbox.case_number', 'is', null),
    eb.exists(
      eb
        .selectFrom('cases')
        .select('cases.number')
        .whereRef('cases.number', '=', 'outbox.case_number')
        .where(inner => visibleTo(actor)(inner)),
    ),
  ])
