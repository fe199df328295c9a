import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { digestOf } from '../db/digest.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { monthAfter } from '../law/day.ts'
import { PUBLIC } from './archive.ts'
import { definitions } from './metrics.ts'
import type { Reading } from './draw_here.ts'
import { RESTATED, earlierReleases, writeCounts } from './public_archive.ts'
import { countMonths } from './public_counts.ts'
import type { PublicCounts } from './public_counts.ts'
import { figuresFrom, fixedTables, tableFrom } from './public_release.ts'
import type { Release, Trees } from './public_release.ts'
import { restatedFrom } from './public_restated.ts'
import type { Earlier } from './public_restated.ts'
import { publicTrees } from './public_trees.ts'

export type Closing = { month: string; asOf: string }
export type Counted = { counts: ReadonlyMap<string, PublicCounts>; digest: string }
export type Counting = { dataDir: string; closings: readonly Closing[] }

/** What the releases of these closings are made from; where reading would hold up everyone else, in a thread of its own. */
export const countClosings = (store: Store, closings: readonly Closing[]): Promise<Counted[]> =>
  store.dialect.readsBlock ? countInThread({ dataDir: store.dataDir, closings }) : countHere(store, closings)

/** The release of a month as known at its closing instant, and the counts to be kept with it. Earlier ones must be there. */
export async function releaseOf(
  db: Db,
  { month, asOf }: Closing,
  { counts, digest }: Counted,
): Promise<{ release: Release; counts: string }> {
  const trees = await publicTrees(db, asOf)
  const told = toldOf(trees, month, counts, await earlierReleases(db, month))
  return { release: { report: PUBLIC, asOf, definitions, digest, ...told }, counts: writeCounts(counts) }
}

/** What a release tells, after those of the twelve months before. */
export function toldOf(
  trees: Trees,
  month: string,
  counts: ReadonlyMap<string, PublicCounts>,
  earlier: readonly Earlier[],
): Pick<Release, 'month' | 'figures' | 'tables' | 'restated'> {
  const now = counts.get(month) ?? new Map()
  return {
    month,
    figures: figuresFrom(now),
    tables: fixedTables.map(table => tableFrom(trees, table, now)),
    restated: restatedFrom(trees, counts, earlier),
  }
}

/** Each closing from one state of the database, when whoever wrote before its instant has ended. */
export async function countHere(store: Reading, closings: readonly Closing[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const { month, asOf } of closings) {
    await store.dialect.settle(store.db, asOf)
    const months = [...Array.from({ length: RESTATED }, (_, i) => monthAfter(month, i - RESTATED)), month]
    const found = await store.reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async db => ({ counts: await countMonths(db, asOf, months), digest: await digestOf(db, asOf) }))
    counted.push(found)
  }
  return counted
}

function countInThread(workerData: Counting): Promise<Counted[]> {
  const worker = new Worker(join(import.meta.dirname, 'public_worker.ts'), { workerData, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread that counts for the public has ended')))
  })
}
