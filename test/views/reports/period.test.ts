import { expect, test } from 'vitest'
import { endOfDay } from '../../../src/law/day.ts'
import { sayKnown, sayPeriod } from '../../../views/reports/period.ts'

const november = { month: '2026-11', period: { zh: '2026年11月', en: 'November 2026' }, through: '2026-11-30' }
const year = { year: '2026', period: { zh: '2026年', en: '2026' }, through: '2026-12-31' }

test('a period is counted no further than the day it is known on, and says what that leaves in its denominators', () => {
  expect(sayPeriod({ ...year, asOf: '2026-11-30T12:00:00.000Z' })).toEqual({
    zh: '2026年，统计到2026年11月30日，本期未满；应结含其后到期的',
    en: '2026, counted to 30 November 2026; the period is not over, and what falls due in the rest of it is due',
  })
  expect(sayPeriod({ ...november, asOf: endOfDay('2026-11-20') }).zh).toContain('统计到2026年11月20日，本期未满')
  expect(sayPeriod({ ...november, asOf: endOfDay('2026-11-30') }).zh).toBe('2026年11月，统计到2026年11月30日')
  const later = { ...november, through: '2026-12-31', asOf: '2026-12-03T00:00:00.000Z' }
  expect(sayPeriod(later).zh).toBe('2026年11月，统计到2026年12月3日')
})

test('a heading says as of when it is known, and whether that was the closing of the month', () => {
  const closed = { ...november, asOf: '2026-12-01T01:00:00.000Z' }
  expect(sayKnown(closed, 'closing').zh).toBe('2026年11月，统计到2026年11月30日；按2026年12月1日 09:00 已知（定稿）')
  expect(sayKnown(closed, 'then').en).toContain('; as known on 1 December 2026 09:00')
  expect(sayKnown(closed, 'now').zh).toContain('；按现在（2026年12月1日 09:00）已知')
})
