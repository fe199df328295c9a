import { inTransaction } from '../cases/perform.ts'
import { replay } from '../cases/replay.ts'
import type { Replayed } from '../cases/replay.ts'
import { indexCase } from '../cases/words.ts'
import { forget, writeProjection } from '../cases/write.ts'
import { unsoundHours } from '../db/digest.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { FactTable } from '../db/tables.ts'
import { findKeys } from '../db/vault.ts'
import { forgetFigures } from '../reports/settle.ts'
import { checkFigures } from '../reports/unsound_figures.ts'
import { derivedFrom, differing, readDerived } from './replay.ts'
import type { DerivedTable } from './replay.ts'
import { readStreams, streamsIn } from './streams.ts'

/** A case whose rows were not what its events say. */
export type Difference = { number: string; tables: (DerivedTable | 'log_hours' | 'figure_sums')[] }

/**
 * Replays every case through `project`, puts right what is not as the log tells it and indexes its words anew.
 * On a sound database it finds nothing. Each batch is one transaction, so acts go on meanwhile.
 */
export async function rebuild(store: Store, report: (found: Difference) => void): Promise<{ cases: number }> {
  let cases = 0
  const figures = await checkFigures(store.reader)
  for await (const batch of streamsIn(store.reader)) {
    const names = batch.map(({ name }) => name).filter(name => name.startsWith('case:'))
    if (names.length === 0) continue
    const { found, lines } = await inTransaction(store, trx => rebuildSome(store, trx, names))
    found.forEach(report)
    lines.forEach(figures.show)
    cases += names.length
  }
  for (const number of await strays(store)) {
    await inTransaction(store, trx => forgetCase(store, trx, number))
    report({ number, tables: ['cases'] })
  }
  await forgetUnsound(store, report)
  await forgetUnsoundFigures(store, figures.unsound(), report)
  return { cases }
}

async function rebuildSome(store: Store, trx: Db, names: readonly string[]) {
  const numbers = names.map(name => name.slice('case:'.length))
  const keys = await findKeys(
    trx,
    store.master,
    names.map(name => name),
  )
  const kept = await readDerived(trx, numbers)
  const found: Difference[] = []
  const lines: FactTable[][] = []
  for (const { name, events } of await readStreams(trx, names)) {
    const number = name.slice('case:'.length)
    const replayed = replay(events)
    const rows = kept.get(number)
    lines.push(replayed?.lines ?? [])
    const tables = replayed && rows ? differing(derivedFrom(replayed), rows) : []
    if (replayed && tables.length > 0) {
      await rewrite(trx, replayed)
      found.push({ number, tables })
    }
    const key = keys.get(name)
    if (key) await indexCase(store, trx, number, key)
    else await store.dialect.forgetWords(trx, number)
  }
  return { found, lines }
}

async function rewrite(trx: Db, { view, lines }: Replayed): Promise<void> {
  await forgetRows(trx, view.row.number)
  await writeProjection(trx, null, { view, lines })
}

async function forgetRows(trx: Db, number: string): Promise<void> {
  for (const table of ['assignments', 'deadlines', 'walls', 'case_organs', 'facts'] as const)
    await forget(trx, table, number)
  await trx.deleteFrom('cases').where('number', '=', number).execute()
}

async function forgetCase(store: Store, trx: Db, number: string): Promise<void> {
  await forgetRows(trx, number)
  await store.dialect.forgetWords(trx, number)
}

/** They are settled again by the next sweep. */
async function forgetUnsound({ db, reader }: Store, report: (found: Difference) => void): Promise<void> {
  const [first] = await unsoundHours(reader)
  if (first === undefined) return
  await db.deleteFrom('log_hours').where('hour', '>=', first).execute()
  report({ number: first, tables: ['log_hours'] })
}

async function forgetUnsoundFigures({ db }: Store, [first]: string[], report: (found: Difference) => void) {
  if (first === undefined) return
  await db.transaction().execute(trx => forgetFigures(trx, first))
  report({ number: first, tables: ['figure_sums'] })
}

/** Rows of cases the log knows nothing of. */
export async function strays({ reader }: Pick<Store, 'reader'>): Promise<string[]> {
  const rows = await reader
    .selectFrom('cases')
    .select('number')
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('events')
            .select('events.seq')
            .where('events.seq', '=', 1)
            .where(event => event('events.stream', '=', event(event.val('case:'), '||', event.ref('cases.number')))),
        ),
      ),
    )
    .execute()
  return rows.map(row => row.number)
}
