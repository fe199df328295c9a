import { columnOf, columns } from './columns.ts'
import type { ColumnId } from './columns.ts'
import { problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import type { Ledger, RawRow } from './read.ts'

/** One JSON object a line, its keys the headers; a row is a line. A key that no line has is a matter of each row. */
export function readJsonLines(text: string): { ok: Ledger } {
  const spelled: Partial<Record<ColumnId, string>> = {}
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [toRow(i + 1, line, spelled)]))
  const notes = [...new Set(rows.flatMap(row => Object.keys(row.notes)))]
  return { ok: { headerRow: 0, spelled, notes, rows } }
}

function toRow(row: number, line: string, spelled: Partial<Record<ColumnId, string>>): RawRow {
  const object = parseObject(line)
  if (!object) return { row, cells: {}, notes: {}, problems: [problemAt(row, '', line, notAnObject)] }
  const cells: Partial<Record<ColumnId, string>> = {}
  const notes: [string, string][] = []
  const problems: ImportProblem[] = []
  for (const [key, value] of Object.entries(object)) {
    const column = columnOf(key)
    const cell = cellOf(value)
    if (cell === undefined) problems.push(problemAt(row, key, JSON.stringify(value), nested))
    else if (column && cells[column] !== undefined) problems.push(problemAt(row, key, cell, twice(column)))
    else if (column) cells[column] = cell
    else if (cell !== '') notes.push([key, cell])
    if (column) spelled[column] ??= key
  }
  return { row, cells, notes: Object.fromEntries(notes), problems }
}

/** Numbers keep the text they were written in: an identity number is longer than a JavaScript number is exact. */
function parseObject(line: string): object | undefined {
  const asWritten = (_key: string, value: unknown, ...rest: unknown[]) =>
    typeof value === 'number' ? (sourceOf(rest[0]) ?? value) : value
  try {
    const parsed: unknown = JSON.parse(line, asWritten)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

const sourceOf = (context: unknown): unknown =>
  typeof context === 'object' && context !== null && 'source' in context ? context.source : undefined

const cellOf = (value: unknown): string | undefined =>
  value === null ? '' : typeof value === 'object' ? undefined : String(value)

const notAnObject = {
  zh: '此行不是一个 JSON 对象。每行写一个对象，如 {"编号":"1","标题":"…"}',
  en: 'This line is no JSON object. Write one object a line, such as {"number":"1","title":"…"}',
}

const nested = {
  zh: '此项是列表或对象。请写成一段文字',
  en: 'This is a list or an object. Write it as one text',
}

const twice = (column: ColumnId) => ({
  zh: `此项与同一行的另一项都是“${columns[column]}”。请删去其中一项`,
  en: `This row says "${column}" twice. Remove one of them`,
})
