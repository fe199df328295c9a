import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysAfter,
  daysBetween,
  endOfDay,
  isDay,
  lastDayOf,
  monthAfter,
} from '../../src/law/day.ts'

describe('a day is a day that exists, written YYYY-MM-DD', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', day => {
    expect(isDay(day)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '+002026-01-01',
    '',
  ])('%j is none', text => {
    expect(isDay(text)).toBe(false)
  })
})

describe('the day is that of Shanghai, whatever the offset', () => {
  test.each([
    ['2026-01-10T15:59:59.999Z', '2026-01-10'],
    ['2026-01-10T16:00:00Z', '2026-01-11'],
    ['2026-01-10T23:30:00+08:00', '2026-01-10'],
    ['2026-01-10T23:30:00-05:00', '2026-01-11'],
  ])('%s is in %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
    expect(dayOf(Temporal.Instant.from(instant))).toBe(day)
  })

  test('a time without an offset is refused, and named', () => {
    expect(() => dayOf('2026-01-10T10:00:00')).toThrow(
      new RangeError('Not an instant (ISO 8601 with an offset): 2026-01-10T10:00:00'),
    )
  })
})

test('a day ends at 24:00 in Shanghai (民法典 203)', () => {
  expect(endOfDay('2026-01-10')).toBe('2026-01-10T16:00:00.000Z')
  expect(dayOf(endOfDay('2026-12-31'))).toBe('2027-01-01')
})

test('days are added and taken away across months and years', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(addDays('2026-01-10', 0)).toBe('2026-01-10')
})

test('months end on the corresponding day, or the last of the month (民法典 202)', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
  expect(addMonths('2026-05-31', 1)).toBe('2026-06-30')
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(addMonths('2026-02-28', 1)).toBe('2026-03-28')
})

test('days between are signed, and the first is not among the days after', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3)
  expect(daysAfter('2026-02-27', '2026-03-02')).toEqual(['2026-02-28', '2026-03-01', '2026-03-02'])
  expect(daysAfter('2026-03-02', '2026-02-27')).toEqual([])
})

test('a bad day is refused, and named', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(new RangeError('Not a day (YYYY-MM-DD): 2026-02-30'))
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
})

test('months follow each other over the turn of a year, and end on their last day', () => {
  expect([monthAfter('2025-12'), monthAfter('2026-01-31'), monthAfter('2026-02', -14)]).toEqual([
    '2026-01',
    '2026-02',
    '2024-12',
  ])
  expect([lastDayOf('2024-02'), lastDayOf('2026-04-01'), lastDayOf('2026-12-31')]).toEqual([
    '2024-02-29',
    '2026-04-30',
    '2026-12-31',
  ])
})
