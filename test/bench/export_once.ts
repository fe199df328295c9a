import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../src/db/open.ts'
import { readAsked } from '../../src/reports/read.ts'
import { reportNamed } from '../../src/reports/registry.ts'
import { xlsxFile } from '../../src/reports/xlsx_file.ts'

/** One workbook as an export writes it; a line of JSON tells what it took. */
const store = await openStore(JSON.parse(process.env['PLACE'] ?? ''))
const kind = reportNamed('monthly-closure')
const now = '2026-12-15T03:00:00.000Z'
const read = kind && (await readAsked(store.reader, kind, { month: '2026-04' }, now))
if (!read || 'errors' in read) throw new Error('There is no such report')
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
const before = megabytes(process.memoryUsage().rss)
const path = join(store.dataDir, 'export.xlsx')
const begun = performance.now()
let [rows, peak] = [0, 0]
await xlsxFile(
  store,
  read.ok,
  { path, lang: 'zh', reader: 'everything' },
  { tell: said => ([rows, peak] = [said.written, said.peak ?? 0]) },
)
const seconds = Math.round((performance.now() - begun) / 100) / 10
const beside = megabytes(process.resourceUsage().maxRSS * 1024) - before
console.log(JSON.stringify({ rows, size: statSync(path).size, seconds, peak, beside }))
rmSync(path)
await store.close()
