import { describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../src/imports/ledger.ts'
import { parseRows } from '../../src/imports/ledger.ts'
import type { Cells, RawRow } from '../../src/imports/read.ts'
import { parseRow } from '../../src/imports/row.ts'
import { csvOf, ledgerOf } from './ledger_of.ts'

const now = '2024-06-30T04:00:00Z'

const least = { number: '1', procedure: '信访', title: '路灯坏了', filed_at: '2024-01-02' }

const raw = (cells: Cells): RawRow => ({ row: 2, cells: { ...least, ...cells }, notes: {}, problems: [] })

function row(cells: Cells): LedgerRow {
  const parsed = parseRow(raw(cells), { now })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.ok
}

function problems(cells: Cells): [string, string][] {
  const parsed = parseRow(raw(cells), { now })
  return 'ok' in parsed ? [] : parsed.problems.map(({ column, problem }) => [column, problem.zh])
}

test('a full row is understood', () => {
  const cells = {
    kind: '申诉求决类',
    route: '6',
    body: '工农街道\n路灯坏了',
    category: '城乡建设',
    channel: '来信',
    petitioner: '某某',
    phone: '+86 138 0013 8000',
    id_number: '11010519491231002x',
    address: '望花区工农街道',
    organ: '区住建局',
    accepted_at: '2024/1/3 9:00',
    replied_at: '45316.5',
    closed_at: '2024-01-26T09:00:00+08:00',
    reply: '已修好',
    rating: '基本满意',
  }
  const parsed = parseRow({ ...raw(cells), notes: { 备注: '急' } }, { now })
  expect(parsed).toEqual({
    ok: {
      row: 2,
      number: '1',
      procedure: 'petition',
      kind: 'appeal',
      route: '6',
      title: '路灯坏了',
      body: '工农街道\n路灯坏了',
      category: '城乡建设',
      channel: 'letter',
      petitioner: '某某',
      phone: '13800138000',
      idNumber: '11010519491231002X',
      address: '望花区工农街道',
      organ: '区住建局',
      filed: { at: null, on: '2024-01-02' },
      accepted: { at: '2024-01-03T01:00:00.000Z', on: '2024-01-03' },
      replied: { at: '2024-01-25T04:00:00.000Z', on: '2024-01-25' },
      closed: { at: '2024-01-26T01:00:00.000Z', on: '2024-01-26' },
      reply: '已修好',
      rating: 'basically',
      notes: { 备注: '急' },
    },
  })
})

test('what a row does not say is not invented', () => {
  const known = Object.entries(row({})).filter(([, value]) => value !== undefined)
  expect(known.map(([name]) => name).sort()).toEqual(['body', 'filed', 'notes', 'number', 'procedure', 'row', 'title'])
})

test('a missing title is the first forty characters of the body', () => {
  expect(row({ title: '', body: '  一\n二 ' }).title).toBe('一 二')
  expect(row({ title: '', body: '😀'.repeat(50) }).title).toBe('😀'.repeat(40))
})

describe('what cannot all be true', () => {
  const answered = { reply: '已修好', replied_at: '2024-01-20' }

  test.each([
    [{ accepted_at: '2024-01-01' }, 'accepted_at', '早于提交时间'],
    [{ ...answered, accepted_at: '2024-01-21' }, 'replied_at', '早于受理时间'],
    [{ ...answered, replied_at: '2024-01-01' }, 'replied_at', '早于提交时间'],
    [{ ...answered, closed_at: '2024-01-19' }, 'closed_at', '早于答复时间'],
    [{ filed_at: '2024-01-02 10:00', accepted_at: '2024-01-02 09:59' }, 'accepted_at', '早于提交时间'],
    [{ reply: '已修好' }, 'replied_at', '没有答复时间'],
    [{ replied_at: '2024-01-20' }, 'reply', '没有答复内容'],
    [{ closed_at: '2024-01-20' }, 'closed_at', '没有答复时间'],
    [{ rating: '满意' }, 'rating', '有满意度而没有答复'],
    [{ procedure: '提案', kind: '申诉求决类' }, 'kind', '只有信访'],
    [{ procedure: '提案', route: '6' }, 'route', '只有信访'],
  ])('%o', (cells, column, said) => expect(problems(cells)).toEqual([[column, expect.stringContaining(said)]]))

  test('the same day is in order when either time of day is unknown', () =>
    expect(problems({ ...answered, filed_at: '2024-01-02 10:00', accepted_at: '2024-01-02' })).toEqual([]))

  test('a time that cannot be read is told once', () =>
    expect(problems({ ...answered, replied_at: '2024-02-30' }).map(([column]) => column)).toEqual(['replied_at']))
})

test('--procedure stands in for rows that name none, and only for those', () => {
  const without = { ...raw({ procedure: ' ' }) }
  expect(parseRow(without, { now, procedure: 'cppcc-proposal' })).toMatchObject({ ok: { procedure: 'cppcc-proposal' } })
  expect(parseRow(raw({}), { now, procedure: 'cppcc-proposal' })).toMatchObject({ ok: { procedure: 'petition' } })
})

test('a number is unique per procedure; the second row names the first', async () => {
  const ledger = await ledgerOf(
    csvOf([
      ['编号', '类型', '标题', '提交时间'],
      ['1', '信访', 'a', '2024-01-02'],
      ['1', '提案', 'b', '2024-01-02'],
      [' 1 ', 'petition', 'c', '2024-01-02'],
    ]),
    'csv',
  )
  const { rows, problems } = parseRows(ledger, { now })
  expect(rows.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(problems).toEqual([
    {
      row: 4,
      column: '编号',
      value: ' 1 ',
      problem: { zh: expect.stringContaining('第2行'), en: expect.stringContaining('Row 2') },
    },
  ])
})

test('every bad cell of a file is told, with its row, its column as spelled, and its value', async () => {
  const headers = [
    '编号',
    '类型',
    '诉求类别',
    '法定途径',
    '标题',
    '内容',
    '渠道',
    '电话',
    '证件号',
    '提交时间',
    '受理时间',
    '答复时间',
    '办结时间',
    '答复',
    '满意度',
    '备注',
  ]
  const good = ['', '信访', '', '', '路灯', '', '', '', '', '2024-01-02', '', '', '', '', '', '']
  const bad: [string, string][] = [
    ['编号', 'x'.repeat(65)],
    ['编号', '1.23E+11'],
    ['类型', '举报'],
    ['诉求类别', '投诉'],
    ['法定途径', '7'],
    ['标题', '长'.repeat(201)],
    ['标题', '路灯\0'],
    ['内容', '\u001b[31m'],
    ['渠道', '飞鸽'],
    ['电话', '138****8000'],
    ['电话', '1.38E+10'],
    ['证件号', '110105194912310021'],
    ['证件号', '2104041990'.padEnd(17, '0')],
    ['提交时间', '2019-02-30'],
    ['提交时间', '昨天'],
    ['提交时间', '2031-01-01'],
    ['提交时间', '1899-01-01'],
    ['受理时间', '2023-12-31'],
    ['办结时间', '2024-02-01'],
    ['满意度', '非常满意'],
    ['备注', 'a\u0007'],
  ]
  const table = bad.map(([column, value], i) =>
    good.map((cell, at) => (headers[at] === column ? value : at === 0 ? String(i) : cell)),
  )
  const { rows, problems } = parseRows(await ledgerOf(csvOf([headers, ...table]), 'csv'), { now })
  expect(rows).toEqual([])
  const told = problems.filter(({ column }) => bad.some(([name]) => name === column))
  const expected = bad.map(([column, value], i) => [i + 2, column, [...value].slice(0, 80).join('')])
  expect(told.map(({ row, column, value }) => [row, column, value])).toEqual(expect.arrayContaining(expected))
  expect(problems.every(({ problem }) => problem.zh.length > 5 && problem.en.length > 5)).toBe(true)
})

test('all problems of one row come at once', () =>
  expect(
    problems({ number: '', procedure: '?', title: '', filed_at: '', channel: '?', phone: '?' }).map(
      ([column]) => column,
    ),
  ).toEqual(['procedure', 'channel', 'phone', 'number', 'title', 'filed_at']))
