import { existsSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import writeXlsx from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { controlProblem } from '../../src/imports/cells.ts'
import { parseRows } from '../../src/imports/ledger.ts'
import { readLedger } from '../../src/imports/read.ts'
import { csvOf, ledgerOf } from './ledger_of.ts'

const now = '2024-06-30T04:00:00Z'
const legacy = '../shared/data/teddy/legacy_export_gb18030.csv'
const naughty = '../shared/data/naughty'

describe.skipIf(!existsSync(legacy))(`a real legacy export (skipped when ${legacy} is absent)`, () => {
  test('as it comes it lacks the columns of a ledger, and says which', async () => {
    const read = await readLedger(readFileSync(legacy), { format: 'csv' })
    expect('problems' in read && read.problems.map(({ column }) => column)).toEqual(['number', 'title', 'filed_at'])
  })

  test('with its headers renamed all 400 rows are read, times of both shapes, and the seven numbers used twice are told', async () => {
    const text = iconv.decode(readFileSync(legacy), 'gb18030')
    const renamed = text.replace(/^.*/, '编号,信访人,标题,提交时间,内容,反对数,点赞数')
    const ledger = await ledgerOf(iconv.encode(renamed, 'gb18030'), 'csv')
    const { rows, problems } = parseRows(ledger, { now, procedure: 'petition' })
    expect(ledger.rows).toHaveLength(400)
    expect(problems.map(({ row }) => row)).toEqual([91, 98, 106, 174, 242, 257, 385])
    expect(problems.every(({ column, problem }) => column === '编号' && problem.zh.includes('重复'))).toBe(true)
    expect(rows).toHaveLength(393)
    expect(rows[0]).toMatchObject({ number: '189950', filed: { at: '2019-11-13T03:20:21.000Z', on: '2019-11-13' } })
    const times = ledger.rows.map(({ cells }) => cells.filed_at ?? '')
    expect(times.filter(time => /^\d+(\.\d+)?$/.test(time)).length).toBeGreaterThan(50)
    expect(times.filter(time => time.includes('/')).length).toBeGreaterThan(50)
    expect(rows.filter(({ body }) => /\n/.test(body)).length).toBeGreaterThan(50)
    expect(rows.every(({ notes }) => notes.点赞数 !== undefined)).toBe(true)
  })
})

describe.skipIf(!existsSync(naughty))(`hostile strings (skipped when ${naughty} is absent)`, () => {
  const files = ['blns', 'xss', 'sqli', 'traversal', 'open_redirect', 'csv_formulas']
  const strings = (): string[] =>
    files.flatMap(file => z.array(z.string()).parse(JSON.parse(readFileSync(`${naughty}/${file}.json`, 'utf8'))))
  const columns = ['number', 'title', 'body', 'category', 'petitioner', 'address', 'organ', 'reply', 'note']
  const table = () => [
    ['编号', '标题', '内容', '类别', '信访人', '地址', '承办单位', '答复', '备注', '类型', '提交时间', '答复时间'],
    ...strings().map(text => [...columns.map(() => text), '信访', '2024-01-02', '2024-01-03']),
  ]
  const expected = () => strings().map((text, i) => (text.trim() === '' ? '' : `${i} ${text}`))

  test('every one of them is read from CSV and JSON lines as it was written', async () => {
    const [headers = [], ...rows] = table()
    const lines = rows.map(row => JSON.stringify(Object.fromEntries(headers.map((header, i) => [header, row[i]]))))
    const fromCsv = await ledgerOf(csvOf(table()), 'csv')
    const fromLines = await ledgerOf(Buffer.from(lines.join('\n')), 'jsonl')
    for (const { rows } of [fromCsv, fromLines]) {
      const read = rows.map(({ cells, notes }, i) =>
        [cells.title, cells.body, cells.reply, notes.备注].map(text => (text?.trim() ? `${i} ${text}` : '')),
      )
      expect(read).toEqual(expected().map(text => [text, text, text, text]))
    }
  })

  test('every one of them is read from a spreadsheet as it was written', async () => {
    // write-excel-file 4.1 spoils the workbook of a text named like a member of every object, such as hasOwnProperty
    const writable = strings()
      .filter(text => !(text in {}))
      .filter(text => text.trim() !== '' && !controlProblem(text) && !/[\r\ufffe\uffff]/.test(text))
    const bytes = await (
      await writeXlsx([['编号', '标题', '提交时间'], ...writable.map((text, i) => [String(i), text, '2024-01-02'])])
    ).toBuffer()
    expect((await ledgerOf(bytes, 'xlsx')).rows.map(({ cells }) => cells.title)).toEqual(writable)
  })

  test('each is just text in every column of text, unless it holds control characters or does not fit', async () => {
    const [headers = [], ...rows] = table()
    const numbered = rows.map((row, i) => [String(i), ...row.slice(1)])
    const ledger = await ledgerOf(csvOf([headers, ...numbered]), 'csv')
    const { rows: parsed, problems } = parseRows(ledger, { now })
    const plain = new Set(['控制字符', '最多', '都是空的', '没有答复内容'])
    expect(problems.filter(({ problem }) => ![...plain].some(word => problem.zh.includes(word)))).toEqual([])
    for (const row of parsed) {
      const text = strings()[Number(row.number)] ?? ''
      const line = text.trim().replace(/\s*[\t\r\n\u2028\u2029]\s*/g, ' ')
      expect([row.body, row.reply, row.notes.备注]).toEqual([text, text, text])
      expect([row.title, row.category, row.petitioner, row.address, row.organ]).toEqual(Array(5).fill(line))
    }
    expect(parsed.length).toBeGreaterThan(strings().length * 0.8)
  })
})
