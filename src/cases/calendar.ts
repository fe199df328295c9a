import type { Db } from '../db/dialect.ts'
import { announced, buildCalendar } from '../law/calendar.ts'
import type { Calendar, HolidayYear } from '../law/calendar.ts'

let built: { key: string; calendar: Calendar } | undefined

/** The calendar in force: the announced years of this release, and what the office has added since. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  const rows = await db.selectFrom('calendar_days').selectAll().orderBy('day').execute()
  const key = JSON.stringify(rows)
  if (built?.key === key) return built.calendar
  const local = rows.filter(row => row.year === null)
  const years = [...new Set(rows.flatMap(row => row.year ?? []))].map((year): HolidayYear => {
    const days = rows.filter(row => row.year === year)
    return {
      year,
      source: days[0]?.source ?? '',
      rest: days.filter(row => row.rest === 1).map(row => [row.day, row.day, row.name]),
      work: days.filter(row => row.rest === 0).map(row => row.day),
    }
  })
  const extra = local.map(row => ({
    day: row.day,
    rest: row.rest === 1,
    name: row.name,
    source: row.source,
    announcedOn: row.announced_on,
  }))
  built = { key, calendar: buildCalendar(extra, [...announced, ...years]) }
  return built.calendar
}
