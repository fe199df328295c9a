import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Actor } from '../accounts/actor.ts'
import type { Drawn } from './draw_here.ts'
import type { Drawing } from './drawing.ts'

export type Job = { id: number; dataDir: string; slug: string; actor: Actor | null } & Omit<Drawing, 'kind'>
export type Done = { id: number } & ({ drawn: Drawn } | { problem: string })

type Waiting = { resolve: (drawn: Drawn) => void; reject: (error: Error) => void }

let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined
let jobs = 0

/** One thread for the process, started by the first report; it never keeps the process alive by itself. */
export function drawInThread(dataDir: string, { kind, ...drawing }: Drawing, actor: Actor | null): Promise<Drawn> {
  const { worker, waiting } = (thread ??= start())
  const id = ++jobs
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    const job: Job = { id, dataDir, slug: kind.slug, actor, ...drawing }
    worker.postMessage(job)
  })
}

function start() {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  worker.on('message', (done: Done) => {
    const { resolve, reject } = waiting.get(done.id) ?? {}
    waiting.delete(done.id)
    if (waiting.size === 0) worker.unref()
    if ('drawn' in done) resolve?.(done.drawn)
    else reject?.(new Error(done.problem))
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
