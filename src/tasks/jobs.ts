import { scrub } from '../cases/erasure_scrub.ts'
import type { Store } from '../db/open.ts'
import type { JobTable } from '../db/tables.ts'
import { log, saidBy } from './log.ts'
import { rebuild } from './rebuild.ts'
import { recalculate } from './recalculate.ts'

type Job = (store: Store, now: string, payload: string) => Promise<unknown>

/** What a row of `jobs` may name. Each may run twice and does its work once. */
const known: Readonly<Record<string, Job>> = {
  recalculate,
  rebuild: (store, now) => rebuild(store, ({ number }) => log({ at: now, event: 'rebuild', number })),
  scrub,
}

/**
 * Runs what is due, oldest first. One that fails is logged, keeps none from its turn, and is tried again at the next tick;
 * whoever asks for one sort only cannot do without it, and is told.
 */
export async function runJobs(store: Store, now: string, only?: string): Promise<number> {
  const due = await store.db
    .selectFrom('jobs')
    .selectAll()
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    .$if(only !== undefined, rows => rows.where('name', '=', only ?? ''))
    .orderBy('due_at')
    .limit(100)
    .execute()
  let done = 0
  for (const job of due)
    try {
      await runJob(store, now, job)
      done++
    } catch (error) {
      if (only !== undefined) throw error
      log({ at: now, level: 'error', event: 'job', name: job.name, error: saidBy(error) })
    }
  return done
}

async function runJob(store: Store, now: string, { id, name, payload }: JobTable): Promise<void> {
  const job = Object.hasOwn(known, name) ? known[name] : undefined
  if (!job) throw new Error(`jobs: there is no job “${name}”`)
  await job(store, now, payload)
  await store.db.updateTable('jobs').set({ done_at: now }).where('id', '=', id).execute()
}
