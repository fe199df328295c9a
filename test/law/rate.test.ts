import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perCentBetween, pointsBetween, rateOf } from '../../src/law/rate.ts'

// prettier-ignore
const table: [numerator: number, denominator: number, printed: string | null][] = [
  [0, 0, null],
  [0, 7, '0.00'],
  [7, 7, '100.00'],
  [1, 3, '33.33'],
  [2, 3, '66.67'],
  [1, 8, '12.50'],
  [1, 800, '0.13'],
  [5, 40_000, '0.01'],
  [1, 16_000, '0.01'],
  [3, 20_000, '0.02'],
  [49_999, 50_000, '99.99'],
  [19_999, 20_000, '99.99'],
  [9_999, 10_000, '99.99'],
  [1, 1_000_000, '0.01'],
  [999_999, 1_000_000, '99.99'],
  [29, 200, '14.50'],
  [203, 20_000, '1.02'],
  [1005, 100_000, '1.01'],
]

describe('a rate', () => {
  test.each(table)('%i of %i prints %s', (numerator, denominator, printed) => {
    expect(rateOf(numerator, denominator)).toBe(printed)
  })

  test('reads 100.00 only when complete, 0.00 only when nothing, and is never off by more than a hundredth', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (a, d) => {
        const n = Math.min(a, d)
        const rate = rateOf(n, d)
        expect(rate === '100.00').toBe(n === d)
        expect(rate === '0.00').toBe(n === 0)
        expect(Math.abs(Number(rate) - (100 * n) / d)).toBeLessThanOrEqual(0.0101)
      }),
    )
  })

  test('changes in percentage points of what was printed', () => {
    expect(pointsBetween('83.50', '82.00')).toBe('+1.50')
    expect(pointsBetween('9.99', '100.00')).toBe('-90.01')
    expect(pointsBetween('50.00', '50.00')).toBe('0.00')
    expect(pointsBetween(null, '50.00')).toBeNull()
  })
})

test('the change of a count is in per cent of what it was, and none over nothing', () => {
  expect(perCentBetween(9, 8)).toBe('+12.50%')
  expect(perCentBetween(110, 113)).toBe('-2.65%')
  expect(perCentBetween(30, 10)).toBe('+200.00%')
  expect(perCentBetween(0, 7)).toBe('-100.00%')
  expect(perCentBetween(4, 4)).toBe('0.00%')
  expect(perCentBetween(100001, 100000)).toBe('+0.01%')
  expect(perCentBetween(3, 0)).toBeNull()
  expect(perCentBetween(0, 0)).toBeNull()
})
