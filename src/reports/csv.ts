import { inLang } from '../law/words.ts'
import type { Lang } from '../law/words.ts'
import { figureTable, visitTable } from './figure_tables.ts'
import { provenance } from './provenance.ts'
import type { Cell, Report, ReportTable } from './report.ts'

/** For spreadsheets: a byte-order mark, CRLF, and no cell that one would run as a formula. */
export function renderCsv(report: Report, lang: Lang): string {
  return written([
    top([[report.title], ...provenance(report)], lang),
    table(figureTable(report.metrics), lang),
    ...titled([visitTable(report.metrics), ...report.tables], lang),
  ])
}

/** What the file says of itself, and its tables, each under its title. */
export const tablesCsv = (head: readonly (readonly Cell[])[], tables: readonly ReportTable[], lang: Lang): string =>
  written([top(head, lang), ...titled(tables, lang)])

const top = (rows: readonly (readonly Cell[])[], lang: Lang) => rows.map(row => row.map(cell => safe(say(cell, lang))))

const titled = (tables: readonly ReportTable[], lang: Lang) =>
  tables.map(found => [titleOf(found, lang), ...table(found, lang)])

function written(blocks: readonly (readonly (readonly string[])[])[]): string {
  return csvOf(blocks.flatMap((block, i) => (i === 0 ? block : [[], ...block])))
}

/** Cells that a spreadsheet would run are made `safe` before. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => row.map(quoted).join(',')).join('\r\n')}\r\n`

const titleOf = ({ title, note }: ReportTable, lang: Lang): string[] =>
  (note ? [title, note] : [title]).map(cell => safe(say(cell, lang)))

const table = ({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>, lang: Lang): string[][] => [
  columns.map(({ title }) => safe(say(title, lang))),
  ...rows.map(row =>
    row.map((cell, i) => {
      const said = say(cell, lang)
      return (columns[i]?.kind ?? 'text') !== 'text' && isNumber(said) ? said : safe(said)
    }),
  ),
]

const say = (cell: Cell, lang: Lang): string =>
  cell === null ? '—' : typeof cell === 'object' ? inLang(cell, lang) : String(cell)

/** A change of +3 or -0.12 in a column of figures is a number, and runs nothing. */
const isNumber = (text: string) => /^[+-]?\d+(\.\d+)?%?$/.test(text)

/** Spreadsheets set to Chinese run the wide signs too. */
export const safe = (text: string) => (/^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
