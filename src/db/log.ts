import type { Db } from './dialect.ts'
import type { EventTable } from './tables.ts'
import { digest } from './vault.ts'

export type NewEvent = Omit<EventTable, 'seq' | 'prev_hash' | 'hash'>
export type Head = { seq: number; hash: string }

export const noHead: Head = { seq: 0, hash: '' }

export async function headOf(db: Db, stream: string): Promise<Head> {
  const head = await db
    .selectFrom('events')
    .select(['seq', 'hash'])
    .where('stream', '=', stream)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ?? noHead
}

/** Appends after `head`. A concurrent append to the same stream makes this a duplicate, which the caller answers. */
export async function append(trx: Db, head: Head, event: NewEvent): Promise<EventTable> {
  const row = chained(head, event)
  await trx.insertInto('events').values(row).execute()
  return row
}

/** The event with its place in the chain; a change to any member, or to any event before it, changes the hash. */
export function chained(head: Head, event: NewEvent): EventTable {
  const linked = { ...event, seq: head.seq + 1, prev_hash: head.hash }
  return { ...linked, hash: hashOf(linked) }
}

export const hashOf = (event: Omit<EventTable, 'hash'>): string =>
  digest(
    event.prev_hash,
    event.stream,
    String(event.seq),
    event.act,
    event.actor,
    event.organ ?? '',
    event.occurred_on,
    event.occurred_at ?? '',
    event.recorded_at,
    event.payload,
    event.versions,
    event.origin,
  )
