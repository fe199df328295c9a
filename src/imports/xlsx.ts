import { readSheet } from 'read-excel-file/node'
import type { Text } from '../law/words.ts'
import { problemOfFile } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { unzip, zipOf } from './zip.ts'

/** The cells of the first sheet, row by row, as text: dates as the sheet's clock has them, numbers digit for digit. */
export async function readXlsx(bytes: Uint8Array): Promise<{ ok: string[][] } | { problems: ImportProblem[] }> {
  const unzipped = unzip(bytes, name => /\.(xml|rels)$/.test(name), mostBytes)
  if ('refused' in unzipped) return { problems: [problemOfFile(refused[unzipped.refused])] }
  const unfit = unzipped.ok.map(({ data }) => sheetProblem(data.toString('latin1'))).find(problem => problem)
  if (unfit) return { problems: [problemOfFile(unfit)] }
  try {
    const rows = await readSheet<string>(zipOf(unzipped.ok), { trim: false, parseNumber: plainNumber })
    return { ok: rows.map(row => row.map(textOf)) }
  } catch (error) {
    return { problems: [problemOfFile(unreadable(error))] }
  }
}

const mostBytes = 200_000_000

/** The reader fills the whole rectangle a sheet spans, so one stray cell far out would exhaust the memory. */
function sheetProblem(xml: string): Text | undefined {
  let rows = 0
  let columns = 0
  for (const [, letters = '', digits] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (rows > 1_048_576 || rows * columns > 20_000_000) return tooWide(rows, columns)
  return /<(\w+:)?c\s[^>]*\bt\s*=\s*["']d["']/.test(xml) ? isoDates : undefined
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)

/** 1.3800138E10 is how a sheet may store 13800138000. */
function plainNumber(text: string): string {
  const [, whole, decimals = '', power] = /^(\d+)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(text) ?? []
  if (whole === undefined || decimals.length > Number(power)) return text
  return `${whole}${decimals}${'0'.repeat(Number(power) - decimals.length)}`.replace(/^0+(?=\d)/, '')
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? clockOf(cell) : String(cell)
}

/** The reader gives the sheet's clock as if it were UTC, and up to a millisecond early. */
function clockOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE!'
  const clock = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return clock.endsWith('T00:00:00') ? clock.slice(0, 10) : clock.replace('T', ' ')
}

const refused = {
  'too big': {
    zh: '展开后超过200 MB，不予读取。请拆成几个文件，或删去图片和空白行列',
    en: 'Unpacked it exceeds 200 MB and is not read. Split it, or delete pictures and empty rows and columns',
  },
  damaged: {
    zh: '不是完整的 xlsx 文件。请用表格软件打开后重新另存为 .xlsx',
    en: 'This is not a sound xlsx file. Open it in a spreadsheet program and save it again as .xlsx',
  },
  locked: {
    zh: '文件设有密码。请去掉密码后另存',
    en: 'The file has a password. Save it without one',
  },
} satisfies Record<string, Text>

const tooWide = (rows: number, columns: number): Text => ({
  zh: `工作表跨${rows}行${columns}列，远处有零星单元格。请删去表格以外的行和列后另存`,
  en: `The sheet spans ${rows} rows and ${columns} columns: a stray cell stands far out. Delete what lies outside the table`,
})

const isoDates: Text = {
  zh: '日期以 ISO 文本格式存储（严格 Open XML）。请另存为普通的“Excel 工作簿 (.xlsx)”',
  en: 'Dates are stored in the strict Open XML form. Save it as an ordinary Excel workbook (.xlsx)',
}

const unreadable = (error: unknown): Text => ({
  zh: `读不出第一张工作表（${error instanceof Error ? error.message : error}）。请用表格软件打开后重新另存，或另存为 CSV`,
  en: `The first sheet cannot be read (${error instanceof Error ? error.message : error}). Open it and save it again, or save it as CSV`,
})
