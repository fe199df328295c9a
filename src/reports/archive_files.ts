import { buffer } from 'node:stream/consumers'
import type { Store } from '../db/open.ts'
import { renderCsv } from './csv.ts'
import type { Drawing } from './drawing.ts'
import { streamReport } from './formats.ts'
import { renderJson } from './json.ts'
import type { Report } from './report.ts'

/**
 * The files of a closed month: one for programs, the others in both languages. Not every reader of the archive may see
 * every case, so its workbooks hold the figures without the lists.
 */
export async function filesOf(
  store: Store,
  drawing: Drawing,
  report: Report,
): Promise<{ name: string; bytes: Buffer }[]> {
  const name = `${report.report}-${drawing.cut.period}`
  const made = async (format: 'xlsx' | 'docx', lang: 'zh' | 'en') =>
    buffer((await streamReport(store, drawing, { format, lang, reader: 'figures' })).bytes)
  return [
    { name: `${name}.json`, bytes: Buffer.from(renderJson(report)) },
    { name: `${name}.csv`, bytes: Buffer.from(renderCsv(report, 'zh')) },
    { name: `${name}-en.csv`, bytes: Buffer.from(renderCsv(report, 'en')) },
    { name: `${name}.xlsx`, bytes: await made('xlsx', 'zh') },
    { name: `${name}-en.xlsx`, bytes: await made('xlsx', 'en') },
    { name: `${name}.docx`, bytes: await made('docx', 'zh') },
    { name: `${name}-en.docx`, bytes: await made('docx', 'en') },
  ]
}
