import type { Text } from './words.ts'
/** A day of the law, YYYY-MM-DD, always that of Asia/Shanghai; days compare as text. */
export type Day = string

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => read(text) !== null

/** The day it is in Shanghai at an instant (ISO 8601 with an offset). RangeError when it is no instant. */
export const dayOf = (instant: string | Temporal.Instant): Day =>
  writeDay(instantOf(instant).toZonedDateTimeISO(zone).toPlainDate())

/** The last day of which anything lies before the instant: midnight belongs to the day that ends. RangeError when it is no instant. */
export const dayBefore = (instant: string): Day => dayOf(instantOf(instant).subtract({ milliseconds: 1 }))

/** The instant at which the day ends (民法典 203: 24:00), in UTC. RangeError on a bad day. */
export const endOfDay = (day: Day): string => sayInstant(plain(day).add({ days: 1 }).toZonedDateTime(zone).toInstant())

/** The day n days later, or earlier when n is negative. RangeError on a bad day. */
export const addDays = (day: Day, n: number): Day => writeDay(plain(day).add({ days: n }))

/** 民法典 202: the corresponding day n calendar months on, or that month's last day. RangeError on a bad day. */
export const addMonths = (day: Day, n: number): Day => writeDay(plain(day).add({ months: n }))

/** The month n months after that of a day or month, or before it when n is negative. RangeError on a bad one. */
export const monthAfter = (day: Day, n = 1): string => addMonths(`${day.slice(0, 7)}-01`, n).slice(0, 7)

/** The last day of the month of a day or month. RangeError on a bad one. */
export const lastDayOf = (day: Day): Day => addDays(`${monthAfter(day)}-01`, -1)

/** Calendar days from a to b, negative when b is earlier. RangeError on a bad day. */
export const daysBetween = (a: Day, b: Day): number => plain(a).until(plain(b)).days

/** The days after a up to and with b, in order; none when b is not later. RangeError on a bad day. */
export function daysAfter(a: Day, b: Day): Day[] {
  const first = plain(a)
  return Array.from({ length: Math.max(0, daysBetween(a, b)) }, (_, i) => writeDay(first.add({ days: i + 1 })))
}

/** 1 for Monday to 7 for Sunday. RangeError on a bad day. */
export const weekday = (day: Day): number => plain(day).dayOfWeek

/** The year of a day. RangeError on a bad day. */
export const yearOf = (day: Day): number => plain(day).year

/** An instant from ISO 8601 text with an offset. RangeError naming the text otherwise. */
export function instantOf(instant: string | Temporal.Instant): Temporal.Instant {
  try {
    return Temporal.Instant.from(instant)
  } catch {
    throw new RangeError(`Not an instant (ISO 8601 with an offset): ${instant}`)
  }
}

/** UTC to the millisecond, of one width, so that instants compare as text. */
export const sayInstant = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' })

const zone = 'Asia/Shanghai'

function plain(day: Day): Temporal.PlainDate {
  const date = read(day)
  if (!date) throw new RangeError(`Not a day (YYYY-MM-DD): ${day}`)
  return date
}

function read(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  const nearest = { year: Number(year), month: Number(month), day: Number(day) }
  const date = year === undefined ? null : Temporal.PlainDate.from(nearest)
  return date?.day === nearest.day ? date : null
}

function writeDay(date: Temporal.PlainDate): Day {
  if (date.year < 0 || date.year > 9999) throw new RangeError(`Not a day of four-digit years: ${date}`)
  return date.toString()
}

/** `2026年10月8日`, `8 October 2026`. Spelt here: a runtime without Chinese locale data would print `2026/10/8`. */
export function sayDay(day: Day): Text {
  const [year, month = 1, date] = day.split('-').map(Number)
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${months[month - 1]} ${year}` }
}

/** `2026年10月`, `October 2026`. */
export function sayMonth(month: string): Text {
  const [year, number = 1] = month.split('-').map(Number)
  return { zh: `${year}年${number}月`, en: `${months[number - 1]} ${year}` }
}

const months = 'January February March April May June July August September October November December'.split(' ')
