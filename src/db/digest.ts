import { createHash } from 'node:crypto'
import type { Db } from './dialect.ts'
import type { Store } from './open.ts'
import type { LogHourTable } from './tables.ts'

/**
 * One name (sha-256, hex) for the whole log as known at the instant: each hour's digest is over the hour before it and
 * the events recorded within it. Hours long past are settled and kept, so that it reads little more than the last one.
 */
export async function digestOf(db: Db, asOf: string): Promise<string> {
  const settled = await settledBefore(db, hourOf(asOf))
  let { digest } = settled
  for await (const hour of hoursAfter(db, settled, asOf)) digest = hour.digest
  return digest
}

/** Keeps the digests of hours that ended an hour ago or earlier: nothing that began to write then is writing still. */
export async function settleHours(store: Store, now: string): Promise<number> {
  const through = new Date(Date.parse(now) - 2 * hour).toISOString().slice(0, 13)
  const settled = await settledBefore(store.db, nextHour(through))
  const found = await Array.fromAsync(hoursAfter(store.db, settled, `${through}:59:59.999Z`))
  for (const row of found)
    await store.db
      .insertInto('log_hours')
      .values(row)
      .onConflict(same => same.doNothing())
      .execute()
  return found.length
}

/** Hours whose kept digest is not what the log gives. */
export async function unsoundHours(db: Db): Promise<string[]> {
  const kept = await db.selectFrom('log_hours').selectAll().orderBy('hour').execute()
  const last = kept.at(-1)
  if (!last) return []
  const found = new Map<string, string>()
  for await (const row of hoursAfter(db, beginning, `${last.hour}:59:59.999Z`)) found.set(row.hour, row.digest)
  return kept.filter(row => found.get(row.hour) !== row.digest).map(row => row.hour)
}

async function* hoursAfter(db: Db, settled: LogHourTable, asOf: string): AsyncGenerator<LogHourTable> {
  let open: { hour: string; hash: ReturnType<typeof createHash> } | undefined
  let { digest } = settled
  const events = db
    .selectFrom('events')
    .select(['recorded_at', 'stream', 'seq', 'hash'])
    .where('recorded_at', '>=', nextHour(settled.hour))
    .where('recorded_at', '<=', asOf)
    .orderBy('recorded_at')
    .orderBy('stream')
    .orderBy('seq')
  for await (const event of events.stream(500)) {
    if (open && open.hour !== hourOf(event.recorded_at)) {
      digest = open.hash.digest('hex')
      yield { hour: open.hour, digest }
      open = undefined
    }
    open ??= { hour: hourOf(event.recorded_at), hash: createHash('sha256').update(`${digest}\n`) }
    open.hash.update(`${event.recorded_at} ${event.stream} ${event.seq} ${event.hash}\n`)
  }
  if (open) yield { hour: open.hour, digest: open.hash.digest('hex') }
}

/** The last kept hour before this one. */
const settledBefore = async (db: Db, before: string): Promise<LogHourTable> =>
  (await db
    .selectFrom('log_hours')
    .selectAll()
    .where('hour', '<', before)
    .orderBy('hour', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? beginning

const beginning: LogHourTable = { hour: '', digest: createHash('sha256').digest('hex') }
const hour = 3_600_000
const hourOf = (instant: string) => instant.slice(0, 13)
const nextHour = (name: string) =>
  name === '' ? '' : hourOf(new Date(Date.parse(`${name}:00:00Z`) + hour).toISOString())
