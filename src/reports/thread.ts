import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StillWriting } from '../db/dialect.ts'
import type { Drawing } from './drawing.ts'
import type { Readings } from './readings.ts'

/** What one of the readings is asked; of `asked` and `told` their senders know what they are. */
export type Job = {
  id: number
  dataDir: string
  name: keyof Readings
  slug: string
  drawing: Omit<Drawing, 'kind'>
  asked: never
}
export type Answer = { id: number } & ({ told: never } | Problem)
export type Problem = { problem: string; isPassing: boolean }

type Waiting = { resolve: (told: never) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; waiting: Map<number, Waiting> }

/** What takes minutes at a million cases has a thread beside the one for all else. */
type Pace = 'quick' | 'slow'
const threads = new Map<Pace, Thread>()
let jobs = 0

const paceOf = ({ cut }: Drawing): Pace => (cut.kind === 'year' || cut.through > cut.last ? 'slow' : 'quick')

/** Each thread is started by its first job, and never keeps the process alive by itself. */
export function readInThread<K extends keyof Readings>(
  dataDir: string,
  name: K,
  drawing: Drawing,
  asked: Readings[K]['asked'],
): Promise<Readings[K]['told']> {
  const pace = paceOf(drawing)
  const { worker, waiting } = threads.get(pace) ?? start(pace)
  const { kind, ...rest } = drawing
  const id = ++jobs
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, dataDir, name, slug: kind.slug, drawing: rest, asked })
  })
}

function start(pace: Pace): Thread {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  const thread = { worker, waiting }
  threads.set(pace, thread)
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if (waiting.size === 0) worker.unref()
    if ('problem' in answer) reject?.(answer.isPassing ? new StillWriting(answer.problem) : new Error(answer.problem))
    else resolve?.(answer.told)
  })
  const stop = (error: Error) => {
    if (threads.get(pace) === thread) threads.delete(pace)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', error => stop(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => stop(new Error('The thread that draws reports has ended; ask again.')))
  return thread
}
