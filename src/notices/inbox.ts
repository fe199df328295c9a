import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { OutboxTable, Tables } from '../db/tables.ts'

export type NoticePlace = { at: string; id: string }

/** Messages to the actor's organ, newest first; of a case that is walled off not even that there is one. */
export const listNotices = (
  db: Db,
  actor: Actor,
  after: NoticePlace | undefined,
  limit: number,
): Promise<OutboxTable[]> => inbox(db, actor, after).limit(limit).execute()

export const inbox = (db: Db, actor: Actor, after: NoticePlace | undefined) =>
  db
    .selectFrom('outbox')
    .selectAll('outbox')
    .where('to_kind', '=', 'organ')
    .where('to_id', '=', actor.organ ?? '')
    .where(isOfVisibleCase(actor))
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(created_at, id) < (${after?.at ?? ''}, ${after?.id ?? ''})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')

/** How many are unread, counted no further than 100. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom(unread(db, actor).as('unread'))
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

export const unread = (db: Db, actor: Actor) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('to_kind', '=', 'organ')
    .where('to_id', '=', actor.organ ?? '')
    .where('read_at', 'is', null)
    .where(isOfVisibleCase(actor))
    .limit(100)

/** Marks as read what was sent to the actor's organ; anything else named here is left as it is. */
export async function markRead(db: Db, actor: Actor, ids: readonly string[], now: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('outbox')
    .set({ read_at: now })
    .where('id', 'in', [...ids])
    .where('to_kind', '=', 'organ')
    .where('to_id', '=', actor.organ ?? '')
    .where('read_at', 'is', null)
    .where(isOfVisibleCase(actor))
    .execute()
}

const isOfVisibleCase = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'outbox'>) =>
  eb.exists(
    eb
      .selectFrom('cases')
      .select('cases.number')
      .whereRef('cases.number', '=', 'outbox.case_number')
      .where(inner => visibleTo(actor)(inner)),
  )
