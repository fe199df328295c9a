import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Actor } from '../accounts/actor.ts'
import type { Drawn } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import type { Listing, Page } from './listing.ts'

/** A report to draw, or a page to list of the cases behind one of its figures. */
export type Job = { dataDir: string; slug: string } & Omit<Drawing, 'kind'> &
  ({ actor: Actor | null } | { actor: Actor; page: Page })
export type Answer = { drawn: Drawn } | { listing: Listing | undefined } | { problem: string }
export type Sent<T> = { id: number; of: T }

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined
let jobs = 0

export async function drawInThread(dataDir: string, drawing: Drawing, actor: Actor | null): Promise<Drawn> {
  const { kind, ...asked } = drawing
  const answer = await inThread({ dataDir, slug: kind.slug, ...asked, actor })
  if (!('drawn' in answer)) throw new Error('No report was drawn')
  return answer.drawn
}

export async function listInThread(
  dataDir: string,
  drawing: Drawing,
  actor: Actor,
  page: Page,
): Promise<Listing | undefined> {
  const { kind, ...asked } = drawing
  const answer = await inThread({ dataDir, slug: kind.slug, ...asked, actor, page })
  if (!('listing' in answer)) throw new Error('No cases were listed')
  return answer.listing
}

/** One thread for the process, started by the first report; it never keeps the process alive by itself. */
function inThread(job: Job): Promise<Answer> {
  const { worker, waiting } = (thread ??= start())
  const sent: Sent<Job> = { id: ++jobs, of: job }
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(sent.id, { resolve, reject })
    worker.postMessage(sent)
  })
}

function start() {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  worker.on('message', ({ id, of }: Sent<Answer>) => {
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if ('problem' in of) reject?.(new Error(of.problem))
    else resolve?.(of)
  })
  const stop = (error: Error) => {
    if (thread?.worker === worker) thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', error => stop(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => stop(new Error('The thread that draws reports has ended; ask again.')))
  return { worker, waiting }
}
