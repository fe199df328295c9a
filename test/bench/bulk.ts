import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { replay } from '../../src/cases/replay.ts'
import { settleHours } from '../../src/db/digest.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { edition } from '../../src/reports/additions.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { derivedFrom, differing, readDerived } from '../../src/tasks/replay.ts'
import { readStreams } from '../../src/tasks/streams.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { fill } from './fill.ts'
import { fillMotions } from './fill_motions.ts'
import { isLived, multiply, multiplyFigures } from './multiply.ts'

/** Two years of cases: some lived through and found sound, all others written after them in bulk. */
export async function fillInBulk(store: Store, size: number, lived: number, now: string): Promise<void> {
  const said = stopwatch()
  await seatMotions(store)
  await fill(store, 0, lived, { first: '2025-01-05', days: 680 })
  await fillMotions(store, motions)
  said(`${lived} petitions and ${motions} suggestions lived through`)
  await settleFigures(store, now, Infinity)
  const wrong: unknown[] = []
  await verify(store, what => wrong.push(what))
  await rebuild(store, found => wrong.push(found))
  said(`figures settled; verify and rebuild find ${wrong.length === 0 ? 'nothing' : JSON.stringify(wrong.slice(0, 5))}`)
  if (store.dialect.name === 'sqlite')
    for (const pragma of ['cache_size = -2000000', 'synchronous = OFF', 'wal_autocheckpoint = 20000', 'temp_store = 2'])
      await sql.raw(`pragma ${pragma}`).execute(store.db)
  await multiply(store, timesFor(size, lived))
  said('written in bulk')
  await keepFigures(store, size, lived, now)
  said('figures kept')
  await settleHours(store, now)
  said('digests of its hours kept')
  await sql.raw(store.dialect.name === 'sqlite' ? 'analyze' : 'vacuum analyze').execute(store.db)
  said('analysed')
}

const motions = 120
const timesFor = (size: number, lived: number) => Math.round(size / lived) - 1

/** The sums of what was lived through, settled beside, then multiplied as the cases were: where none are kept of this edition. */
export async function keepFigures(store: Store, size: number, lived: number, now: string): Promise<void> {
  const isKept = await store.db
    .selectFrom('figure_periods')
    .select('period')
    .where('edition', '=', edition)
    .limit(1)
    .execute()
  if (isKept.length > 0) return
  const dataDir = mkdtempSync(join(tmpdir(), 'banjie-lived-'))
  const beside = await openStore({ dataDir, secretKey: 'bench-secret-key-of-more-than-32-characters' })
  const rows = await store.db.selectFrom('cases').select('number').where(isLived).execute()
  for (const { number } of rows) {
    const events = store.db.selectFrom('events').selectAll().where('stream', '=', `case:${number}`)
    const facts = store.db.selectFrom('facts').selectAll().where('case_number', '=', number)
    await beside.db
      .insertInto('events')
      .values(await events.execute())
      .execute()
    await beside.db
      .insertInto('facts')
      .values(await facts.execute())
      .execute()
  }
  await settleFigures(beside, now, Infinity)
  const periods = await beside.db.selectFrom('figure_periods').selectAll().execute()
  const sums = await beside.db.selectFrom('figure_sums').selectAll().execute()
  await beside.close()
  rmSync(dataDir, { recursive: true })
  await store.db.transaction().execute(async trx => {
    await trx.deleteFrom('figure_sums').execute()
    await trx.deleteFrom('figure_periods').execute()
    await trx.insertInto('figure_periods').values(periods).execute()
    for (let i = 0; i < sums.length; i += 1000)
      await trx
        .insertInto('figure_sums')
        .values(sums.slice(i, i + 1000))
        .execute()
    await multiplyFigures(trx, timesFor(size, lived))
  })
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
