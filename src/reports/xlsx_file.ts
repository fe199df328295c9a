import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'
import { drawHere } from './draw_here.ts'
import type { Reading } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import { writeXlsx } from './xlsx.ts'

/** Whose lists of cases stand in the file: an actor's, all for who has the database itself, or none. */
export type Reader = Actor | 'everything' | 'figures'
export type XlsxJob = { path: string; lang: Lang; reader: Reader }
export type XlsxWork = XlsxJob & { dataDir: string; databaseUrl: string | undefined; slug: string } & Omit<
    Drawing,
    'kind'
  >

/** How far a workbook is: rows of cases written, of so many, and the lists (`metric/side`) they stand in. */
export type Progress = { written: number; listed: number; lists: readonly string[] }
export type Watching = { signal?: AbortSignal | undefined; tell?: ((progress: Progress) => void) | undefined }

/** Writes the workbook into a file; where reading would hold up everyone else, in a thread that ends with it. */
export const xlsxFile = (store: Store, drawing: Drawing, job: XlsxJob, watching: Watching = {}): Promise<void> =>
  store.dialect.readsBlock ? xlsxInThread(store, drawing, job, watching) : xlsxHere(store, drawing, job, watching)

/** The same in a thread whatever the database: writing many rows takes a processor for seconds. */
export async function xlsxInThread(
  { dataDir, databaseUrl }: Store,
  { kind, ...asked }: Drawing,
  job: XlsxJob,
  { signal, tell }: Watching,
): Promise<void> {
  signal?.throwIfAborted()
  const work: XlsxWork = { ...job, ...asked, slug: kind.slug, dataDir, databaseUrl }
  const worker = new Worker(join(import.meta.dirname, 'xlsx_worker.ts'), {
    workerData: work,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 },
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  if (tell) worker.on('message', tell)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', code => (code === 0 ? resolve() : reject(new Error('The workbook was not finished'))))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  // A thread that is stopped before it began ends as if it had done its work.
  signal?.throwIfAborted()
}

export async function xlsxHere(
  store: Reading,
  drawing: Drawing,
  { path, lang, reader }: XlsxJob,
  { signal, tell }: Watching = {},
): Promise<void> {
  const { report, lists } = await drawHere(store, drawing, typeof reader === 'string' ? null : reader)
  const mayList = (metric: string, side: 'numerator' | 'denominator') =>
    reader === 'everything' || (lists[metric] ?? []).includes(side)
  const out = createWriteStream(path, { flush: true })
  await writeXlsx(out, store.reader, report, { drawing, mayList }, lang, { signal, tell })
}
