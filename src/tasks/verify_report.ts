import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Store } from '../db/open.ts'
import { firstDifference } from '../reports/difference.ts'
import type { Difference } from '../reports/difference.ts'
import { isCaseList } from '../reports/case_sheets.ts'
import { streamReport } from '../reports/formats.ts'
import { readBack } from '../reports/grids.ts'
import { CannotDo } from './command.ts'
import { drawingOf } from './report.ts'
import { verifyRelease } from './verify_release.ts'

export type Checked = { said: string; difference: Difference | undefined }

/** Draws an exported report again, from the log and the cuts it names, and says where it is not the same. */
export async function verifyReport(store: Store, now: string, path: string): Promise<Checked> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new CannotDo(`${path} cannot be read`)
  const release = await verifyRelease(store, bytes)
  if (release) return release
  const file = await readBack(bytes)
  if (!file)
    throw new CannotDo(`${path} is no exported report (JSON, CSV, XLSX or DOCX) that says what it was drawn from`)
  const { slug, asked, lang } = file.said
  const drawing = await drawingOf(store, now, { slug, lang, asked })
  if ('problem' in drawing) throw new CannotDo(`${path} cannot be drawn again: ${drawing.problem}`)
  const rendering = { format: file.format, lang, reader: 'everything' } as const
  const again = await buffer((await streamReport(store, drawing.ok, rendering)).bytes)
  const said = `${slug} ${asked.month ?? asked.year ?? asked.session} through ${asked.through} as of ${asked.asOf}`
  if (again.equals(bytes)) return { said, difference: undefined }
  const grids = (await readBack(again))?.grids ?? []
  return { said, difference: firstDifference(file.grids, grids, isCaseList) }
}

/** `figures, row 3 closure_rate, column numerator: was 5, is 4` */
export const sayDifference = ({ place, row, column, was, is }: Difference): string =>
  [place, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ') +
  `: was ${was || '(empty)'}, is ${is || '(empty)'}`
