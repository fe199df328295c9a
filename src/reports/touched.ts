import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import { add } from './additions.ts'
import type { Additions } from './additions.ts'

/** What became known after one instant and by another, as additions to these months and years or to all. */
export async function addedBetween(
  db: Db,
  after: string,
  through: string,
  periods?: ReadonlySet<string>,
): Promise<{ cases: number; additions: Additions }> {
  const additions: Additions = new Map()
  const numbers = await touchedBetween(db, after, through)
  for await (const lines of linesOf(db, numbers, through)) {
    add(additions, lines, 1, periods)
    const earlier = lines.filter(line => line.recorded_at <= after)
    add(additions, earlier, -1, periods)
  }
  return { cases: numbers.length, additions }
}

/** The lines of each of these cases in order, as known at the instant. Others have their turn after every batch. */
export async function* linesOf(
  db: Db,
  numbers: readonly string[],
  asOf: string,
  batch = 10,
): AsyncGenerator<FactTable[]> {
  for (let i = 0; i < numbers.length; i += batch) {
    const lines = await db
      .selectFrom('facts')
      .selectAll()
      .where('case_number', 'in', numbers.slice(i, i + batch))
      .where('recorded_at', '<=', asOf)
      .orderBy('case_number')
      .orderBy('seq')
      .orderBy('line')
      .execute()
    yield* Map.groupBy(lines, line => line.case_number).values()
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Their order and number are made up here: a database asked for it would rather walk the whole log stream by stream. */
export async function touchedBetween(db: Db, after: string, through: string): Promise<string[]> {
  const touched = new Set<string>()
  const events = db
    .selectFrom('events')
    .select('stream')
    .where('recorded_at', '>', after)
    .where('recorded_at', '<=', through)
    .where(ofCases)
  for await (const { stream } of events.stream(500)) touched.add(stream.slice('case:'.length))
  return [...touched].sort()
}

/** A condition no index is made for, so that the one by instant is taken. */
export const ofCases = sql<boolean>`substr(stream, 1, 5) = 'case:'`
