import { describe, expect, test } from 'vitest'
import { isTerm, parseTerm, sayTerm, type Term } from '../../src/law/term.ts'

test.each<[Term, number, string]>([
  ['15 calendar days', 15, 'calendar day'],
  ['1 calendar day', 1, 'calendar day'],
  ['5 working days', 5, 'working day'],
  ['3 calendar months', 3, 'calendar month'],
  ['24 hours', 24, 'hour'],
])('%s has a count and a unit', (term, count, unit) => {
  expect(parseTerm(term)).toEqual({ count, unit })
})

test.each<[Term, string, string]>([
  ['15 calendar days', '15日', '15 calendar days'],
  ['1 calendar day', '1日', '1 calendar day'],
  ['5 working days', '5个工作日', '5 working days'],
  ['3 calendar months', '3个月', '3 calendar months'],
  ['24 hours', '24小时', '24 hours'],
])('%s is said %s', (term, zh, en) => {
  expect(sayTerm(term)).toEqual({ zh, en })
})

test('a singular unit with a larger count is said in the plural', () => {
  expect(sayTerm('30 calendar day').en).toBe('30 calendar days')
})

describe('a slip in a term does not compile, and throws', () => {
  test('days that do not say which days', () => {
    // @ts-expect-error calendar or working?
    expect(() => parseTerm('15 days')).toThrow(RangeError)
  })

  test('months that do not say they are calendar months', () => {
    // @ts-expect-error not ninety days either
    expect(() => parseTerm('3 months')).toThrow(RangeError)
  })

  test('a count in words', () => {
    // @ts-expect-error a number is written in digits
    expect(() => parseTerm('fifteen calendar days')).toThrow(RangeError)
  })

  test('the message names the term', () => {
    expect(() => parseTerm('0 working days')).toThrow(/a whole number of calendar days, .*: 0 working days/)
  })
})

test.each([
  '0 working days',
  '-1 hours',
  '1.5 hours',
  '1e3 hours',
  '99999 hours',
  '5  working days',
  '5 working dayss',
  '',
])('%j is no term', text => {
  expect(isTerm(text)).toBe(false)
})
