import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { openSqlite } from '../db/sqlite.ts'
import { drawHere } from './draw_here.ts'
import type { Drawn } from './draw_here.ts'
import { reportNamed } from './registry.ts'
import type { Done, Job } from './thread.ts'

/** Runs in a thread: opens the database for one report after another, and closes it after each. */
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    const done: Done = await answer(job)
    parentPort?.postMessage(done)
  })
})

async function answer(job: Job): Promise<Done> {
  try {
    return { id: job.id, drawn: await drawn(job) }
  } catch (error) {
    return { id: job.id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function drawn({ dataDir, slug, actor, cut, scope, procedure }: Job): Promise<Drawn> {
  const kind = reportNamed(slug)
  if (!kind) throw new Error(`No report is called ${slug}`)
  const store = openSqlite(join(dataDir, 'banjie.sqlite'))
  try {
    return await drawHere(store, { kind, cut, scope, procedure }, actor)
  } finally {
    await store.close()
  }
}
