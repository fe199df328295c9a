import { dayOf, instantOf, sayInstant } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Checked } from '../law/identifiers.ts'
import type { Text } from '../law/words.ts'

/** When something happened: the day in Shanghai, and the instant (UTC) where the ledger knows the time of day. */
export type Moment = { readonly at: string | null; readonly on: Day }

/**
 * A time in any of the ledger's shapes. `now` is an instant; nothing later than it has happened.
 * Midnight without an offset is a day whose time is not known: spreadsheets write days so.
 */
export function parseTime(text: string, now: string): Checked<Moment> {
  const moment = readTime(plain(text))
  if (moment === undefined) return { problem: notATime }
  if (moment === 'impossible') return { problem: noSuchTime }
  if (moment.on < '1990-01-01') return { problem: tooEarly(moment.on) }
  return isAfter(moment, now) ? { problem: notYet(moment.on) } : { ok: moment }
}

/** The wall clock of a spreadsheet's day number (1900 system, in which 1900-02-29 existed), to the second. */
export function fromDayNumber(days: number): Temporal.PlainDateTime {
  const seconds = Math.round(days * 86_400)
  const zero = days < 60 ? '1899-12-31' : '1899-12-30'
  return Temporal.PlainDateTime.from(`${zero}T00:00`).add({ seconds })
}

type Reading = Moment | 'impossible' | undefined

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/, '$1-$2-$3 ')
    .replace(/(\d)\s*[时点]\s*(?=\d)/, '$1:')
    .replace(/(\d)\s*[时点]$/, '$1:00')
    .replace(/(\d)\s*分\s*(?=\d)/, '$1:')
    .replace(/(\d)\s*[分秒]$/, '$1')
    .trim()

function readTime(text: string): Reading {
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return fromWall(fromDayNumber(Number(text)))
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return year ? fromFields({ year, month, day }, undefined) : readWritten(text)
}

function readWritten(text: string): Reading {
  const found = written.exec(text)
  return found?.groups && fromFields(found.groups, found.groups.offset)
}

const written =
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:(?:\s*T|\s+)(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

function fromFields(fields: Record<string, string | undefined>, offset: string | undefined): Reading {
  const millisecond = Number((fields.fraction ?? '').padEnd(3, '0').slice(0, 3))
  const { year, month, day } = { year: Number(fields.year), month: Number(fields.month), day: Number(fields.day) }
  const clock = {
    hour: Number(fields.hour ?? 0),
    minute: Number(fields.minute ?? 0),
    second: Number(fields.second ?? 0),
  }
  try {
    const wall = Temporal.PlainDateTime.from({ year, month, day, ...clock, millisecond }, { overflow: 'reject' })
    return offset ? fromInstant(instantOf(`${wall}${offset.toUpperCase()}`)) : fromWall(wall)
  } catch (error) {
    if (error instanceof RangeError) return 'impossible'
    throw error
  }
}

function fromWall(wall: Temporal.PlainDateTime): Moment {
  const day = wall.toPlainDate().toString()
  const midnight = wall.toPlainTime().equals(Temporal.PlainTime.from('00:00'))
  return { at: midnight ? null : sayInstant(wall.toZonedDateTime('Asia/Shanghai').toInstant()), on: day }
}

const fromInstant = (instant: Temporal.Instant): Moment => ({ at: sayInstant(instant), on: dayOf(instant) })

const isAfter = (moment: Moment, now: string): boolean =>
  moment.at === null ? moment.on > dayOf(now) : moment.at > sayInstant(instantOf(now))

const notATime: Text = {
  zh: '看不懂的时间。请写成 2019/2/28 11:25:05、2019-02-28、2019年2月28日 11时25分，或表格软件的日期单元格',
  en: 'This is no time that can be read. Write 2019/2/28 11:25:05, 2019-02-28, 2019年2月28日 11时25分, or use a date cell',
}

const noSuchTime: Text = {
  zh: '没有这一天或这一时刻。请对照原件改正（一天的最后时刻写 23:59:59）',
  en: 'There is no such day or time of day. Correct it from the original (the last second of a day is 23:59:59)',
}

const tooEarly = (day: Day): Text => ({
  zh: `这个时间读作 ${day}，早于1990年。请写全四位年份的日期，如 2019/2/28`,
  en: `This reads as ${day}, before 1990. Write the date with a year of four digits, such as 2019/2/28`,
})

const notYet = (day: Day): Text => ({
  zh: `这个时间读作 ${day}，还没有到。台账只收已经发生的事，请改正`,
  en: `This reads as ${day}, which is yet to come. A ledger holds what has happened; correct it`,
})
