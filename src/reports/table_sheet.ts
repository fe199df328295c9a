import { inLang } from '../law/words.ts'
import type { Lang } from '../law/words.ts'
import type { BookCell, Sheet } from './book.ts'
import type { Cell, ReportColumn, ReportTable } from './report.ts'
import { widthOf } from './text_width.ts'

type LinkOf = (row: number, column: string) => string | undefined

/** A table of a report as a sheet: figures as numbers in their formats, everything else as text. */
export function tableSheet(table: ReportTable, name: string, lang: Lang, linkOf: LinkOf = () => undefined): Sheet {
  const rows = table.rows.map((row, at) =>
    table.columns.map((column, i) => bookCell(row[i] ?? null, column, lang, linkOf(at, column.id))),
  )
  return {
    name,
    columns: table.columns.map((column, i) => ({
      title: inLang(column.title, lang),
      width: columnWidth(column, [inLang(column.title, lang), ...rows.map(row => row[i] ?? null)]),
    })),
    rows: [rows],
  }
}

/** A rate is a share of one shown in per cent; a change of rates is in points, and has its sign. */
export function bookCell(cell: Cell, column: ReportColumn, lang: Lang, link?: string): BookCell {
  if (cell === null) return null
  if (typeof cell === 'object') return inLang(cell, lang)
  if (typeof cell === 'number') return { value: cell, format: link === undefined ? 'count' : 'countLink', link }
  const isChange = /^[+-]/.test(cell) || column.id.startsWith('change')
  if (column.kind === 'text' || !/^[+-]?\d+(\.\d+)?%?$/.test(cell)) return cell
  if (cell.endsWith('%')) return { value: hundredth(cell.slice(0, -1)), format: isChange ? 'rateChange' : 'rate' }
  if (!cell.includes('.')) return { value: Number(cell), format: isChange ? 'countChange' : 'count' }
  return isChange ? { value: Number(cell), format: 'points' } : { value: hundredth(cell), format: 'rate' }
}

/** From its digits, so that 96.16 is 0.9616 and nothing beside it. */
const hundredth = (percent: string): number => {
  const [whole = '0', decimals = ''] = percent.split('.')
  return Number(`${whole}${decimals}e-${decimals.length + 2}`)
}

/** As wide as its longest cell, within reason. */
function columnWidth({ kind }: ReportColumn, cells: readonly BookCell[]): number {
  const most = kind === 'text' ? 44 : 14
  const longest = Math.max(...cells.map(cell => (typeof cell === 'string' ? widthOf(cell) : 8)))
  return Math.min(most, Math.max(8, longest)) + 2
}
