import { expect, test } from 'vitest'
import { columnOf, columns, matchHeaders } from '../../src/imports/columns.ts'

test.each(Object.entries(columns))('%s and %s name the same column', (id, zh) => {
  expect(columnOf(id)).toBe(id)
  expect(columnOf(zh)).toBe(id)
})

test.each([
  ['\ufeff编号', 'number'],
  ['　编 号　', 'number'],
  ['ｎｕｍｂｅｒ', 'number'],
  ['Filed At', 'filed_at'],
  ['FILED-AT', 'filed_at'],
  ['提交时间：', 'filed_at'],
  ['标题*', 'title'],
  ['id\u200b_number', 'id_number'],
])('%j means %s', (header, column) => expect(columnOf(header)).toBe(column))

test.each(['', '编号2', 'toString', '__proto__', '备注'])('%j is no column', header =>
  expect(columnOf(header)).toBeUndefined(),
)

test('any order; unknown columns are notes; headers keep their spelling', () => {
  expect(matchHeaders(1, ['备注', ' 提交时间 ', 'Number', '内容', '备注', ''])).toEqual({
    ok: {
      row: 1,
      places: [
        { note: '备注' },
        { column: 'filed_at' },
        { column: 'number' },
        { column: 'body' },
        { note: '备注 (2)' },
        { note: '列 6' },
      ],
      spelled: { filed_at: '提交时间', number: 'Number', body: '内容' },
    },
  })
})

test('the same column twice is a problem, naming the first', () => {
  const matched = matchHeaders(3, ['编号', '标题', '提交时间', 'number'])
  expect(matched).toEqual({
    problems: [
      {
        row: 3,
        column: 'number',
        value: 'number',
        problem: expect.objectContaining({ zh: expect.stringContaining('第1列“编号”') }),
      },
    ],
  })
})

test('missing columns are named all at once', () => {
  const matched = matchHeaders(1, ['类型', '信访人'])
  expect('problems' in matched && matched.problems.map(({ column }) => column)).toEqual(['number', 'title', 'filed_at'])
})

test('a body stands in for a title', () => expect(matchHeaders(1, ['编号', '内容', '提交时间'])).toHaveProperty('ok'))
