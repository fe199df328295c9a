import { setPriority } from 'node:os'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { openSqlite } from '../db/sqlite.ts'
import { drawHere } from './draw_here.ts'
import { listHere } from './listing.ts'
import { kindNamed } from './registry.ts'
import type { Answer, Job, Sent } from './thread.ts'

/** Runs in a thread: opens the database for one job after another, and closes it after each. */
let last: Promise<void> = Promise.resolve()

// Linux does so for this thread alone: where there are fewer cores than work, pages come first.
if (process.platform === 'linux') setPriority(5)

parentPort?.on('message', ({ id, of }: Sent<Job>) => {
  last = last.then(async () => {
    const done: Sent<Answer> = { id, of: await answer(of) }
    parentPort?.postMessage(done)
  })
})

async function answer(job: Job): Promise<Answer> {
  try {
    return await done(job)
  } catch (error) {
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function done({ dataDir, slug, cut, scope, procedure, ...asked }: Job): Promise<Answer> {
  const kind = kindNamed(slug)
  if (!kind) throw new Error(`No report is called ${slug}`)
  const drawing = { kind, cut, scope, procedure }
  const store = openSqlite(join(dataDir, 'banjie.sqlite'))
  try {
    return 'page' in asked
      ? { listing: await listHere(store, drawing, asked.actor, asked.page) }
      : { drawn: await drawHere(store, drawing, asked.actor) }
  } finally {
    await store.close()
  }
}
