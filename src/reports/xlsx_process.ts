import { setPriority } from 'node:os'
import { join } from 'node:path'
import { StillWriting } from '../db/dialect.ts'
import { openPostgres } from '../db/postgres.ts'
import { openSqlite } from '../db/sqlite.ts'
import { reportNamed } from './registry.ts'
import { xlsxHere } from './xlsx_file.ts'
import type { Progress, Said, XlsxWork } from './xlsx_file.ts'

/** Runs in a process of its own: writes one workbook, after everyone else, and ends; at once where its server is gone. */
setPriority(10)
process.once('disconnect', () => process.exit(1))
process.once('message', (work: XlsxWork) =>
  write(work).then(
    () => process.exit(0),
    async (error: unknown) => {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
      await say({ problem, isPassing: error instanceof StillWriting })
      process.exit(1)
    },
  ),
)

async function write({ dataDir, databaseUrl, slug, cut, scope, procedure, ...job }: XlsxWork): Promise<void> {
  const kind = reportNamed(slug)
  if (!kind) throw new Error(`No report is called ${slug}`)
  const store =
    databaseUrl === undefined ? openSqlite(join(dataDir, 'banjie.sqlite'), cacheMegabytes) : openPostgres(databaseUrl)
  let last: Progress | undefined
  const tell = (progress: Progress) => {
    last = { ...progress, peak: peak() }
    void say(last)
  }
  try {
    await xlsxHere(store, { kind, cut, scope, procedure }, job, { tell })
  } finally {
    await store.close()
  }
  // Whoever waits has then heard everything.
  if (last) await say({ ...last, peak: peak() })
}

/** Lists are read case by case in order: a large cache would hold what is not read again. */
const cacheMegabytes = 8

const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)

const say = (said: Said) => new Promise<void>(resolve => process.send?.(said, () => resolve()))
