import { describe, expect, test } from 'vitest'
import { announced, buildCalendar, type HolidayYear, type LocalDay } from '../../src/law/calendar.ts'
import { daysAfter } from '../../src/law/day.ts'

const calendar = buildCalendar()

describe('working days by month under the notices', () => {
  // prettier-ignore
  test.each([
    [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22], 251],
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23], 248],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], 248],
  ])('%i', (year, byMonth, inAll) => {
    const working = daysOf(year).filter(day => !calendar.look(day).rest)
    const counts = byMonth.map((_, month) => working.filter(day => Number(day.slice(5, 7)) === month + 1).length)
    expect(counts).toEqual(byMonth)
    expect(working).toHaveLength(inAll)
  })
})

describe('a day is looked up with its reason', () => {
  test.each([
    ['2026-02-28', false, '调休上班', 'make-up working day'],
    ['2026-02-27', false, '工作日', 'working day'],
    ['2026-03-07', true, '周六', 'Saturday'],
    ['2026-03-08', true, '周日', 'Sunday'],
    ['2026-10-01', true, '国庆节', 'National Day holiday'],
    ['2025-10-06', true, '中秋节', 'Mid-Autumn Festival holiday'],
    ['2022-12-31', true, '元旦', "New Year's Day holiday"],
  ])('%s', (day, rest, zh, en) => {
    expect(calendar.look(day)).toEqual({ rest, reason: { zh, en }, announced: true })
  })

  test.each([
    ['2015-01-04', false],
    ['2016-04-02', true],
    ['2018-06-16', true],
    ['2018-09-22', true],
    ['2020-02-01', true],
  ])('%s, on which sources differ', (day, rest) => {
    expect(calendar.look(day).rest).toBe(rest)
  })

  test('a day that does not exist is refused', () => {
    expect(() => calendar.look('2026-02-29')).toThrow(RangeError)
  })
})

describe('a year without a notice knows weekends and the fixed days of 全国年节及纪念日放假办法', () => {
  test.each(['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'])('%s rests', day => {
    expect(calendar.look(day)).toMatchObject({ rest: true, announced: false })
    expect(calendar.look(day).reason.zh).toMatch(/元旦|劳动节|国庆节/)
  })

  test('its lunar holidays and its weekdays count as working days', () => {
    expect(calendar.look('2027-02-08')).toMatchObject({ rest: false, announced: false })
    expect(calendar.look('2027-10-04').rest).toBe(false)
    expect(calendar.look('2027-02-06').rest).toBe(true)
    expect(calendar.isAnnounced(2027)).toBe(false)
  })
})

describe('an office adds to the calendar by data', () => {
  const y2027: HolidayYear = {
    year: 2027,
    source: 'a notice not yet written',
    rest: [['2027-02-05', '2027-02-11', '春节']],
    work: ['2027-02-20'],
  }
  const storm: LocalDay = {
    day: '2026-07-15',
    rest: true,
    name: '台风停工',
    source: '区防汛抗旱指挥部',
    announcedOn: '2026-07-14',
  }

  test('a newly announced year', () => {
    const loaded = buildCalendar([], [...announced, y2027])
    expect(loaded.isAnnounced(2027)).toBe(true)
    expect(loaded.look('2027-02-08')).toMatchObject({ rest: true, announced: true })
    expect(loaded.look('2027-02-20').rest).toBe(false)
    expect(loaded.version).not.toBe(calendar.version)
  })

  test('a storm, named as it was announced', () => {
    const loaded = buildCalendar([storm])
    const reason = { zh: '台风停工', en: '台风停工' }
    expect(loaded.look('2026-07-15')).toEqual({ rest: true, reason, announced: true })
    expect(loaded.version).not.toBe(calendar.version)
  })

  test('the later announcement for a day holds, in whatever order they are given', () => {
    const calledOff = { ...storm, rest: false, name: '恢复上班', announcedOn: '2026-07-15' }
    expect(buildCalendar([storm, calledOff]).look('2026-07-15').rest).toBe(false)
    expect(buildCalendar([calledOff, storm]).look('2026-07-15').rest).toBe(false)
  })

  test('a local day goes before the notice, and does not announce its year', () => {
    expect(buildCalendar([{ ...storm, day: '2026-02-28' }]).look('2026-02-28').rest).toBe(true)
    expect(buildCalendar([{ ...storm, day: '2027-07-15' }]).look('2027-07-15')).toMatchObject({
      rest: true,
      announced: false,
    })
  })

  test.each<[string, Partial<HolidayYear>]>([
    ['a day of another year', { work: ['2026-02-14'] }],
    ['a day that does not exist', { rest: [['2027-02-28', '2027-02-29', '春节']] }],
    ['a range that ends before it begins', { rest: [['2027-02-11', '2027-02-05', '春节']] }],
    ['a make-up day in the week', { work: ['2027-02-22'] }],
    ['a make-up day in a holiday', { work: ['2027-02-06'] }],
  ])('refuses %s', (_, slip) => {
    expect(() => buildCalendar([], [{ ...y2027, ...slip }])).toThrow(RangeError)
  })

  test('refuses a local day that does not exist', () => {
    expect(() => buildCalendar([{ ...storm, day: '2026-7-15' }])).toThrow('Local day 台风停工: 2026-7-15')
  })
})

describe('the version names the data', () => {
  test('the same data in another order are the same version', () => {
    expect(buildCalendar([], announced.toReversed()).version).toBe(calendar.version)
    expect(calendar.version).toMatch(/^[0-9a-f]{16}$/)
  })

  test('a changed source is another version', () => {
    const [first, ...others] = announced
    const changed = first ? [{ ...first, source: 'elsewhere' }, ...others] : others
    expect(buildCalendar([], changed).version).not.toBe(calendar.version)
  })
})

const daysOf = (year: number) => daysAfter(`${year - 1}-12-31`, `${year}-12-31`)
