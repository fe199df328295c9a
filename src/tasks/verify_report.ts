import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { buffer } from 'node:stream/consumers'
import type { Store } from '../db/open.ts'
import { firstDifference } from '../reports/difference.ts'
import type { Difference } from '../reports/difference.ts'
import { listsNamed } from '../reports/case_sheets.ts'
import { streamReport } from '../reports/formats.ts'
import type { Drawing } from '../reports/drawing.ts'
import { isZip, readBack } from '../reports/grids.ts'
import type { FileRead } from '../reports/grids.ts'
import { CannotDo } from './command.ts'
import { drawingOf } from './report.ts'
import { verifyRestated } from './verify_restated.ts'
import { verifyRelease } from './verify_release.ts'

/** `apart` is for a file that is not the one exported although all that is read of it agrees: in which part, where it has parts. */
export type Checked = { said: string; difference: Difference | undefined; apart?: string | undefined }

/** Draws an exported report again, from the log and the cuts it names, and says where it is not the same. */
export async function verifyReport(store: Store, now: string, path: string): Promise<Checked> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new CannotDo(`${path} cannot be read`)
  const release = await verifyRelease(store, bytes)
  if (release) return release
  const file = await readBack(bytes)
  if (!file)
    throw new CannotDo(`${path} is no exported report (JSON, CSV, XLSX or DOCX) that says what it was drawn from`)
  if (file.said.against !== undefined) return verifyRestated(store, now, file, bytes)
  const { slug, asked, lang } = file.said
  const drawing = await drawingOf(store, now, { slug, lang, asked })
  if ('problem' in drawing) throw new CannotDo(`${path} cannot be drawn again: ${drawing.problem}`)
  const rendering = { format: file.format, lang, reader: readerOf(file, drawing.ok) }
  const again = await buffer((await streamReport(store, drawing.ok, rendering)).bytes)
  const said = `${slug} ${asked.month ?? asked.year ?? asked.session} through ${asked.through} as of ${asked.asOf}`
  if (again.equals(bytes)) return { said, difference: undefined }
  const difference = firstDifference(file.grids, (await readBack(again))?.grids ?? [])
  return difference ? { said, difference } : { said, difference, apart: partApart(bytes, again) }
}

/** A workbook is drawn again with the lists it has: its reader may have been given some only. */
const readerOf = ({ said: { lang }, grids }: FileRead, drawing: Drawing) => ({
  lists: listsNamed(
    drawing,
    grids.map(({ place }) => place),
    lang,
  ),
})

/** A format, a printed heading or a hidden run can say otherwise than the cells do. */
function partApart(bytes: Buffer, again: Buffer): string {
  if (!isZip(bytes)) return ''
  const [was, is] = [unzipSync(bytes), unzipSync(again)]
  const none = new Uint8Array()
  return Object.keys({ ...is, ...was }).find(name => !Buffer.from(was[name] ?? none).equals(is[name] ?? none)) ?? ''
}

/** In a line: `equal`, the first difference, or the part in which the file says otherwise than its cells. */
export const sayChecked = ({ said, difference, apart }: Checked): string =>
  difference
    ? `not equal: ${sayDifference(difference)}`
    : apart === undefined
      ? `equal: ${said}`
      : `not the file that was exported${apart && `, ${apart} differs`}; its cells are equal: ${said}`

/** `figures, row 3 closure_rate, column numerator: was 5, is 4` */
export const sayDifference = ({ place, row, column, was, is }: Difference): string =>
  [place, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ') +
  `: was ${was || '(empty)'}, is ${is || '(empty)'}`
