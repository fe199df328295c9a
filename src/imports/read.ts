import { columnOf, matchHeaders } from './columns.ts'
import type { ColumnId, Headers, Spelled } from './columns.ts'
import { readCsv } from './csv.ts'
import { decode } from './decode.ts'
import type { Encoding } from './decode.ts'
import { readJsonLines } from './jsonl.ts'
import { problemAt, problemOfFile } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { readXlsx } from './xlsx.ts'

export type Format = 'csv' | 'xlsx' | 'jsonl'

/** A row as the file has it: what is empty is left out. Rows count as spreadsheets do, the header row included. */
export type RawRow = {
  readonly row: number
  readonly cells: Cells
  readonly notes: Readonly<Record<string, string>>
  readonly problems: readonly ImportProblem[]
}

export type Cells = Readonly<Partial<Record<ColumnId, string>>>

export type Ledger = {
  readonly headerRow: number
  readonly spelled: Spelled
  readonly notes: readonly string[]
  readonly rows: readonly RawRow[]
}

export type LedgerRead = { readonly ok: Ledger } | { readonly problems: readonly ImportProblem[] }

/** Reads a ledger as it stands: cells under their columns, nothing parsed yet, blank rows left out. */
export async function readLedger(
  bytes: Uint8Array,
  { format, encoding = 'auto' }: { format: Format; encoding?: Encoding },
): Promise<LedgerRead> {
  if (format === 'xlsx') return fromTable(await readXlsx(bytes))
  const decoded = decode(bytes, encoding)
  if ('problem' in decoded) return { problems: [problemOfFile(decoded.problem)] }
  return format === 'csv' ? fromTable(readCsv(decoded.ok.text)) : readJsonLines(decoded.ok.text)
}

function fromTable(read: { ok: string[][] } | { problems: ImportProblem[] }): LedgerRead {
  if ('problems' in read) return read
  const at = findHeaderRow(read.ok)
  const header = read.ok[at]
  if (!header?.some(cell => cell.trim())) return { problems: [problemOfFile(empty)] }
  const matched = matchHeaders(at + 1, withoutTail(header))
  if ('problems' in matched) return matched
  const headers = matched.ok
  const notes = headers.places.flatMap(place => ('note' in place ? [place.note] : []))
  const rows = read.ok.flatMap((cells, i) => (i > at && isFilled(cells) ? [toRow(headers, i + 1, cells)] : []))
  return { ok: { headerRow: headers.row, spelled: headers.spelled, notes, rows } }
}

/** The first of the top ten rows with two known headers or more, so that a title may stand above; else the first row. */
function findHeaderRow(table: readonly (readonly string[])[]): number {
  const found = table.slice(0, 10).findIndex(row => row.filter(columnOf).length >= 2)
  return found < 0 ? Math.max(0, table.findIndex(isFilled)) : found
}

const isFilled = (row: readonly string[]): boolean => row.some(cell => cell.trim() !== '')

const withoutTail = (header: string[]): string[] => header.slice(0, header.findLastIndex(cell => cell.trim()) + 1)

function toRow({ places }: Headers, row: number, values: string[]): RawRow {
  const cells: Partial<Record<ColumnId, string>> = {}
  const notes: [string, string][] = []
  places.forEach((place, i) => {
    const value = values[i] ?? ''
    if (value.trim() === '') return
    if ('column' in place) cells[place.column] = value
    else notes.push([place.note, value])
  })
  const beyond = values.slice(places.length).find(value => value.trim())
  const problems = beyond === undefined ? [] : [problemAt(row, '', beyond, tooWide(values.length, places.length))]
  return { row, cells, notes: Object.fromEntries(notes), problems }
}

const tooWide = (cells: number, headers: number) => ({
  zh: `此行有${cells}格，表头只有${headers}列。请检查是否有未加引号的分隔符，或为多出的列补上表头`,
  en: `This row has ${cells} cells under ${headers} headers. Look for a separator outside quotes, or name the further columns`,
})

const empty = {
  zh: '文件中没有表头。请在第一行写上列名，如：编号、类型、标题、内容、提交时间',
  en: 'The file has no header row. Write the column names in the first row: number, procedure, title, body, filed_at',
}
