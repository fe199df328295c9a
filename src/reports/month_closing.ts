import type { Calendar } from '../law/calendar.ts'
import { addDays, addMonths, instantOf, sayInstant } from '../law/day.ts'

/**
 * The instant at which a month is closed: the set hour of the first working day of the month after. What is recorded
 * later changes nothing in it.
 */
export function closesAt(month: string, hour: number, calendar: Calendar): string {
  const day = workingDayFrom(addMonths(`${month}-01`, 1), calendar)
  return sayInstant(instantOf(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`))
}

const workingDayFrom = (day: string, calendar: Calendar): string =>
  calendar.look(day).rest ? workingDayFrom(addDays(day, 1), calendar) : day

/**
 * The months to be closed by now, oldest first: each after the last that was, or the last month alone where none was.
 * A server that stood still for a year catches up.
 */
export function monthsToClose(
  last: string | undefined,
  now: string,
  closes: (month: string) => string,
  today: string,
): string[] {
  const before = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const months: string[] = []
  let month = last === undefined ? before : addMonths(`${last}-01`, 1).slice(0, 7)
  while (month <= before) {
    if (closes(month) <= now) months.push(month)
    month = addMonths(`${month}-01`, 1).slice(0, 7)
  }
  return months
}
