import { addDays, addMonths, dayOf, endOfDay, instantOf, isDay, sayInstant } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { Asked } from './report.ts'

/** What a figure counts: a month, how much of it had happened, and how much of that was known. */
export type Cut = {
  readonly month: string
  readonly start: Day
  readonly monthEnd: Day
  readonly through: Day
  /** `through`, or the month's last day where `through` is later: what counts as done *in the month* ends here. */
  readonly end: Day
  readonly asOf: string
}

/** Reads the two cuts; every problem lands under the name of its field. */
export function readCut({ month, through, asOf }: Asked, now: string): { ok: Cut } | { errors: Errors } {
  const start = `${month ?? dayOf(now).slice(0, 7)}-01`
  const known = instantFrom(asOf, now)
  if (!isDay(start)) return { errors: { month: [noMonth], ...(known === undefined && { asOf: [noInstant] }) } }
  const monthEnd = lastDay(start)
  const day = through ?? monthEnd
  const errors: Record<string, Text[]> = {
    ...(!isDay(day) ? { through: [noDay] } : day < start ? { through: [tooEarly] } : {}),
    ...(known === undefined && { asOf: [noInstant] }),
  }
  return known !== undefined && Object.keys(errors).length === 0 ? { ok: cut(start, day, known) } : { errors }
}

/** A month from its first day through its last. */
export const wholeMonth = (month: string, asOf: string): Cut => cut(`${month}-01`, lastDay(`${month}-01`), asOf)

/** The same stretch so many months earlier, as it is known now; a whole month stays a whole month. */
export function cutEarlier({ start, through, asOf }: Cut, months: number): Cut {
  const isWhole = through === lastDay(through)
  const day = addMonths(through, -months)
  return cut(addMonths(start, -months), isWhole ? lastDay(day) : day, asOf)
}

function cut(start: Day, through: Day, asOf: string): Cut {
  const monthEnd = lastDay(start)
  return { month: start.slice(0, 7), start, monthEnd, through, end: through < monthEnd ? through : monthEnd, asOf }
}

const lastDay = (day: Day): Day => addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)

/** A bare day means its end in Shanghai. */
function instantFrom(text: string | undefined, now: string): string | undefined {
  if (text === undefined) return now
  if (isDay(text)) return endOfDay(text)
  try {
    return sayInstant(instantOf(text))
  } catch {
    return undefined
  }
}

const noMonth = { zh: '请填写年-月，例如 2026-04', en: 'Enter year-month, such as 2026-04' }
const noDay = { zh: '请填写年-月-日，例如 2026-04-30', en: 'Enter year-month-day, such as 2026-04-30' }
const tooEarly = { zh: '截至日不能早于当月一日', en: 'The day cannot be before the month begins' }
const noInstant = {
  zh: '请填写日期或带时区的时刻，例如 2026-05-01 或 2026-05-01T09:00:00+08:00',
  en: 'Enter a day or an instant with its offset, such as 2026-05-01 or 2026-05-01T09:00:00+08:00',
}
