import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../src/law/calendar.ts'
import { computeDue, extendDue, remaining } from '../../src/law/due.ts'

const calendar = buildCalendar()

describe('an extension counts on from the last day before it was moved (信访工作条例 34)', () => {
  test('60 days and 30 more are the 90th day', () => {
    const first = computeDue({ start: '2026-01-10', term: '60 calendar days', calendar })
    const longer = extendDue(first.raw ?? first.due, '30 calendar days', calendar)
    expect(longer).toMatchObject({ raw: '2026-04-10', due: '2026-04-10' })
  })

  test('the days moved over are not given twice', () => {
    const first = computeDue({ start: '2026-02-01', term: '15 calendar days', calendar })
    expect(first).toMatchObject({ raw: '2026-02-16', due: '2026-02-24' })
    expect(extendDue('2026-02-16', '30 calendar days', calendar).raw).toBe('2026-03-18')
  })
})

describe('days left leave today out (民法典 201)', () => {
  test.each([
    ['2026-02-13', '2026-02-24', 11, 2],
    ['2026-02-24', '2026-02-24', 0, 0],
    ['2026-02-24', '2026-02-13', -11, -2],
    ['2026-02-24', '2026-02-23', -1, -1],
  ])('on %s for %s', (today, due, calendarDays, workingDays) => {
    expect(remaining(today, due, calendar)).toEqual({ calendarDays, workingDays })
  })
})
