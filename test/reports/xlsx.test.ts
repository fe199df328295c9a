import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { writeBook } from '../../src/reports/book.ts'
import { bookCell, tableSheet } from '../../src/reports/table_sheet.ts'
import { sheetNames } from '../../src/reports/book.ts'
import { unzip } from '../../src/imports/zip.ts'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { at } from './district.ts'
import { fileOfApril, sheetsOf, tellApril, withCopy } from './files.ts'

onBoth('a report as a workbook', (open, database) => {
  test('has numbers where the report has figures, and days where its lists have days', async () => {
    const store = await open()
    await tellApril(store)
    const sheets = await sheetsOf((await fileOfApril(store, { format: 'xlsx' })).bytes)
    const figures = sheets.get('指标') ?? []
    expect(figures[0]).toEqual(['指标', '编号', '分子', '分母', '比率', '单位', '口径'])
    const row = (id: string) => figures.find(row => row[1] === id)?.slice(2, 5)
    expect(row('received')).toEqual([1, null, null])
    expect(row('closure_rate')).toEqual([1, 2, 0.5])
    expect(row('satisfaction_office')).toEqual([0, 0, '—'])
    expect(sheets.get('清单 办复')).toEqual([
      ['编号', '类型', '单位', '收件日', '计入日', '答复期限', '结果', '结果日', '办结日'],
      [
        ...['X1', '信访', '望江区住房和城乡建设局'],
        ...['2026-02-02', '2026-04-02', '2026-04-07'].map(day => new Date(day)),
        '已办复',
        ...['2026-04-02', '2026-04-03'].map(day => new Date(day)),
      ],
    ])
    expect(sheets.get('数据来源')?.map(([name]) => name)).toContain('日志摘要')
    expect(JSON.stringify([...sheets.values()])).not.toMatch(/X4|标题|王芳/)
  })

  test('is the same bytes twice, and speaks English', async () => {
    const store = await open()
    await tellApril(store)
    const [once, twice] = [await fileOfApril(store, { format: 'xlsx' }), await fileOfApril(store, { format: 'xlsx' })]
    expect(once.bytes.equals(twice.bytes)).toBe(true)
    if (database === 'sqlite')
      await withCopy(store, async there => {
        expect((await fileOfApril(there, { format: 'xlsx' })).bytes.equals(once.bytes)).toBe(true)
      })
    const english = await sheetsOf((await fileOfApril(store, { format: 'xlsx', lang: 'en' })).bytes)
    expect([...english.keys()].filter(name => /\p{Script=Han}/u.test(name))).toEqual([])
    expect(english.get('List Answered')?.[1]?.slice(0, 3)).toEqual([
      'X1',
      'Petition',
      expect.not.stringMatching(/\p{Script=Han}/u),
    ])
  })

  test('lists cases only for a reader who may see every one of them', async () => {
    const store = await open()
    await tellApril(store)
    const listsOf = async (reader: typeof cast.liming | 'figures') =>
      [...(await sheetsOf((await fileOfApril(store, { format: 'xlsx', reader })).bytes)).keys()].filter(name =>
        name.startsWith('清单'),
      )
    expect(await listsOf('figures')).toEqual([])
    expect(await listsOf(cast.chenjing)).toContain('清单 办复')
  })

  test('is sent with its type, its name and its length, in the language asked for', async () => {
    const store = await open()
    await tellApril(store)
    const app = createApp({ store, now: () => at('2026-12-01') })
    const headers = { Cookie: await signIn(app, store, 'lincheng') }
    const file = await app.request('/reports/monthly-closure.xlsx?month=2026-04&asOf=2026-06-30&lang=en', { headers })
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="monthly-closure-2026-04.xlsx"',
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(String(bytes.length)).toBe(file.headers.get('Content-Length'))
    expect([...(await sheetsOf(bytes)).keys()]).toContain('Figures')
    const page = await app.request('/reports/monthly-closure?month=2026-04', { headers })
    expect(await page.text()).toContain('下载 XLSX')
  })
})

test('what begins like a formula is text, and stays so when it is edited', async () => {
  const nasty = ['=1+1', '+1', '-1', '@x', '＝1', '<b>&"', 'a\u0001b']
  const sheet = tableSheet({ ...table, rows: nasty.map(name => [name, '+3']) }, 'T', 'zh')
  const out = new PassThrough()
  const bytes = buffer(out)
  await writeBook(out, { title: 't', at: '2026-05-01T00:00:00.000Z', heading: 'a&b', footing: '', sheets: [sheet] })
  const book = await bytes
  const rows = (await sheetsOf(book)).get('T') ?? []
  expect(rows.slice(1)).toEqual([...nasty.slice(0, -1), 'ab'].map(name => [name, 3]))
  expect(xmlOf(book, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  expect(xmlOf(book, 'xl/worksheets/sheet1.xml')).toContain('state="frozen"')
})

test('rates, changes of counts and of rates each have their format', () => {
  const cell = (text: string, id = 'rate') => bookCell(text, { id, title: table.title, kind: 'rate' }, 'zh')
  expect(cell('96.16')).toEqual({ value: 0.9616, format: 'rate' })
  expect(cell('100.00')).toEqual({ value: 1, format: 'rate' })
  expect(cell('+0.12')).toEqual({ value: 0.12, format: 'points' })
  expect(cell('0.00', 'change_month')).toEqual({ value: 0, format: 'points' })
  expect(cell('-3')).toEqual({ value: -3, format: 'countChange' })
  expect(cell('+12.50%')).toEqual({ value: 0.125, format: 'rateChange' })
  expect(bookCell(null, { id: 'rate', title: table.title, kind: 'rate' }, 'zh')).toBeNull()
})

test('sheets have names that a spreadsheet takes, no two alike', () => {
  const names = sheetNames(['a/b', 'A B', 'x'.repeat(40), 'x'.repeat(41)])
  expect(names).toEqual(['a b', 'A B 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`])
})

const table = {
  id: 't',
  title: { zh: '表', en: 'Table' },
  note: null,
  columns: [
    { id: 'name', title: { zh: '名称', en: 'Name' }, kind: 'text' as const },
    { id: 'change', title: { zh: '变化', en: 'Change' }, kind: 'rate' as const },
  ],
}

function xmlOf(book: Buffer, name: string): string {
  const unzipped = unzip(book, found => found === name, 10_000_000)
  return 'ok' in unzipped ? (unzipped.ok[0]?.data.toString('utf8') ?? '') : ''
}
