import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readLedger } from '../../src/imports/read.ts'
import { ledgerOf } from './ledger_of.ts'

const csv = (text: string) => ledgerOf(Buffer.from(text), 'csv')
const jsonl = (...lines: string[]) => ledgerOf(Buffer.from(lines.join('\n')), 'jsonl')

describe('csv', () => {
  test('either header row, any order, notes beside', async () => {
    const ledger = await csv('备注,number,提交时间,title\n急,1,2024-01-02,路灯\n')
    expect(ledger).toMatchObject({ headerRow: 1, notes: ['备注'], spelled: { number: 'number', filed_at: '提交时间' } })
    expect(ledger.rows).toEqual([
      { row: 2, cells: { number: '1', filed_at: '2024-01-02', title: '路灯' }, notes: { 备注: '急' }, problems: [] },
    ])
  })

  test.each([',', ';', '\t'])('%j between the cells', async delimiter => {
    const ledger = await csv(
      ['编号,标题,提交时间', '1,"a, b; c\td",2024-01-02'].join('\r\n').replace(/,(?! )/g, delimiter),
    )
    expect(ledger.rows[0]?.cells).toEqual({ number: '1', title: 'a, b; c\td', filed_at: '2024-01-02' })
  })

  test('line breaks, quotes and tabs inside a cell stay, and rows count as a spreadsheet counts', async () => {
    const ledger = await csv(
      '编号,内容,提交时间\r\n1,"一\n\n二\r\n\t""三""",2024-01-02\r\n\r\n,,\r\n2,他说"好",2024-01-03\r\n',
    )
    expect(ledger.rows.map(({ row, cells }) => [row, cells.body])).toEqual([
      [2, '一\n\n二\r\n\t"三"'],
      [5, '他说"好"'],
    ])
  })

  test('a title above the headers is passed over', async () => {
    const ledger = await csv('望花区信访台账,,\n,,\n编号,标题,提交时间\n1,路灯,2024-01-02\n')
    expect(ledger.headerRow).toBe(3)
    expect(ledger.rows.map(({ row }) => row)).toEqual([4])
  })

  test('a separator told in the first line is taken', async () =>
    expect((await csv('sep=;\n编号;标题;提交时间\n1;a,b;2024-01-02\n')).rows).toHaveLength(1))

  test('a row wider than the headers is a problem of that row', async () => {
    const ledger = await csv('编号,标题,提交时间\n1,路灯,2024-01-02,,\n2,a,b,2024-01-02\n')
    expect(ledger.rows.map(({ problems }) => problems.map(({ row, value }) => [row, value]))).toEqual([
      [],
      [[3, '2024-01-02']],
    ])
  })

  test('a quotation mark that never closes is told with its row', async () => {
    const read = await readLedger(Buffer.from('编号,标题,提交时间\n1,a,2024-01-02\n2,"b,2024-01-02\n'), {
      format: 'csv',
    })
    expect(read).toMatchObject({ problems: [{ row: 3, problem: { zh: expect.stringContaining('引号') } }] })
  })

  test('a note named __proto__ is a note', async () =>
    expect(
      Object.entries((await csv('编号,标题,提交时间,__proto__\n1,a,2024-01-02,x\n')).rows[0]?.notes ?? {}),
    ).toEqual([['__proto__', 'x']]))

  test('a GB18030 file with Chinese headers needs no telling', async () => {
    const bytes = iconv.encode('编号,标题,提交时间\r\n1,䶮𠮷,2024-01-02\r\n', 'gb18030')
    expect((await ledgerOf(bytes, 'csv')).rows[0]?.cells.title).toBe('䶮𠮷')
  })

  test.each(['', '\n\n', ',,\n'])('%j has no header row', async text =>
    expect(await readLedger(Buffer.from(text), { format: 'csv' })).toMatchObject({ problems: [{ row: 0 }] }),
  )

  test('a hundred thousand rows are read', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${i},路灯坏了,2024-01-02,"望花区\n工农街道"`)
    expect((await csv(['编号,标题,提交时间,地址', ...rows].join('\n'))).rows).toHaveLength(100_000)
  })
})

describe('jsonl', () => {
  test('keys are headers, numbers keep all their digits, lines are rows', async () => {
    const ledger = await jsonl(
      '{"编号":7,"证件号":110105194912310021,"提交时间":43782.4724652778,"急":true}',
      '',
      '{"Title":"x","number":"8"}',
    )
    expect(ledger.spelled).toEqual({ number: '编号', id_number: '证件号', filed_at: '提交时间', title: 'Title' })
    expect(ledger.rows.map(({ row, cells, notes }) => [row, cells, notes])).toEqual([
      [1, { number: '7', id_number: '110105194912310021', filed_at: '43782.4724652778' }, { 急: 'true' }],
      [3, { title: 'x', number: '8' }, {}],
    ])
  })

  test.each(['[1]', '"a"', '{', 'null', '1,2'])('%s is no row', async line =>
    expect((await jsonl(line)).rows).toMatchObject([{ problems: [{ row: 1, value: line }] }]),
  )

  test('lists, and a column told twice, are problems', async () => {
    const [row] = (await jsonl('{"编号":"1","number":"2","标题":["a"]}')).rows
    expect(row?.problems.map(({ column, value }) => [column, value])).toEqual([
      ['number', '2'],
      ['标题', '["a"]'],
    ])
  })
})
