import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openPostgres } from '../db/postgres.ts'
import { openSqlite } from '../db/sqlite.ts'
import { reportNamed } from './registry.ts'
import { xlsxHere } from './xlsx_file.ts'
import type { XlsxWork } from './xlsx_file.ts'

/** Runs in a thread of its own: writes one workbook, and ends. */
const { dataDir, databaseUrl, slug, cut, scope, procedure, ...job }: XlsxWork = workerData
const kind = reportNamed(slug)
if (!kind) throw new Error(`No report is called ${slug}`)
const store = databaseUrl === undefined ? openSqlite(join(dataDir, 'banjie.sqlite')) : openPostgres(databaseUrl)
try {
  await xlsxHere(store, { kind, cut, scope, procedure }, job, { tell: progress => parentPort?.postMessage(progress) })
} finally {
  await store.close()
}
