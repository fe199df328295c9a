import { addMonths, dayBefore, dayOf, endOfDay, instantOf, isDay, lastDayOf, sayInstant, sayMonth } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { Asked, PeriodKind } from './report.ts'

/** What a figure counts: a period, how much of it had happened, and how much of that was known. */
export type Cut = {
  readonly kind: PeriodKind
  /** `2026-04`, `2026`, or the id of a session. */
  readonly period: string
  /** The period in words. */
  readonly title: Text
  readonly start: Day
  /** The period's last day. */
  readonly last: Day
  readonly through: Day
  /** `through`, or the period's last day where `through` is later: what counts as done *in the month* ends here. */
  readonly end: Day
  readonly asOf: string
}

/** Reads the two cuts; every problem lands under the name of its field. What begins after the instant cannot be asked for. */
export function readCut(
  { through, asOf, ...asked }: Asked,
  now: string,
  kind: PeriodKind = 'month',
  session?: Session,
): { ok: Cut } | { errors: Errors } {
  const known = instantFrom(asOf, now)
  const wrong = { ...(known === undefined && { asOf: [noInstant] }) }
  const found = stretchOf(kind, asked, known ?? now, session)
  if ('problem' in found) return { errors: { [kind]: [found.problem], ...wrong } }
  const day = through ?? found.last
  const errors: Record<string, Text[]> = {
    ...(!isInReach(day) ? { through: [noDay] } : day < found.start ? { through: [tooEarly] } : {}),
    ...wrong,
  }
  if (known === undefined || Object.keys(errors).length > 0) return { errors }
  // A session has no last day of its own: its matters are followed to the day that is asked for.
  const last = kind === 'session' ? day : found.last
  return { ok: { kind, ...found, last, through: day, end: day < last ? day : last, asOf: known } }
}

type Session = Text & { id: string; from_day: Day }
type Stretch = Pick<Cut, 'period' | 'title' | 'start' | 'last'>

function stretchOf(kind: PeriodKind, asked: Asked, now: string, session?: Session): Stretch | { problem: Text } {
  switch (kind) {
    case 'month': {
      const newest = dayBefore(now).slice(0, 7)
      const month = asked.month ?? newest
      if (!isInReach(`${month}-01`)) return { problem: noMonth }
      return month > newest ? { problem: notBegun({ zh: '月', en: 'month' }, sayMonth(newest)) } : monthOf(month)
    }
    case 'year': {
      const newest = dayBefore(now).slice(0, 4)
      const year = asked.year ?? newest
      if (!isInReach(`${year}-01-01`)) return { problem: noYear }
      return year > newest ? { problem: notBegun({ zh: '年份', en: 'year' }, yearTitle(newest)) } : yearOf(year)
    }
    case 'session':
      return session
        ? { period: session.id, title: { zh: session.zh, en: session.en }, start: session.from_day, last: dayOf(now) }
        : { problem: noSession }
  }
}

/** A month from its first day through its last. */
export function wholeMonth(month: string, asOf: string): Cut {
  const found = monthOf(month)
  return { kind: 'month', ...found, through: found.last, end: found.last, asOf }
}

/** A month from its first day through this one, whatever was known when. */
export function throughDay(day: Day): Cut {
  const cut = cuts.get(day) ?? { ...wholeMonth(day.slice(0, 7), ''), through: day, end: day }
  cuts.set(day, cut)
  return cut
}

const cuts = new Map<Day, Cut>()

/** A year from its first day through this one, whatever was known when. */
export function throughDayOfYear(day: Day): Cut {
  const year = day.slice(0, 4)
  return { kind: 'year', ...yearOf(year), through: day, end: day, asOf: '' }
}

const monthOf = (month: string): Stretch => ({
  period: month,
  title: sayMonth(month),
  start: `${month}-01`,
  last: lastDayOf(`${month}-01`),
})

const yearOf = (year: string): Stretch => ({
  period: year,
  title: yearTitle(year),
  start: `${year}-01-01`,
  last: `${year}-12-31`,
})

const yearTitle = (year: string): Text => ({ zh: `${year}年`, en: year })

/** The last day of which anything can be known: `through`, or the day of the instant where that is earlier. */
export function knownThrough({ through, asOf }: Pick<Cut, 'through' | 'asOf'>): Day {
  const known = dayBefore(asOf)
  return known < through ? known : through
}

/** The same stretch so many months earlier, as it is known now; a whole month stays a whole month. */
export function cutEarlier({ kind, start, last, through, asOf }: Cut, months: number): Cut {
  const back = (day: Day) => (day === lastDayOf(day) ? lastDayOf(addMonths(day, -months)) : addMonths(day, -months))
  const earlier = { start: addMonths(start, -months), last: back(last), through: back(through) }
  const end = earlier.through < earlier.last ? earlier.through : earlier.last
  const period = earlier.start.slice(0, kind === 'year' ? 4 : 7)
  const title = kind === 'year' ? yearTitle(period) : sayMonth(period)
  return { kind, period, title, ...earlier, end, asOf }
}

/** A bare day means its end in Shanghai, today means now. What is not known yet cannot be asked for: undefined. */
function instantFrom(text: string | undefined, now: string): string | undefined {
  if (text === undefined) return now
  if (text === dayOf(now)) return now
  try {
    const instant = isDay(text) ? endOfDay(text) : sayInstant(instantOf(text))
    return instant <= now && isInReach(instant.slice(0, 10)) ? instant : undefined
  } catch {
    return undefined
  }
}

/** Days and years beside it can be counted: a year before, and a month after, are of four digits still. */
export const isInReach = (day: Day): boolean => isDay(day) && day >= '1900-01-01' && day <= '2999-12-31'

const noMonth = { zh: '请填写年-月，例如 2026-04', en: 'Enter year-month, such as 2026-04' }
const noYear = { zh: '请填写四位年份，例如 2026', en: 'Enter a year of four digits, such as 2026' }
/** A period that lies ahead of the instant has no figures: an answer of noughts would read as one. */
const notBegun = (what: Text, newest: Text): Text => ({
  zh: `这个${what.zh}还没有开始，请选择 ${newest.zh}或以前`,
  en: `This ${what.en} has not begun; choose ${newest.en} or earlier`,
})
const noSession = { zh: '请选择届次', en: 'Choose a session' }
const noDay = { zh: '请填写年-月-日，例如 2026-04-30', en: 'Enter year-month-day, such as 2026-04-30' }
const tooEarly = { zh: '截至日不能早于统计期的首日', en: 'The day cannot be before the period begins' }
const noInstant = {
  zh: '请填写今天或以前的日期，或者带时区的时刻，例如 2026-05-01 或 2026-05-01T09:00:00+08:00',
  en: 'Enter today or an earlier day, or an instant with its offset, such as 2026-05-01 or 2026-05-01T09:00:00+08:00',
}
