import type { Store } from '../db/open.ts'
import { renderCsv } from './csv.ts'
import type { Drawing } from './drawing.ts'
import { renderJson } from './json.ts'
import type { Report } from './report.ts'

/** The files of a closed month: one for programs, the others in both languages. */
export async function filesOf(
  _store: Store,
  _drawing: Drawing,
  report: Report,
): Promise<{ name: string; bytes: Buffer }[]> {
  const name = `${report.report}-${report.month}`
  return [
    { name: `${name}.json`, bytes: Buffer.from(renderJson(report)) },
    { name: `${name}.csv`, bytes: Buffer.from(renderCsv(report, 'zh')) },
    { name: `${name}-en.csv`, bytes: Buffer.from(renderCsv(report, 'en')) },
  ]
}
