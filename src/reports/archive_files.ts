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
  const made = async (format: 'xlsx' | 'docx', lang: 'zh' | 'en') =>
    buffer((await streamReport(store, drawing, { format, lang, reader: 'figures' })).bytes)
  const files = [
    Buffer.from(renderJson(report)),
    Buffer.from(renderCsv(report, 'zh')),
    Buffer.from(renderCsv(report, 'en')),
    await made('xlsx', 'zh'),
    await made('xlsx', 'en'),
    await made('docx', 'zh'),
    await made('docx', 'en'),
  ]
  return namesOf(report.report, drawing.cut.period).map((name, i) => ({ name, bytes: files[i] ?? Buffer.of() }))
}

/** What the files of a month are called. */
export const namesOf = (report: string, month: string): string[] =>
  ['.json', '.csv', '-en.csv', '.xlsx', '-en.xlsx', '.docx', '-en.docx'].map(end => `${report}-${month}${end}`)
