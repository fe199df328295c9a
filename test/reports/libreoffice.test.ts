import { execFile, execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { writeBook } from '../../src/reports/book.ts'
import type { ReportColumn } from '../../src/reports/report.ts'
import { tableSheet } from '../../src/reports/table_sheet.ts'

const office = where()
if (office === undefined) console.log('libreoffice.test.ts: soffice is not on the PATH, so its tests are skipped')

describe.skipIf(office === undefined)('a workbook opened by LibreOffice', () => {
  test('has numbers that are numbers, and texts that stay texts whatever they begin with', async () => {
    const nasty = ['=1+1', '+1', '-1', '@x', '＝1', '=HYPERLINK("http://example.com")']
    const rows = nasty.map((name, i) => [name, i + 1, i === 0 ? '96.16' : null, '+12.50%'])
    const cells = await cellsOf(
      tableSheet({ id: 't', title: { zh: '表', en: 'Table' }, note: null, columns, rows }, 'T', 'zh'),
    )
    expect(cells.filter(cell => cell.includes('table:formula'))).toEqual([])
    const texts = cells.filter(cell => cell.includes('value-type="string"')).map(textIn)
    expect(texts).toEqual(expect.arrayContaining(nasty))
    expect(cells.filter(cell => cell.includes('value-type="float"'))).toHaveLength(nasty.length)
    const shares = cells.filter(cell => cell.includes('value-type="percentage"'))
    expect(shares.map(cell => /office:value="([^"]*)"/.exec(cell)?.[1])).toEqual([
      '0.9616',
      ...nasty.map(() => '0.125'),
    ])
  }, 120_000)
})

const columns: ReportColumn[] = [
  { id: 'name', title: { zh: '名称', en: 'Name' }, kind: 'text' },
  { id: 'count', title: { zh: '数', en: 'Count' }, kind: 'number' },
  { id: 'rate', title: { zh: '率', en: 'Rate' }, kind: 'rate' },
  { id: 'change', title: { zh: '变化', en: 'Change' }, kind: 'rate' },
]

/** The cells that hold something, as LibreOffice itself writes them down. */
async function cellsOf(sheet: ReturnType<typeof tableSheet>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-office-'))
  const path = join(folder, 'book.xlsx')
  const said = { title: 't', at: '2026-05-01T00:00:00.000Z', heading: 'h', footing: '', sheets: [sheet] }
  await writeBook(createWriteStream(path), said)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  await promisify(execFile)(office ?? '', [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, path])
  const written = readFileSync(join(folder, 'book.fods'), 'utf8')
  return written.match(/<table:table-cell [^>]*value-type[\s\S]*?<\/table:table-cell>/g) ?? []
}

const textIn = (cell: string) =>
  cell
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .trim()

function where(): string | undefined {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}
