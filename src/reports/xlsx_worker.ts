import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { openSqlite } from '../db/sqlite.ts'
import { reportNamed } from './registry.ts'
import { xlsxHere } from './xlsx_file.ts'
import type { XlsxWork } from './xlsx_file.ts'

/** Runs in a thread of its own: writes one workbook, and ends. */
const { dataDir, slug, cut, scope, procedure, ...job }: XlsxWork = workerData
const kind = reportNamed(slug)
if (!kind) throw new Error(`No report is called ${slug}`)
const store = openSqlite(join(dataDir, 'banjie.sqlite'))
try {
  await xlsxHere(store, { kind, cut, scope, procedure }, job)
} finally {
  await store.close()
}
