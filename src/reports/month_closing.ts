import { loadCalendar } from '../cases/calendar.ts'
import { parameterByDay } from '../cases/parameters.ts'
import type { Db } from '../db/dialect.ts'
import type { Calendar } from '../law/calendar.ts'
import { addDays, instantOf, monthAfter, sayInstant } from '../law/day.ts'
import type { Day } from '../law/day.ts'

/**
 * The instant at which a month is closed: the set hour of the first working day of the month after. What is recorded
 * later changes nothing in it.
 */
export function closesAt(month: string, hour: number, calendar: Calendar): string {
  return sayInstant(instantOf(`${closingDay(month, calendar)}T${String(hour).padStart(2, '0')}:00:00+08:00`))
}

/** When any month is closed: at the hour in force on its closing day, however late a server gets round to it. */
export async function closingOf(db: Db): Promise<(month: string) => string> {
  const calendar = await loadCalendar(db)
  const hourOn = await parameterByDay(db, 'closingHour')
  return month => closesAt(month, Math.min(23, Number(hourOn(closingDay(month, calendar)))), calendar)
}

const closingDay = (month: string, calendar: Calendar): Day => workingDayFrom(`${monthAfter(month)}-01`, calendar)

const workingDayFrom = (day: Day, calendar: Calendar): Day =>
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
  const before = monthAfter(today, -1)
  const months: string[] = []
  let month = last === undefined ? before : monthAfter(last)
  while (month <= before) {
    if (closes(month) <= now) months.push(month)
    month = monthAfter(month)
  }
  return months
}
