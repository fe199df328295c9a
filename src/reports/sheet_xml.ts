import { styleOf } from './book_styles.ts'
import type { Book, BookCell, Sheet } from './book.ts'
import { widthOf } from './text_width.ts'
import { el, words } from './xml.ts'

/** A sheet, batch by batch: header row frozen, A4, as wide as one page, on its side where the columns need it. */
export async function* sheetXml(book: Book, { columns, rows }: Sheet, isFirst: boolean): AsyncGenerator<string> {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const links: string[] = []
  yield head
  yield (
    el('sheetPr', {}, el('pageSetUpPr', { fitToPage: 1 })) +
    view(isFirst) +
    el('sheetFormatPr', { defaultRowHeight: 15 })
  )
  yield el('cols', {}, ...columns.map(({ width }, i) => el('col', { min: i + 1, max: i + 1, width, customWidth: 1 })))
  const titles = columns.map(({ title }) => title)
  yield `<sheetData>${rowXml(
    1,
    heightOf(titles, columns),
    titles.map(title => cellXml(title, 'head')),
  )}`
  let at = 1
  for await (const batch of rows) {
    yield batch.map(row => rowXml(++at, heightOf(row, columns), row.map(shown))).join('')
    for (const [i, row] of batch.entries()) links.push(...linksIn(row, at - batch.length + 1 + i))
    if (at > mostRows) throw new RangeError(`A sheet holds ${mostRows} rows; this list is longer`)
  }
  yield '</sheetData>'
  if (links.length > 0) yield el('hyperlinks', {}, ...links)
  yield el('pageMargins', { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 })
  yield el('pageSetup', {
    paperSize: 9,
    orientation: width > portraitWidth ? 'landscape' : 'portrait',
    fitToWidth: 1,
    fitToHeight: 0,
  })
  yield el(
    'headerFooter',
    {},
    el('oddHeader', {}, words(`&C${book.heading.replaceAll('&', '&&')}　&A`)),
    el('oddFooter', {}, words(`&C${book.footing}`)),
  )
  yield '</worksheet>'
}

/** What fits across an upright A4 page in a readable size, in characters. */
const portraitWidth = 95

const mostRows = 1_048_576

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

const view = (isFirst: boolean) =>
  el(
    'sheetViews',
    {},
    el(
      'sheetView',
      { workbookViewId: 0, tabSelected: isFirst ? 1 : undefined },
      el('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
    ),
  )

type At = (place: string) => string

function heightOf(row: readonly BookCell[], columns: Sheet['columns']): string {
  const lines = row.map((cell, i) => (typeof cell === 'string' ? linesOf(cell, columns[i]?.width ?? 8) : 1))
  const most = Math.max(...lines)
  return most > 1 ? ` ht="${lineHeight * most}" customHeight="1"` : ''
}

const lineHeight = 15

/** Words do not break, so that a line is seldom full. */
function linesOf(text: string, width: number): number {
  const room = width - 1
  if (2 * text.length <= room) return 1
  const long = widthOf(text)
  return long <= room ? 1 : Math.ceil((1.1 * long) / room)
}

/** A row says its height where a text takes more than a line: not every program works it out when it opens the file. */
const rowXml = (at: number, height: string, cells: readonly At[]): string =>
  `<row r="${at}"${height}>${cells.map((cell, i) => cell(`${columnName(i)}${at}`)).join('')}</row>`

const shown = (cell: BookCell): At =>
  typeof cell === 'object'
    ? cell === null
      ? cellXml('—', 'none')
      : place => `<c r="${place}" s="${styleOf(cell.format)}"><v>${cell.value}</v></c>`
    : cellXml(cell, /^[=+\-@＝＋－＠]/.test(cell) ? 'quoted' : 'text')

const cellXml =
  (text: string, format: 'text' | 'head' | 'quoted' | 'none'): At =>
  place =>
    text === ''
      ? `<c r="${place}" s="${styleOf(format)}"/>`
      : `<c r="${place}" s="${styleOf(format)}" t="inlineStr"><is><t${isPadded(text) ? ' xml:space="preserve"' : ''}>${words(text)}</t></is></c>`

const isPadded = (text: string) => text !== text.trim()

const linksIn = (row: readonly BookCell[], at: number): string[] =>
  row.flatMap((cell, i) =>
    typeof cell === 'object' && cell?.link !== undefined
      ? [el('hyperlink', { ref: `${columnName(i)}${at}`, location: `'${cell.link}'!A1` })]
      : [],
  )

const columnName = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : `${columnName(Math.floor(i / 26) - 1)}${columnName(i % 26)}`
