import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { ReportFormat } from '../http/urls.ts'
import { provenanceIn } from './provenance_read.ts'
import type { Said } from './provenance_read.ts'
import { isWord, wordGrids } from './word_read.ts'

/** A table of an exported file as text, its header row first; `place` names it in the words of the file. */
export type Grid = { place: string; rows: string[][] }
export type FileRead = { format: ReportFormat; said: Said; grids: Grid[] }

/** An exported report read back; undefined where it is none, or does not say what it was drawn from. */
export async function readBack(bytes: Buffer): Promise<FileRead | undefined> {
  try {
    const format = formatOf(bytes)
    const grids = await { json: jsonGrids, csv: csvGrids, xlsx: xlsxGrids, docx: wordGrids }[format](bytes)
    const said = provenanceIn(grids)
    return said && { format, said, grids }
  } catch {
    return undefined
  }
}

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

function formatOf(bytes: Buffer): ReportFormat {
  if (isZip(bytes)) return isWord(bytes) ? 'docx' : 'xlsx'
  return bytes[0] === 0x7b ? 'json' : 'csv'
}

/** Blocks between empty lines; the first says where the figures come from, the second are the figures. */
async function csvGrids(bytes: Buffer): Promise<Grid[]> {
  const rows: string[][] = parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: false })
  const blocks: string[][][] = [[]]
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') blocks.push([])
    else blocks.at(-1)?.push(row)
  }
  return blocks.map((block, i) => {
    const [first = [], ...others] = block
    return i === 1 ? { place: first[0] ?? '', rows: block } : { place: first.join(' '), rows: others }
  })
}

async function xlsxGrids(bytes: Buffer): Promise<Grid[]> {
  const sheets = await readXlsx(bytes)
  return sheets.map(({ sheet, data }) => ({ place: sheet, rows: data.map(row => row.map(textOf)) }))
}

async function jsonGrids(bytes: Buffer): Promise<Grid[]> {
  const { metrics = [], tables = [], ...others }: JsonReport = JSON.parse(bytes.toString('utf8'))
  const names = [...new Set(metrics.flatMap(metric => Object.keys(metric)))]
  return [
    { place: 'report', rows: [['', 'value'], ...Object.entries(others).map(([name, value]) => [name, textOf(value)])] },
    {
      place: 'metrics',
      rows: [['id', ...names], ...metrics.map(m => [textOf(m['id']), ...names.map(n => textOf(m[n]))])],
    },
    ...tables.map(({ id, columns = [], rows = [], ...words }) => ({
      place: `tables ${textOf(id)}`,
      rows: [
        columns.map(column => textOf(column['id'])),
        ...rows.map(row => row.map(textOf)),
        [textOf(columns), textOf(words)],
      ],
    })),
  ]
}

type Json = Readonly<Record<string, unknown>>
type JsonReport = Json & { metrics?: Json[]; tables?: (Json & { columns?: Json[]; rows?: unknown[][] })[] }

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
