import type { Calendar, DayLook } from './calendar.ts'
import { addDays, addMonths, dayOf, daysAfter, daysBetween, instantOf, isDay, sayInstant, type Day } from './day.ts'
import { parseTerm, type Term } from './term.ts'
import type { Text } from './words.ts'

/** How a term in calendar days or months ends, and from which last day on that is the law. */
export type CountingRule = { readonly from: Day; readonly moveLastDay: boolean; readonly cites: string }

/** What an office has settled otherwise: `{ moveLastDay: false }` where it counts days strictly. */
export type LocalCounting = { readonly moveLastDay?: boolean; readonly cites?: string }

export type Step = { readonly day: Day; readonly counted: boolean; readonly reason: Text }

/** `raw` is the last day before it is moved, null where nothing moves; `dueAt` is an instant for terms in hours. */
export type Due = {
  readonly start: string
  readonly raw: Day | null
  readonly due: Day
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly trace: readonly Step[]
}

// prettier-ignore
export const countingLaw: readonly [CountingRule, ...CountingRule[]] = [
  { from: '1987-01-01', moveLastDay: true, cites: '民法通则 154' },
  { from: '2017-10-01', moveLastDay: true, cites: '民法总则 203' },
  { from: '2021-01-01', moveLastDay: true, cites: '民法典 203' },
]

/**
 * The last day of a term, and how it was counted (民法典 201–203): the day of the start is not counted, months end on
 * the corresponding day or the month's last, a last day that is rest runs to the next working day. `start` is a day, or
 * an instant (ISO 8601 with an offset), which stands for its day in Shanghai; hours need an instant and run through
 * holidays. `provisional`: whether the answer rests on rest or work of a day in a year not announced.
 * RangeError on a bad start or term.
 */
export function computeDue({ start, term, calendar, law = {} }: DueQuestion): Due {
  const { count, unit } = parseTerm(term)
  if (unit === 'hour') return inHours(start, count, calendar)
  const from = isDay(start) ? start : dayOf(start)
  switch (unit) {
    case 'calendar day':
      return through(from, addDays(from, count), calendar, law)
    case 'calendar month':
      return through(from, addMonths(from, count), calendar, law)
    case 'working day':
      return inWorkingDays(from, count, calendar)
  }
}

/**
 * A running term made longer: counts on from its raw last day, not from the day that was moved to (民法典 201–203).
 * A term in working days has no raw day; pass its due day. RangeError on a bad day or term.
 */
export const extendDue = (previousRaw: Day, term: Term, calendar: Calendar, law: LocalCounting = {}): Due =>
  computeDue({ start: previousRaw, term, calendar, law })

/**
 * Days left from today to the due day, today not counted (民法典 201): 0 on the due day itself, negative when late.
 * RangeError on a bad day.
 */
export function remaining(today: Day, due: Day, calendar: Calendar): { calendarDays: number; workingDays: number } {
  const workingDays = (a: Day, b: Day) => daysAfter(a, b).filter(day => !calendar.look(day).rest).length
  return {
    calendarDays: daysBetween(today, due),
    workingDays: workingDays(today, due) - workingDays(due, today),
  }
}

export type DueQuestion = {
  readonly start: string
  readonly term: Term
  readonly calendar: Calendar
  readonly law?: LocalCounting | undefined
}

function inHours(start: string, count: number, calendar: Calendar): Due {
  const begun = instantOf(start)
  const ends = begun.add({ hours: count })
  const due = dayOf(ends)
  const trace = daysAfter(dayOf(begun), due).map(day => step(day, true, throughRest(hourly, calendar.look(day))))
  return { start: sayInstant(begun), raw: null, due, dueAt: sayInstant(ends), provisional: false, trace }
}

function inWorkingDays(start: Day, count: number, calendar: Calendar): Due {
  const trace: Step[] = []
  let due = start
  let provisional = false
  for (let left = count; left > 0;) {
    due = addDays(due, 1)
    const { rest, reason, announced } = calendar.look(due)
    trace.push(step(due, !rest, reason))
    provisional ||= !announced
    if (!rest) left--
  }
  return { start, raw: null, due, dueAt: null, provisional, trace }
}

function through(start: Day, raw: Day, calendar: Calendar, law: LocalCounting): Due {
  const { moveLastDay, cites } = { ...ruleFor(raw), ...law }
  const due = moveLastDay ? firstWorkingDay(raw, calendar) : raw
  const moved = daysAfter(raw, due)
  const trace = [
    ...daysAfter(start, raw).map(day => step(day, true, throughRest(daily, calendar.look(day)))),
    ...moved.map(day => step(day, false, day === due ? restsHere(cites) : calendar.look(day).reason)),
  ]
  const provisional = moveLastDay && [raw, ...moved].some(day => !calendar.look(day).announced)
  return { start, raw, due, dueAt: null, provisional, trace }
}

const ruleFor = (raw: Day): CountingRule => countingLaw.findLast(rule => rule.from <= raw) ?? countingLaw[0]

function firstWorkingDay(day: Day, calendar: Calendar): Day {
  let found = day
  while (calendar.look(found).rest) found = addDays(found, 1)
  return found
}

const step = (day: Day, counted: boolean, reason: Text): Step => ({ day, counted, reason })

const daily: Text = { zh: '自然日', en: 'calendar day' }
const hourly: Text = { zh: '连续计时', en: 'hours run on' }

/** A rest day in the middle of a term counts, and is named so that nobody wonders. */
const throughRest = (how: Text, { rest, reason }: DayLook): Text =>
  rest ? { zh: `${how.zh}（${reason.zh}）`, en: `${how.en} (${reason.en})` } : how

const restsHere = (cites: string): Text => ({
  zh: `其后第一个工作日，${cites}`,
  en: `first working day after, ${cites}`,
})
