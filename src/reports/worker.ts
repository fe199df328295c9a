import { setPriority } from 'node:os'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { StillWriting } from '../db/dialect.ts'
import { openSqlite } from '../db/sqlite.ts'
import { readHere } from './readings.ts'
import { kindNamed } from './registry.ts'
import type { Job, Problem } from './thread.ts'

/** Runs in a thread: opens the database for one job after another, and closes it after each. */
let last: Promise<void> = Promise.resolve()

// Linux does so for this thread alone: where there are fewer cores than work, pages come first.
if (process.platform === 'linux') setPriority(5)

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => parentPort?.postMessage({ id: job.id, ...(await answer(job)) }))
})

async function answer(job: Job): Promise<{ told: unknown } | Problem> {
  try {
    return { told: await done(job) }
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { problem, isPassing: error instanceof StillWriting }
  }
}

async function done({ dataDir, name, slug, drawing, asked }: Job): Promise<unknown> {
  const kind = kindNamed(slug)
  if (!kind) throw new Error(`No report is called ${slug}`)
  const store = openSqlite(join(dataDir, 'banjie.sqlite'))
  try {
    return await readHere(store, name, { kind, ...drawing }, asked)
  } finally {
    await store.close()
  }
}
