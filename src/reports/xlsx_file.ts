import { fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../accounts/actor.ts'
import { StillWriting } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'
import { openIn } from './case_sheets.ts'
import { drawHere } from './draw_here.ts'
import type { Reading } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import type { Lists } from './lists.ts'
import { writeXlsx } from './xlsx.ts'

/** Whose lists of cases stand in the file: an actor's, those named, all for who has the database itself, or none. */
export type Reader = Actor | { lists: Lists } | 'everything' | 'figures'
export type XlsxJob = { path: string; lang: Lang; reader: Reader }
export type XlsxWork = XlsxJob & { dataDir: string; databaseUrl: string | undefined; slug: string } & Omit<
    Drawing,
    'kind'
  >

/** How far a workbook is: rows of cases written, of so many, the lists (`metric/side`) they stand in, and the most memory it took, in MB. */
export type Progress = { written: number; listed: number; lists: readonly string[]; peak?: number }
export type Watching = { signal?: AbortSignal | undefined; tell?: ((progress: Progress) => void) | undefined }

/** What the process that writes it says of it. */
export type Said = Progress | { problem: string; isPassing: boolean }

/**
 * Writes the workbook into a file, in a process of its own that yields to everyone else: reading and writing many rows
 * takes a processor for seconds, and a small heap keeps what it takes of the memory bounded.
 */
export async function xlsxFile(
  { dataDir, databaseUrl }: Pick<Store, 'dataDir' | 'databaseUrl'>,
  { kind, ...asked }: Drawing,
  job: XlsxJob,
  { signal, tell }: Watching = {},
): Promise<void> {
  const done = await turn()
  try {
    await inChild({ ...job, ...asked, slug: kind.slug, dataDir, databaseUrl }, { signal, tell })
  } finally {
    done()
  }
}

const MOST = 2
let taken = 0
const queue: (() => void)[] = []

/** Twenty clicks are not twenty processes: whoever comes while there are enough waits for one to end. */
async function turn(): Promise<() => void> {
  if (taken === MOST) await new Promise<void>(resolve => queue.push(resolve))
  else taken++
  return () => {
    const next = queue.shift()
    if (next) next()
    else taken--
  }
}

async function inChild(work: XlsxWork, { signal, tell }: Watching): Promise<void> {
  if (signal?.aborted) throw unwanted(signal)
  const child = fork(join(import.meta.dirname, 'xlsx_process.ts'), {
    execArgv: ['--max-old-space-size=96', '--max-semi-space-size=4'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop)
  let problem = new Error('The workbook was not finished')
  child.on('message', (said: Said) => {
    if ('problem' in said) problem = said.isPassing ? new StillWriting(said.problem) : new Error(said.problem)
    else tell?.(said)
  })
  try {
    await new Promise<void>((resolve, reject) => {
      // One that is gone before it has its work says so twice.
      child.on('error', reject)
      child.once('exit', code => {
        if (code === 0) resolve()
        else reject(signal?.aborted ? unwanted(signal) : problem)
      })
      child.send(work, error => error && reject(error))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** A reason to stop may be a mere word. */
const unwanted = ({ reason }: AbortSignal) => new Error('Nobody waits for the workbook any more', { cause: reason })

/** The same in this process. */
export async function xlsxHere(
  store: Reading,
  drawing: Drawing,
  { path, lang, reader }: XlsxJob,
  { signal, tell }: Watching = {},
): Promise<void> {
  const isNamed = typeof reader === 'string' || 'lists' in reader
  const { report, lists } = await drawHere(store, drawing, isNamed ? null : reader)
  const named = typeof reader !== 'string' && 'lists' in reader ? reader.lists : lists
  const mayList = reader === 'everything' ? () => true : openIn(named)
  const out = createWriteStream(path, { flush: true })
  await writeXlsx(out, store.reader, report, { drawing, mayList }, lang, { signal, tell })
}
