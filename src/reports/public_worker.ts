import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openSqlite } from '../db/sqlite.ts'
import { countHere } from './public_making.ts'
import type { Counting } from './public_making.ts'

/** Runs in a thread of its own: counts what releases are made from, and ends. */
const asked: Counting = workerData
const store = openSqlite(join(asked.dataDir, 'banjie.sqlite'))
try {
  parentPort?.postMessage(await countHere(store, asked.closings))
} finally {
  await store.close()
}
