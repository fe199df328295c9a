import { CsvError, parse } from 'csv-parse/sync'
import { columnOf } from './columns.ts'
import { problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'

/** The cells of a CSV text, row by row, whether commas, semicolons or tabs stand between them. */
export function readCsv(text: string): { ok: string[][] } | { problems: ImportProblem[] } {
  const [, told] = /^\ufeff?sep=([,;\t])\r?\n/i.exec(text) ?? []
  const rest = told ? text.slice(text.indexOf('\n') + 1) : text
  try {
    return { ok: cellsOf(rest, told ?? delimiterOf(rest)) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problems: [problemAt(rowOf(error), '', '', broken(error))] }
  }
}

const cellsOf = (text: string, delimiter: string, to = -1): string[][] =>
  parse(text, {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 0,
    to,
  })

/** The delimiter under which the most ledger headers are seen in one of the top rows. */
function delimiterOf(text: string): string {
  const seen = (delimiter: string) => Math.max(0, ...topRows(text, delimiter).map(row => row.filter(columnOf).length))
  return [';', '\t'].reduce((best, other) => (seen(other) > seen(best) ? other : best), ',')
}

function topRows(text: string, delimiter: string): string[][] {
  try {
    return cellsOf(text.slice(0, 100_000), delimiter, 10)
  } catch {
    return []
  }
}

const rowOf = (error: CsvError): number => (typeof error.records === 'number' ? error.records + 1 : 0)

const broken = (error: CsvError) =>
  error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? {
        zh: '此行有一个引号没有配对，其后内容都被当成一格。请补上或删去这个引号',
        en: 'A quotation mark in this row is never closed, so all that follows reads as one cell. Close it or remove it',
      }
    : {
        zh: `此行不是有效的 CSV（${error.message}）。请用表格软件重新另存为 CSV`,
        en: `This row is not valid CSV (${error.message}). Save the file again as CSV`,
      }
