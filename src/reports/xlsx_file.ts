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
export type XlsxWork = XlsxJob & { dataDir: string; slug: string } & Omit<Drawing, 'kind'>

/** Writes the workbook into a file; where reading would hold up everyone else, in a thread that ends with it. */
export async function xlsxFile(store: Store, drawing: Drawing, job: XlsxJob, signal?: AbortSignal): Promise<void> {
  if (!store.dialect.readsBlock) return xlsxHere(store, drawing, job, signal)
  const { kind, ...asked } = drawing
  const work: XlsxWork = { ...job, ...asked, slug: kind.slug, dataDir: store.dataDir }
  const worker = new Worker(join(import.meta.dirname, 'xlsx_worker.ts'), {
    workerData: work,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 },
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', code => (code === 0 ? resolve() : reject(new Error('The workbook was not finished'))))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

export async function xlsxHere(
  store: Reading,
  drawing: Drawing,
  { path, lang, reader }: XlsxJob,
  signal?: AbortSignal,
): Promise<void> {
  const { report, lists } = await drawHere(store, drawing, typeof reader === 'string' ? null : reader)
  const mayList = (metric: string, side: 'numerator' | 'denominator') =>
    reader === 'everything' || (lists[metric] ?? []).includes(side)
  await writeXlsx(createWriteStream(path), store.reader, report, { drawing, mayList }, lang, signal)
}
