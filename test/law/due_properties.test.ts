import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../src/law/calendar.ts'
import { addDays, daysAfter, yearOf } from '../../src/law/day.ts'
import { computeDue, remaining } from '../../src/law/due.ts'
import type { Term } from '../../src/law/term.ts'

const calendar = buildCalendar()
const due = (start: string, term: Term) => computeDue({ start, term, calendar })

const day = fc.integer({ min: 0, max: 7000 }).map(n => addDays('2009-01-01', n))
const unit = fc.constantFrom('calendar days', 'working days', 'calendar months')
const count = fc.integer({ min: 1, max: 60 })
const runs = { numRuns: 60 }

describe('whatever the term', () => {
  test('it ends after its start (民法典 201)', () => {
    const claim = (start: string, n: number, of: Units) => due(start, `${n} ${of}`).due > start
    fc.assert(fc.property(day, count, unit, claim), runs)
  })

  test('who starts later is not due earlier', () => {
    const claim = (start: string, later: number, n: number, of: Units) =>
      due(addDays(start, later), `${n} ${of}`).due >= due(start, `${n} ${of}`).due
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 40 }), count, unit, claim), runs)
  })

  test('a longer term is not due earlier', () => {
    const claim = (start: string, n: number, of: Units) =>
      due(start, `${n + 1} ${of}`).due >= due(start, `${n} ${of}`).due
    fc.assert(fc.property(day, count, unit, claim), runs)
  })

  test('it never ends on a rest day (民法典 203)', () => {
    const claim = (start: string, n: number, of: Units) => !calendar.look(due(start, `${n} ${of}`).due).rest
    fc.assert(fc.property(day, count, unit, claim), runs)
  })

  test('its trace runs without a gap from the day after the start to the due day', () => {
    const claim = (start: string, n: number, of: Units) => {
      const found = due(start, `${n} ${of}`)
      expect(found.trace.map(step => step.day)).toEqual(daysAfter(start, found.due))
    }
    fc.assert(fc.property(day, count, unit, claim), runs)
  })

  test('it is provisional exactly when a day that was consulted lies in a year without a notice', () => {
    const claim = (start: string, n: number, of: Units) => {
      const { raw, due: last, provisional } = due(start, `${n} ${of}`)
      const consulted = raw === null ? daysAfter(start, last) : daysAfter(addDays(raw, -1), last)
      expect(provisional).toBe(consulted.some(day => yearOf(day) < 2010 || yearOf(day) > 2026))
    }
    fc.assert(fc.property(day, count, unit, claim), runs)
  })
})

test('n calendar days count n days, and as many steps say so', () => {
  const claim = (start: string, n: number) => {
    const { raw, trace } = due(start, `${n} calendar days`)
    expect(raw).toBe(addDays(start, n))
    expect(trace.filter(step => step.counted)).toHaveLength(n)
  }
  fc.assert(fc.property(day, count, claim), runs)
})

test('n working days are the nth day that is worked, counted naively', () => {
  const claim = (start: string, n: number) => {
    const worked = daysAfter(start, addDays(start, 2 * n + 20)).filter(day => !calendar.look(day).rest)
    expect(due(start, `${n} working days`).due).toBe(worked[n - 1])
  }
  fc.assert(fc.property(day, count, claim), runs)
})

test('days left are what was counted, and the same backwards', () => {
  const claim = (start: string, n: number) => {
    const last = due(start, `${n} working days`).due
    expect(remaining(start, last, calendar).workingDays).toBe(n)
    expect(remaining(last, start, calendar).workingDays).toBe(-n)
  }
  fc.assert(fc.property(day, count, claim), runs)
})

type Units = 'calendar days' | 'working days' | 'calendar months'
