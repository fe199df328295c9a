import { daysBetween, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'

/** A clock stood still from the day after `from` to `until`. */
export type Span = { readonly from: Day; readonly until: Day }

/** As a clock keeps them: “2026-03-20/2026-03-27 2026-04-01/2026-04-03”. */
export const saySpans = (spans: readonly Span[]): string => spans.map(({ from, until }) => `${from}/${until}`).join(' ')

export const spansIn = (excluded: string | null): Span[] =>
  (excluded ?? '').split(' ').flatMap(span => {
    const [from = '', until = ''] = span.split('/')
    return isDay(from) && isDay(until) ? [{ from, until }] : []
  })

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0)

export const isWithin = (day: Day, spans: readonly Span[]): boolean =>
  spans.some(({ from, until }) => from < day && day <= until)
