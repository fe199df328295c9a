import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import type { Store } from '../../src/db/open.ts'
import { sayChecked, sayDifference, verifyReport } from '../../src/tasks/verify_report.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, done } from './district.ts'
import { fileOfApril, tellApril } from './files.ts'

onBoth('an exported report drawn again', open => {
  const check = async (store: Store, path: string) => {
    const checked = await verifyReport(store, at('2026-12-01'), path)
    return checked.difference ? sayDifference(checked.difference) : sayChecked(checked).replace(/: .*/, '')
  }

  test('is equal in every format and language, whatever has been recorded since', async () => {
    const store = await open()
    await tellApril(store)
    const files = [
      await fileOfApril(store, { format: 'json' }),
      await fileOfApril(store, { format: 'csv' }),
      await fileOfApril(store, { format: 'csv', lang: 'en' }),
      await fileOfApril(store, { format: 'xlsx', lang: 'en' }),
      await fileOfApril(store, { format: 'xlsx', reader: 'figures' }),
      await fileOfApril(store, { format: 'docx' }),
      await fileOfApril(store, { format: 'docx', lang: 'en' }),
    ]
    const reopening = { on: { number: 'X1' }, act: 'reopen', actor: cast.chenjing, input: { reason: '新情况' } }
    await done(store, { ...reopening, now: at('2026-07-06') })
    for (const { path } of files) expect(await check(store, path)).toBe('equal')
  })

  test('names the first figure that is not what the log gives', async () => {
    const store = await open()
    await tellApril(store)
    const json = await fileOfApril(store, { format: 'json' })
    edit(json.path, text => text.replace(/("id": "due",[^}]*\}[^}]*"numerator": )2/, '$13'))
    expect(await check(store, json.path)).toBe('metrics, row 10 due, column numerator: was 3, is 2')
    const csv = await fileOfApril(store, { format: 'csv' })
    edit(csv.path, text => text.replace('结案率,closure_rate,1,1,2,50.00', '结案率,closure_rate,1,2,2,100.00'))
    expect(await check(store, csv.path)).toBe('指标, row 11 结案率, column 分子: was 2, is 1')
  })

  test('names the first sentence of a bulletin, or the first number of its tables, that the log does not give', async () => {
    const store = await open()
    await tellApril(store)
    const docx = await fileOfApril(store, { format: 'docx', lang: 'en' })
    editPart(docx.path, text, xml => xml.replace('Closure rate: 50.00%', 'Closure rate: 96.16%'))
    expect(await check(store, docx.path)).toMatch(/^text, row \d+, column paragraph: was .*96\.16%.*, is .*50\.00%/)
    const table = await fileOfApril(store, { format: 'docx' })
    editPart(table.path, text, xml => xml.replace(/(>结案率<.*?<w:t [^>]*>)1</, '$12<'))
    expect(await check(store, table.path)).toBe('附表1　指标, row 11 结案率, column 分子: was 2, is 1')
  })

  test('is not the one exported where only its cells are equal', async () => {
    const store = await open()
    await tellApril(store)
    const figures = await fileOfApril(store, { format: 'xlsx', reader: 'figures' })
    editPart(figures.path, 'xl/styles.xml', xml => xml.replace(/formatCode="[^"]*"/, 'formatCode="&quot;96.16&quot;"'))
    expect(await check(store, figures.path)).toBe(
      'not the file that was exported, xl/styles.xml differs; its cells are equal',
    )
    const lists = await fileOfApril(store, { format: 'xlsx' })
    editPart(lists.path, 'xl/worksheets/sheet1.xml', xml => xml.replace('<oddHeader>', '<oddHeader>96.16'))
    expect(await check(store, lists.path)).toMatch('sheet1.xml differs; its cells are equal')
    const docx = await fileOfApril(store, { format: 'docx' })
    editPart(docx.path, text, xml => xml.replace('</w:body>', '<w:sectPr/></w:body>'))
    expect(await check(store, docx.path)).toMatch(`${text} differs; its cells are equal`)
  })

  test('is refused where it does not say what it was drawn from', async () => {
    const store = await open()
    const { path } = await fileOfApril(store, { format: 'csv' })
    edit(path, text => text.replace('日志摘要', '摘要'))
    await expect(verifyReport(store, at('2026-12-01'), path)).rejects.toThrow('is no exported report')
    await expect(verifyReport(store, at('2026-12-01'), '/nowhere')).rejects.toThrow('cannot be read')
  })
})

test('the command writes every format and checks each', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'banjie-'))
  const fileIn = (format: string) => join(DATA_DIR, `report.${format}`)
  for (const format of ['json', 'csv', 'xlsx', 'docx']) {
    const asked = ['--month', '2026-04', '--as-of', '2026-06-30', '--format', format, '--out', fileIn(format)]
    expect(await main(['report', 'monthly-closure', ...asked], { DATA_DIR })).toBe(0)
    expect(await main(['verify', '--report', fileIn(format)], { DATA_DIR }), format).toBe(0)
  }
  edit(fileIn('csv'), text => text.replace('收件,received,1,0', '收件,received,1,9'))
  expect(await main(['verify', '--report', fileIn('csv')], { DATA_DIR })).toBe(1)
})

const edit = (path: string, change: (text: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8')))

const text = 'word/document.xml'

function editPart(path: string, name: string, change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(path))
  const changed = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())))
  writeFileSync(path, zipSync({ ...parts, [name]: changed }))
}
