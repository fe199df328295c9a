import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../src/law/calendar.ts'
import { computeDue } from '../../src/law/due.ts'
import type { Term } from '../../src/law/term.ts'

const calendar = buildCalendar()

describe('the start is not counted, the last day runs to the next working day (民法典 201–203)', () => {
  // prettier-ignore
  test.each<[Term, string, string | null, string]>([
    ['15 calendar days',  '2025-09-20', '2025-10-05', '2025-10-09'],
    ['15 calendar days',  '2025-12-20', '2026-01-04', '2026-01-04'],
    ['15 calendar days',  '2026-02-01', '2026-02-16', '2026-02-24'],
    ['60 calendar days',  '2026-01-10', '2026-03-11', '2026-03-11'],
    ['5 working days',    '2025-09-26', null,         '2025-10-10'],
    ['5 working days',    '2026-02-12', null,         '2026-02-26'],
    ['5 working days',    '2025-12-30', null,         '2026-01-07'],
    ['3 calendar months', '2025-11-30', '2026-02-28', '2026-02-28'],
    ['3 calendar months', '2026-02-02', '2026-05-02', '2026-05-06'],
    ['3 calendar months', '2026-07-01', '2026-10-01', '2026-10-08'],
    ['6 calendar months', '2026-03-31', '2026-09-30', '2026-09-30'],
  ])('%s from %s', (term, start, raw, due) => {
    expect(computeDue({ start, term, calendar })).toMatchObject({ start, raw, due, dueAt: null, provisional: false })
  })
})

describe('months end on the corresponding day, or the last of the month (民法典 202)', () => {
  // prettier-ignore
  test.each<[string, Term, string]>([
    ['2024-01-31', '1 calendar month',   '2024-02-29'],
    ['2025-01-31', '1 calendar month',   '2025-02-28'],
    ['2023-12-31', '2 calendar months',  '2024-02-29'],
    ['2026-08-31', '1 calendar month',   '2026-09-30'],
    ['2024-02-29', '12 calendar months', '2025-02-28'],
  ])('%s and %s is %s', (start, term, raw) => {
    expect(computeDue({ start, term, calendar }).raw).toBe(raw)
  })
})

describe('the count is shown day by day', () => {
  test('calendar days count through a weekend, and the rest days moved over are named (民法典 203)', () => {
    const { trace } = computeDue({ start: '2026-04-30', term: '3 calendar days', calendar })
    expect(trace.map(({ day, counted, reason }) => [day, counted, reason.zh])).toEqual([
      ['2026-05-01', true, '自然日（劳动节）'],
      ['2026-05-02', true, '自然日（劳动节）'],
      ['2026-05-03', true, '自然日（劳动节）'],
      ['2026-05-04', false, '劳动节'],
      ['2026-05-05', false, '劳动节'],
      ['2026-05-06', false, '其后第一个工作日，民法典 203'],
    ])
  })

  test('a weekend is named and counted', () => {
    const { trace } = computeDue({ start: '2026-03-06', term: '3 calendar days', calendar })
    expect(trace.map(step => step.reason.en)).toEqual([
      'calendar day (Saturday)',
      'calendar day (Sunday)',
      'calendar day',
    ])
  })

  test('working days say why each was counted or skipped', () => {
    const { trace } = computeDue({ start: '2026-02-13', term: '2 working days', calendar })
    expect(trace).toHaveLength(11)
    expect(trace[0]).toMatchObject({ day: '2026-02-14', counted: true, reason: { zh: '调休上班' } })
    expect(trace[1]).toMatchObject({ day: '2026-02-15', counted: false, reason: { zh: '春节' } })
    expect(trace[10]).toMatchObject({ day: '2026-02-24', counted: true, reason: { zh: '工作日' } })
  })
})

describe('the rule on the last day is dated, and an office may settle otherwise', () => {
  test.each([
    ['2016-09-24', '2016-10-08', '民法通则 154'],
    ['2019-09-25', '2019-10-08', '民法总则 203'],
    ['2021-09-25', '2021-10-08', '民法典 203'],
  ])('7 days from %s end on %s under %s', (start, due, cites) => {
    const found = computeDue({ start, term: '7 calendar days', calendar })
    expect(found.due).toBe(due)
    expect(found.trace.at(-1)?.reason.zh).toContain(cites)
  })

  test('where days are counted strictly, the last day stays and nothing is provisional', () => {
    const law = { moveLastDay: false }
    expect(computeDue({ start: '2025-09-20', term: '15 calendar days', calendar, law }).due).toBe('2025-10-05')
    expect(computeDue({ start: '2026-12-20', term: '15 calendar days', calendar, law }).provisional).toBe(false)
  })
})

describe('hours run from the moment itself and through holidays (民法典 201)', () => {
  test('24 hours from the eve of National Day end on National Day', () => {
    const start = '2026-09-30T17:30:00+08:00'
    expect(computeDue({ start, term: '24 hours', calendar })).toEqual({
      start: '2026-09-30T09:30:00.000Z',
      raw: null,
      due: '2026-10-01',
      dueAt: '2026-10-01T09:30:00.000Z',
      provisional: false,
      trace: [
        {
          day: '2026-10-01',
          counted: true,
          reason: { zh: '连续计时（国庆节）', en: 'hours run on (National Day holiday)' },
        },
      ],
    })
  })

  test('two hours late in a Shanghai evening are due the next day, though the day in UTC is the same', () => {
    const found = computeDue({ start: '2026-03-02T15:00:00Z', term: '2 hours', calendar })
    expect(found).toMatchObject({ due: '2026-03-03', dueAt: '2026-03-02T17:00:00.000Z' })
  })
})

describe('a date that leans on a year without a notice is provisional', () => {
  // prettier-ignore
  test.each<[Term, string, string, boolean]>([
    ['15 calendar days', '2026-12-16', '2026-12-31', false],
    ['15 calendar days', '2026-12-17', '2027-01-04', true],
    ['15 calendar days', '2026-12-20', '2027-01-04', true],
    ['5 working days',   '2026-12-24', '2026-12-31', false],
    ['5 working days',   '2026-12-25', '2027-01-04', true],
    ['60 calendar days', '2009-12-20', '2010-02-20', false],
    ['20 working days',  '2009-12-20', '2010-01-18', true],
  ])('%s from %s end on %s', (term, start, due, provisional) => {
    expect(computeDue({ start, term, calendar })).toMatchObject({ due, provisional })
  })
})

test('an instant stands for its day in Shanghai where the term is in days', () => {
  const found = computeDue({ start: '2026-01-09T16:30:00Z', term: '60 calendar days', calendar })
  expect(found).toMatchObject({ start: '2026-01-10', due: '2026-03-11' })
})

test('a day declared rest here moves a due date and changes the version', () => {
  const storm = { day: '2026-03-11', rest: true, name: '暴雪停工', source: '区政府', announcedOn: '2026-03-10' }
  const local = buildCalendar([storm])
  expect(computeDue({ start: '2026-01-10', term: '60 calendar days', calendar: local })).toMatchObject({
    raw: '2026-03-11',
    due: '2026-03-12',
  })
  expect(local.version).not.toBe(calendar.version)
})

test('a start that is no day, or no moment for hours, and a term that is none are refused by name', () => {
  expect(() => computeDue({ start: '2026-03-02', term: '2 hours', calendar })).toThrow('Not an instant')
  expect(() => computeDue({ start: '2026-02-30', term: '5 working days', calendar })).toThrow('2026-02-30')
  expect(() => computeDue({ start: '2026-02-20', term: '-5 working days', calendar })).toThrow('-5 working days')
})
