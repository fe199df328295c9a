import { addDays, daysAfter, isDay, weekday, yearOf, type Day } from './day.ts'
import { fingerprint } from './fingerprint.ts'
import { holidayNames } from './holiday_names.ts'
import { y2010 } from './holidays/2010.ts'
import { y2011 } from './holidays/2011.ts'
import { y2012 } from './holidays/2012.ts'
import { y2013 } from './holidays/2013.ts'
import { y2014 } from './holidays/2014.ts'
import { y2015 } from './holidays/2015.ts'
import { y2016 } from './holidays/2016.ts'
import { y2017 } from './holidays/2017.ts'
import { y2018 } from './holidays/2018.ts'
import { y2019 } from './holidays/2019.ts'
import { y2020 } from './holidays/2020.ts'
import { y2021 } from './holidays/2021.ts'
import { y2022 } from './holidays/2022.ts'
import { y2023 } from './holidays/2023.ts'
import { y2024 } from './holidays/2024.ts'
import { y2025 } from './holidays/2025.ts'
import { y2026 } from './holidays/2026.ts'
import type { Text } from './words.ts'

/** A year as the State Council announces it: rest as ranges with their holiday, and the weekend days worked instead. */
export type HolidayYear = {
  readonly year: number
  readonly source: string
  readonly rest: readonly (readonly [from: Day, to: Day, name: string])[]
  readonly work: readonly Day[]
}

/** A day set apart here (a storm, a holiday under art. 4 of 全国年节及纪念日放假办法), or worked here. */
export type LocalDay = {
  readonly day: Day
  readonly rest: boolean
  readonly name: string
  readonly source: string
  readonly announcedOn: Day
}

export type DayLook = { readonly rest: boolean; readonly reason: Text; readonly announced: boolean }

export type Calendar = {
  /** Names exactly the data the calendar was built from, so that what was computed with it can say so. */
  readonly version: string
  readonly isAnnounced: (year: number) => boolean
  /** Whether a day is rest, and why. RangeError on a bad day. */
  readonly look: (day: Day) => DayLook
}

// prettier-ignore
export const announced: readonly HolidayYear[] = [
  y2010, y2011, y2012, y2013, y2014, y2015, y2016, y2017, y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026,
]

/**
 * The calendar of rest and working days (全国年节及纪念日放假办法 and the yearly notices), from data alone: pass
 * `[...announced, year]` to load a newly announced year. Of two entries for a year the later in the list holds, of two
 * local days the one announced later; a local day goes before the yearly notice. RangeError on data that cannot be.
 */
export function buildCalendar(extra: readonly LocalDay[] = [], years = announced): Calendar {
  const national = new Map(years.map(year => [year.year, checkYear(year)]))
  const local = new Map(inOrder(extra).map(added => [added.day, checkLocal(added)]))
  const set = new Map([...national.values()].flatMap(daysOf))
  for (const { day, rest, name } of local.values()) set.set(day, { rest, reason: { zh: name, en: name } })

  const isAnnounced = (year: number) => national.has(year)
  return {
    version: versionOf([...national.values()], [...local.values()]),
    isAnnounced,
    look: day => {
      const announced = isAnnounced(yearOf(day))
      const fixed = announced ? undefined : fixedHoliday(day)
      return { ...(set.get(day) ?? fixed ?? ofWeek(day)), announced }
    },
  }
}

type Reading = Omit<DayLook, 'announced'>

const working: Reading = { rest: false, reason: { zh: '工作日', en: 'working day' } }
const madeUp: Reading = { rest: false, reason: { zh: '调休上班', en: 'make-up working day' } }
const saturday: Reading = { rest: true, reason: { zh: '周六', en: 'Saturday' } }
const sunday: Reading = { rest: true, reason: { zh: '周日', en: 'Sunday' } }

function checkYear(year: HolidayYear): HolidayYear {
  const rest = year.rest.flatMap(([from, to]) => [from, to])
  const stray = [...rest, ...year.work].find(day => !isDay(day) || yearOf(day) !== year.year)
  if (stray !== undefined) throw new RangeError(`Holidays of ${year.year}: ${stray} is not a day of that year`)
  const reversed = year.rest.find(([from, to]) => to < from)
  if (reversed) throw new RangeError(`Holidays of ${year.year}: ${reversed[2]} ends before it begins`)
  const odd = year.work.find(day => weekday(day) < 6 || year.rest.some(([from, to]) => from <= day && day <= to))
  if (odd !== undefined) throw new RangeError(`Holidays of ${year.year}: ${odd} cannot be a make-up working day`)
  return year
}

function checkLocal(added: LocalDay): LocalDay {
  const bad = [added.day, added.announcedOn].find(day => !isDay(day))
  if (bad !== undefined) throw new RangeError(`Local day ${added.name}: ${bad} is not a day (YYYY-MM-DD)`)
  return added
}

const inOrder = (extra: readonly LocalDay[]) =>
  extra.toSorted((a, b) => (a.announcedOn === b.announcedOn ? 0 : a.announcedOn < b.announcedOn ? -1 : 1))

const daysOf = ({ rest, work }: HolidayYear): [Day, Reading][] => [
  ...rest.flatMap(([from, to, name]) => daysAfter(addDays(from, -1), to).map(day => pair(day, holiday(name)))),
  ...work.map(day => pair(day, madeUp)),
]

const pair = (day: Day, reading: Reading): [Day, Reading] => [day, reading]

const holiday = (name: string): Reading => ({ rest: true, reason: { zh: name, en: holidayNames.get(name) ?? name } })

/** The holidays of 全国年节及纪念日放假办法 that need no lunar almanac; all that is known of a year before its notice. */
function fixedHoliday(day: Day): Reading | undefined {
  const name = fixedDays.get(day.slice(5))
  return name === undefined ? undefined : holiday(name)
}

const fixedDays = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
])

const ofWeek = (day: Day): Reading => (weekday(day) === 6 ? saturday : weekday(day) === 7 ? sunday : working)

function versionOf(years: HolidayYear[], local: LocalDay[]): string {
  const national = years.toSorted((a, b) => a.year - b.year).map(y => [y.year, y.source, y.rest, y.work])
  const added = local
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(l => [l.day, l.rest, l.name, l.source, l.announcedOn])
  return fingerprint(JSON.stringify([national, added]))
}
