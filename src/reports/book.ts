import type { Writable } from 'node:stream'
import type { Format } from './book_styles.ts'
import { stylesXml } from './book_styles.ts'
import { office, packageParts, part, relationships } from './office.ts'
import type { Piece, Properties } from './office.ts'
import { sheetXml } from './sheet_xml.ts'
import { el, words } from './xml.ts'
import { zipInto } from './zipped.ts'

/** A text, a number shown in its format, or nothing; `link` names the sheet the number leads to. */
export type BookCell = string | null | { value: number; format: Format; link?: string | undefined }

/** A sheet: its rows come in batches, so that a long one is never whole in memory. */
export type Sheet = {
  name: string
  columns: readonly { title: string; width: number }[]
  rows: Iterable<BookCell[][]> | AsyncIterable<BookCell[][]>
}

export type Book = Properties & {
  sheets: readonly Sheet[]
  /** Printed above every page; below it the page's number. */
  heading: string
  footing: string
}

/** A workbook (XLSX), written as it is read: texts are inline, so that no cell is ever a formula. */
export async function writeBook(out: Writable, book: Book, signal?: AbortSignal): Promise<void> {
  const sheets = book.sheets.map((_, i): Piece => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    type: `${main}.worksheet+xml`,
    relation: `${office}/relationships/worksheet`,
  }))
  const pieces: Piece[] = [workbook, styles, ...sheets]
  const related = [...sheets, styles].map(piece => ({ ...piece, name: piece.name.replace('xl/', '') }))
  await zipInto(
    out,
    [
      ...packageParts(pieces, book),
      part(workbook.name, workbookXml(book.sheets)),
      part('xl/_rels/workbook.xml.rels', relationships(related)),
      part(styles.name, stylesXml()),
      ...book.sheets.map((sheet, i) => ({ name: sheets[i]?.name ?? '', chunks: sheetXml(book, sheet, i === 0) })),
    ],
    book.at,
    signal,
  )
}

/** Names as Excel takes them: at most 31 characters, none of `[]:*?/\`, no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    const plain = title.replaceAll(/[[\]:*?/\\']/g, ' ').trim()
    const tries = ['', ...Array.from({ length: titles.length }, (_, i) => ` ${i + 2}`)]
    const name = tries
      .map(end => `${plain.slice(0, 31 - end.length)}${end}`)
      .find(name => !taken.has(name.toLowerCase()))
    taken.add((name ?? plain).toLowerCase())
    return name ?? plain
  })
}

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const workbook: Piece = {
  name: 'xl/workbook.xml',
  type: `${main}.sheet.main+xml`,
  relation: `${office}/relationships/officeDocument`,
}

const styles: Piece = {
  name: 'xl/styles.xml',
  type: `${main}.styles+xml`,
  relation: `${office}/relationships/styles`,
}

/** The header row is repeated on every printed page. */
const workbookXml = (sheets: readonly Sheet[]) =>
  el(
    'workbook',
    {
      xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'xmlns:r': `${office}/relationships`,
    },
    el('sheets', {}, ...sheets.map(({ name }, i) => el('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }))),
    el(
      'definedNames',
      {},
      ...sheets.map(({ name }, i) =>
        el('definedName', { name: '_xlnm.Print_Titles', localSheetId: i }, words(`'${name}'!$1:$1`)),
      ),
    ),
  )
