import { sql } from 'kysely'
import { replay } from '../../src/cases/replay.ts'
import { settleHours } from '../../src/db/digest.ts'
import type { Store } from '../../src/db/open.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { derivedFrom, differing, readDerived } from '../../src/tasks/replay.ts'
import { readStreams } from '../../src/tasks/streams.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from '../support/cast.ts'
import { fill } from './fill.ts'
import { multiply } from './multiply.ts'

/** Two years of cases: some lived through and found sound, all others written after them in bulk. */
export async function fillInBulk(store: Store, size: number, lived: number, now: string): Promise<void> {
  const said = stopwatch()
  await seatCast(store)
  await fill(store, 0, lived, { first: '2025-01-05', days: 680 })
  said(`${lived} cases lived through`)
  await settleFigures(store, now, Infinity)
  said('their figures settled')
  const wrong: unknown[] = []
  await verify(store, what => wrong.push(what))
  await rebuild(store, found => wrong.push(found))
  said(`verify and rebuild find ${wrong.length === 0 ? 'nothing' : JSON.stringify(wrong.slice(0, 5))}`)
  if (store.dialect.name === 'sqlite')
    for (const pragma of ['cache_size = -2000000', 'synchronous = OFF', 'wal_autocheckpoint = 20000'])
      await sql.raw(`pragma ${pragma}`).execute(store.db)
  await multiply(store, Math.round(size / lived) - 1)
  said('written in bulk')
  await sql`analyze`.execute(store.db)
  await settleHours(store, now)
  said('digests of its hours kept')
}

/** How many of every so-manieth case are not what their events tell, replayed as verify and rebuild do. */
export async function differingOf(store: Store, every: number): Promise<number> {
  const rows = await store.reader.selectFrom('cases').select('number').orderBy('number').execute()
  const sample = rows.filter((_, i) => i % every === 7).map(row => row.number)
  let differ = 0
  for (let i = 0; i < sample.length; i += 100) {
    const numbers = sample.slice(i, i + 100)
    const kept = await readDerived(store.reader, numbers)
    for (const { name, events } of await readStreams(
      store.reader,
      numbers.map(number => `case:${number}`),
    )) {
      const [replayed, rows] = [replay(events), kept.get(name.slice('case:'.length))]
      if (!replayed || !rows || differing(derivedFrom(replayed), rows).length > 0) differ++
    }
  }
  return differ
}

function stopwatch() {
  let begun = performance.now()
  return (what: string) => {
    console.log(`  ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
    begun = performance.now()
  }
}
