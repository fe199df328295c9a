import { describe, expect, test } from 'vitest'
import { maskName, problemsIn, redact } from '../../src/law/redact.ts'

const nobody = { names: [], hidden: [], phones: [] }

describe('telephones keep their ends', () => {
  test.each([
    ['电话13812345678。', '电话138****5678。'],
    ['电话１３８１２３４５６７８', '电话138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['138　1234—5678', '138****5678'],
    ['138.1234.5678', '138****5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
    ['138\u200b1234\u200b5678', '138****5678'],
    ['+8613812345678', '138****5678'],
    ['(+86) 138 1234 5678', '138****5678'],
    ['＋８６-13812345678', '138****5678'],
    ['8613812345678', '138****5678'],
    ['13812345678、13987654321', '138****5678、139****4321'],
    ['0413-56501234', '0413-****1234'],
    ['(138)12345678', '(138****5678'],
    ['（0413）5650 1234', '0413-****1234'],
    ['０４１３５６５０１２３４转801', '0413-****1234'],
    ['010-65001234-22', '010-****1234'],
    ['+86 413 5650 1234', '****1234'],
    ['联系电话：56501234', '联系电话：****1234'],
    ['写信到 wang@example.com', '写信到 （邮箱略）'],
  ])('%s', (text, published) => expect(redact(text, nobody)).toBe(published))

  test('one on record goes without its area code and without any word before it', () =>
    expect(redact('可找5650 1234', { ...nobody, phones: ['0413-56501234'] })).toBe('可找****1234'))
})

describe('of an identity number nothing is shown', () => {
  test.each([
    '11010519491231002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002x',
    '110105-1949-1231-0021',
    '110105491231002',
    '110105********002X',
    '11010519491231****',
  ])('%s', id => expect(redact(`身份证${id}，`, nobody)).toBe('身份证（证件号码略），'))
})

describe('names keep the surname', () => {
  test.each([
    ['代红', '代某某'],
    ['张小明', '张某某'],
    ['欧阳翠微', '欧阳某某'],
    ['欧阳', '欧某某'],
    ['Tom Smith', '某某'],
  ])('%s', (name, masked) => expect(maskName(name)).toBe(masked))

  const known = { names: ['代红', '代红梅', 'Tom'], hidden: ['邓宇'], phones: [] }
  test.each([
    ['代红代表提出', '代某某代表提出'],
    ['代 红、代　红、代\u200b红', '代某某、代某某、代某某'],
    ['代红梅和代红', '代某某和代某某'],
    ['邓宇等', '某某等'],
    ['Tom说Tomorrow，ＴＯＭ', '某某说Tomorrow，某某'],
  ])('%s', (text, published) => expect(redact(text, known)).toBe(published))
})

describe('addresses end at the street', () => {
  test.each([
    ['望江区石桥街道翠微路12号3栋2单元501室漏水', '望江区石桥街道翠微路漏水'],
    ['翠微路１２号院', '翠微路'],
    ['翠微路12-3号', '翠微路'],
    ['翠微路12号至20号的路灯', '翠微路的路灯'],
    ['石桥小区3号楼501室', '石桥小区'],
    ['石桥小区3-2-501', '石桥小区'],
    ['石桥小区A座1203室', '石桥小区'],
    ['3栋2单元501的住户', '的住户'],
  ])('%s', (text, published) => expect(redact(text, nobody)).toBe(published))
})

describe('what is nobody’s stays', () => {
  test.each([
    '2026年1月15日至2026年2月15日，2026-01-15、2026-1-3 2026-02-15',
    '2026-04-20 2026-04-21',
    '总投资1380万元，面积56501234.5平方米，共13.8亿元',
    '望政办〔2026〕12号、第18-5-012号建议、第12号提案',
    '地铁1号线、长江路3号线、G202国道',
    '拨打12345、12309或者110',
    '加装电梯十二部，改造12栋36个单元，惠及1200户',
    '系数0.41356501',
    '138****5678，0413-****1234，张某某，（证件号码略）',
    '统一社会信用代码91330282L07196379D',
  ])('%s', text => {
    expect(redact(text, nobody)).toBe(text)
    expect(problemsIn(text, { ...nobody, names: ['张小明'] })).toEqual([])
  })
})

describe('what must still not be published', () => {
  const known = { names: ['代红'], hidden: ['石桥代表团'], phones: ['56501234'] }
  test('is told in its order, as it stands', () =>
    expect(problemsIn('石桥代表团代 红，电话138 1234 5678，另5650-1234，证件11010519491231002X。', known)).toEqual([
      { kind: 'name', found: '石桥代表团' },
      { kind: 'name', found: '代 红' },
      { kind: 'phone', found: '138 1234 5678' },
      { kind: 'phone', found: '5650-1234' },
      { kind: 'id', found: '11010519491231002X' },
    ]))

  test.each(['代红 13812345678 翠微路1号 110105491231002', '代红', '写给石桥代表团：１３８１２３４５６７８'])(
    'nothing once it is redacted: %s',
    text => expect(problemsIn(redact(text, known), known)).toEqual([]),
  )
})
