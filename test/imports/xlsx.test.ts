import { execFileSync } from 'node:child_process'
import { deflateRawSync } from 'node:zlib'
import writeXlsx from 'write-excel-file/node'
import type { SheetData } from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { readLedger } from '../../src/imports/read.ts'
import { unzip, zipOf } from '../../src/imports/zip.ts'
import { ledgerOf } from './ledger_of.ts'

const headers = ['编号', '标题', '提交时间', '电话']

const sheet = async (data: SheetData): Promise<Buffer> => (await writeXlsx(data)).toBuffer()

const date = (clock: string, format = 'yyyy/m/d h:mm:ss') => ({ value: new Date(`${clock}Z`), type: Date, format })

test('dates are the sheet’s own clock, numbers stay digit for digit, blank rows are passed over', async () => {
  const bytes = await sheet([
    headers,
    ['1', ' 路灯\n坏了 ', date('2019-02-28T11:25:05'), 13800138000],
    [],
    [null, null, null, null],
    ['2', '井盖', 43782.4724652778, '0413-56501234'],
    ['3', '噪音', '2019年2月28日', null],
  ])
  const { rows } = await ledgerOf(bytes, 'xlsx')
  expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
    [2, { number: '1', title: ' 路灯\n坏了 ', filed_at: '2019-02-28 11:25:05', phone: '13800138000' }],
    [5, { number: '2', title: '井盖', filed_at: '43782.4724652778', phone: '0413-56501234' }],
    [6, { number: '3', title: '噪音', filed_at: '2019年2月28日' }],
  ])
})

test('a merged title above the headers is passed over', async () => {
  const { headerRow, rows } = await ledgerOf(
    await sheet([
      [{ value: '望花区信访台账', columnSpan: 4 }, null, null, null],
      headers,
      ['1', '路灯', '2024-01-02', null],
    ]),
    'xlsx',
  )
  expect([headerRow, rows[0]?.row]).toEqual([2, 3])
})

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('under TZ=%s', zone => {
  test('midnight and the last second of a day keep their day', async () => {
    const clocks = ['2019-02-28T00:00:00', '2019-02-28T23:59:59', '2024-12-31T23:59:59', '2020-02-29T00:00:01']
    const bytes = await sheet([headers, ...clocks.map((clock, i) => [String(i), 'x', date(clock)])])
    const script = `
      import { readLedger } from './src/imports/read.ts'
      const read = await readLedger(Buffer.from(process.argv[1], 'base64'), { format: 'xlsx' })
      console.log(JSON.stringify(read.ok.rows.map(row => row.cells.filed_at)))`
    const flags = ['--no-warnings', '--input-type=module', '--eval', script, bytes.toString('base64')]
    const said = execFileSync(process.execPath, flags, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual([
      '2019-02-28',
      '2019-02-28 23:59:59',
      '2024-12-31 23:59:59',
      '2020-02-29 00:00:01',
    ])
  })
})

describe('what is refused', () => {
  const refused = async (bytes: Uint8Array) => {
    const read = await readLedger(bytes, { format: 'xlsx' })
    return 'problems' in read ? read.problems.map(({ problem }) => problem.zh).join() : read.ok
  }
  const rewritten = async (change: (xml: string) => string) => {
    const unzipped = unzip(await sheet([headers, ['1', '路灯', '2024-01-02', 138]]), () => true, 1e9)
    if ('refused' in unzipped) throw new Error(unzipped.refused)
    const change1 = (data: Buffer) => Buffer.from(change(data.toString()))
    return zipOf(
      unzipped.ok.map(({ name, data }) => ({ name, data: name.endsWith('sheet1.xml') ? change1(data) : data })),
    )
  }

  test('what is no zip, or half of one', async () => {
    const bytes = await sheet([headers])
    expect(await refused(Buffer.from('编号,标题'))).toContain('不是完整的 xlsx')
    expect(await refused(new Uint8Array())).toContain('不是完整的 xlsx')
    expect(await refused(bytes.subarray(0, bytes.length / 2))).toContain('不是完整的 xlsx')
  })

  test('a zip that declares more than 200 MB', async () => {
    const bytes = zipOf([{ name: 'xl/workbook.xml', data: Buffer.from('x') }])
    bytes.writeUInt32LE(200_000_001, bytes.lastIndexOf('PK\x01\x02') + 24)
    expect(await refused(bytes)).toContain('200 MB')
  })

  test('a zip that unpacks to more than it declares', () => {
    const packed = deflateRawSync(Buffer.alloc(2_000_000))
    const bytes = zipOf([{ name: 'a.xml', data: packed }])
    bytes.writeUInt16LE(8, bytes.lastIndexOf('PK\x01\x02') + 10)
    expect(unzip(bytes, () => true, 1_000_000)).toEqual({ refused: 'too big' })
    expect(unzip(bytes, () => true, 3_000_000)).toHaveProperty('ok')
  })

  test('a stray cell far out', async () =>
    expect(
      await refused(
        await rewritten(xml => xml.replace(/r="D2"/, 'r="XFD2"').replace(/<row r="2"/, '<row r="1000000"')),
      ),
    ).toContain('零星单元格'))

  test('dates in the strict form', async () =>
    expect(await refused(await rewritten(xml => xml.replace(/<c r="D2"[^>]*>/, '<c r="D2" t="d">')))).toContain(
      'Open XML',
    ))

  test('a zip without a sheet', async () =>
    expect(await refused(zipOf([{ name: 'a.xml', data: Buffer.from('<a/>') }]))).toContain('读不出'))
})
