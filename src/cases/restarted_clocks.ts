import type { DeadlineTable } from '../db/tables.ts'
import { daysBetween } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import type { Clock, Ticking } from './clocks.ts'
import type { Correction } from './correct.ts'
import { nameOf } from './moved_clocks.ts'
import { lengthOf, saySpans, spansIn } from './spans.ts'
import type { Span } from './spans.ts'
import { counted, movesLastDay } from './terms.ts'
import { hasTouched } from './touched.ts'

/** Clocks an act started, or stopped, or let go on, by the right day: the one it was recorded for was wrong. */
export function clocksRestarted(ticking: Ticking, { act, was, on }: Correction): Clock[] {
  const done = ticking.facts.did[act]
  return ticking.running.flatMap(line => {
    if (hasTouched(done, 'started', line)) return startedOn(ticking, line, on)
    if (line.paused_on !== null || line.excluded === null) return []
    const spans = spansIn(line.excluded)
    if (hasTouched(done, 'paused', line)) return stoodStill(ticking, line, spans, moved(spans, 'from', was, on))
    return hasTouched(done, 'resumed', line) ? stoodStill(ticking, line, spans, moved(spans, 'until', was, on)) : []
  })
}

/** A day that was given stays as given. */
function startedOn({ procedure, calendar, parameters }: Ticking, line: DeadlineTable, start: Day): Clock[] {
  const within = procedure.deadlines[line.deadline]?.within
  if (!isTerm(line.term)) return []
  if (typeof within !== 'object' || 'parameter' in within)
    return [{ ...nameOf(line), ...counted(line.term, start, null, calendar, movesLastDay(parameters)) }]
  const { raw_on: raw, due_on: due } = line
  const term: Term = `${daysBetween(start, due)} calendar days`
  return [{ ...nameOf(line), term, start, startAt: null, raw, due, dueAt: null, provisional: false }]
}

/** A clock that stood still on other days than was thought. */
function stoodStill(
  { calendar, parameters }: Ticking,
  line: DeadlineTable,
  before: readonly Span[],
  spans: readonly Span[],
): Clock[] {
  if (!isTerm(line.term)) return []
  const { count, unit } = parseTerm(line.term)
  const term: Term = `${count + lengthOf(spans) - lengthOf(before)} ${unit}s`
  const again = counted(term, line.start_on, line.start_at, calendar, movesLastDay(parameters))
  return [{ ...nameOf(line), ...again, excluded: saySpans(spans) }]
}

/** The last of the spans that began, or ended, on the wrong day, put right. */
function moved(spans: readonly Span[], side: 'from' | 'until', was: Day, on: Day): Span[] {
  const last = spans.findLastIndex(span => span[side] === was)
  return spans.map((span, i) => (i === last ? { ...span, [side]: on } : span))
}
