import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { EventTable } from '../db/tables.ts'

export type Stream = { name: string; events: EventTable[] }

/** The whole log, stream by stream, never more than a page of it in memory. Each batch holds whole streams. */
export async function* streamsIn(db: Db, page = 2_000): AsyncGenerator<Stream[]> {
  let pending: EventTable[] = []
  let last: EventTable | undefined
  for (;;) {
    const events = await eventsAfter(db, last, page)
    last = events.at(-1)
    const all = [...pending, ...events]
    const isEnd = events.length < page
    pending = isEnd ? [] : all.filter(event => event.stream === last?.stream)
    const whole = grouped(isEnd ? all : all.slice(0, all.length - pending.length))
    if (whole.length > 0) yield whole
    if (isEnd) return
  }
}

/** The streams named, as they stand now. */
export async function readStreams(db: Db, names: readonly string[]): Promise<Stream[]> {
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('stream', 'in', [...names])
    .orderBy('stream')
    .orderBy('seq')
    .execute()
  return grouped(events)
}

const eventsAfter = (db: Db, last: EventTable | undefined, limit: number): Promise<EventTable[]> =>
  db
    .selectFrom('events')
    .selectAll()
    .$if(last !== undefined, rows =>
      rows.where(sql<boolean>`(stream, seq) > (${last?.stream}, ${sql.lit(last?.seq ?? 0)})`),
    )
    .orderBy('stream')
    .orderBy('seq')
    .limit(limit)
    .execute()

function grouped(events: readonly EventTable[]): Stream[] {
  return [...Map.groupBy(events, event => event.stream)].map(([name, events]) => ({ name, events }))
}
