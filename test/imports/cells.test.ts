import { expect, test } from 'vitest'
import * as cell from '../../src/imports/cells.ts'

test.each([
  [cell.parseProcedure, '信访', 'petition'],
  [cell.parseProcedure, 'Deputy-Suggestion', 'deputy-suggestion'],
  [cell.parseProcedure, ' 政协提案 ', 'cppcc-proposal'],
  [cell.parseProcedure, 'service-request', 'service-request'],
  [cell.parseKind, '建议意见类', 'suggestion'],
  [cell.parseKind, '建议意见', 'suggestion'],
  [cell.parseKind, '检举控告类', 'accusation'],
  [cell.parseKind, '申诉求决', 'appeal'],
  [cell.parseRoute, '6', '6'],
  [cell.parseRoute, '６', '6'],
  [cell.parseRoute, '（三）', '3'],
  [cell.parseRoute, '第一项', '1'],
  [cell.parseChannel, '网信', 'online'],
  [cell.parseChannel, '书信', 'letter'],
  [cell.parseChannel, '来电', 'phone'],
  [cell.parseChannel, 'FAX', 'fax'],
  [cell.parseChannel, '走 访', 'visit'],
  [cell.parseRating, '满意', 'satisfied'],
  [cell.parseRating, '基本满意', 'basically'],
  [cell.parseRating, '不满意', 'dissatisfied'],
] satisfies [(text: string) => unknown, string, string][])('%o reads %s as %s', (parse, text, id) =>
  expect(parse(text)).toEqual({ ok: id }),
)

test.each(['7', '0', '', 'constructor', '六六'])('%j is no route, and the routes are listed', text =>
  expect(cell.parseRoute(text)).toMatchObject({ problem: { en: expect.stringContaining('1, 2, 3, 4, 5, 6') } }),
)

test('a line has no breaks in it and fits', () => {
  expect(cell.parseLine(9)(' a\r\n\tb ')).toEqual({ ok: 'a b' })
  expect(cell.parseLine(3)('abcd')).toMatchObject({ problem: { zh: expect.stringContaining('共4个字符，最多3个') } })
})

test('a body keeps its line breaks and spaces', () =>
  expect(cell.parseBody(' a\r\n\tb ')).toEqual({ ok: ' a\r\n\tb ' }))

test.each([
  ['11010519491231002x', '11010519491231002X'],
  ['91330282l07196379d', '91330282L07196379D'],
  ['911522010783762860', '911522010783762860'],
  ['E12345678', 'E12345678'],
  ['军字第1234567号', '军字第1234567号'],
])('the paper %s is kept as %s', (text, kept) => expect(cell.parseIdNumber(text, '2024-06-30')).toEqual({ ok: kept }))

test.each(['110105194912310021', '210404********1234', '21040419491231', '1.10105E+17', '9111000060003IOZSV', '无'])(
  'the paper %s is refused',
  text => expect(cell.parseIdNumber(text, '2024-06-30')).toHaveProperty('problem'),
)

test.each([cell.parseNumber, cell.parsePhone])('a number the spreadsheet has shortened is told apart', parse =>
  expect(parse('1.38001E+10')).toMatchObject({ problem: { zh: expect.stringContaining('缩写') } }),
)

test.each([
  ['a\0b', 'U+0000'],
  ['\u001b[2J', 'U+001B'],
  ['\u009b', 'U+009B'],
  ['\u007f', 'U+007F'],
  ['a\ud800', 'U+D800'],
])('%j holds a control character', (text, name) => expect(cell.controlProblem(text)?.zh).toContain(name))

test.each(['a\tb\r\nc', '😀', '\u202eabc', '\u200b', '<script>', '=1+1', '\u2028'])('%j is just text', text =>
  expect(cell.controlProblem(text)).toBeUndefined(),
)
