import { createHash } from 'node:crypto'
import type { Db } from '../db/dialect.ts'

/** One name for the whole log as known at the instant: sha-256 over the head of every stream, in order. */
export async function digestOf(db: Db, asOf: string): Promise<string> {
  const hash = createHash('sha256')
  const heads = db
    .selectFrom('events')
    .innerJoin(
      eb =>
        eb
          .selectFrom('events')
          .select(of => ['stream', of.fn.max('seq').as('seq')])
          .where('recorded_at', '<=', asOf)
          .groupBy('stream')
          .as('heads'),
      join => join.onRef('heads.stream', '=', 'events.stream').onRef('heads.seq', '=', 'events.seq'),
    )
    .select(['events.stream', 'events.seq', 'events.hash'])
    .orderBy('events.stream')
  for await (const head of heads.stream()) hash.update(`${head.stream} ${head.seq} ${head.hash}\n`)
  return hash.digest('hex')
}
