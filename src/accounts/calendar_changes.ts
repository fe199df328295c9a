import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { announced, buildCalendar } from '../law/calendar.ts'
import { addDays, dayOf, daysAfter, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import { change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'

/** As pasted: `2027-01-01 2027-01-03 元旦` a line, and the weekend days worked instead. */
export type NewYear = { year: number; rest: readonly string[]; work: readonly string[]; source: string }
export type LocalDay = { day: Day; rest: boolean; name: string; source: string }

/** Loads the holidays of a year as the State Council announced them; a second announcement replaces the first. */
export async function announceYear(store: Store, by: By, asked: NewYear): Promise<Changed> {
  const read = readYear(asked)
  if ('errors' in read) return invalid(read.errors)
  const { year, source } = asked
  const shared = { source, announced_on: dayOf(by.now), year }
  const rows = [
    ...read.rest.flatMap(([from, to, name]) =>
      daysAfter(addDays(from, -1), to).map(day => ({ day, rest: 1, name, ...shared })),
    ),
    ...asked.work.map(day => ({ day, rest: 0, name: '调休上班', ...shared })),
  ]
  return change(store, async trx => {
    await trx.deleteFrom('calendar_days').where('year', '=', year).execute()
    const local = await trx.selectFrom('calendar_days').select('day').where('year', 'is', null).execute()
    const free = rows.filter(row => !local.some(({ day }) => day === row.day))
    await trx.insertInto('calendar_days').values(free).execute()
    await record(trx, 'calendar', 'announceYear', by, { year, rest: read.rest, work: asked.work, source })
    await askRecalculation(trx, by)
    return done(String(year))
  })
}

/** Days set apart here, or worked here; they go before the yearly notice. */
export async function addCalendarDays(store: Store, by: By, days: readonly LocalDay[]): Promise<Changed> {
  if (days.some(({ day }) => !isDay(day))) return invalid({ day: [badDay] })
  return change(store, async trx => {
    for (const { day, rest, name, source } of days) {
      const row = { rest: rest ? 1 : 0, name, source, announced_on: dayOf(by.now), year: null }
      await trx
        .insertInto('calendar_days')
        .values({ day, ...row })
        .onConflict(conflict => conflict.column('day').doUpdateSet(row))
        .execute()
    }
    await record(trx, 'calendar', 'addCalendarDays', by, { days })
    await askRecalculation(trx, by)
    return done(days.map(({ day }) => day).join(' '))
  })
}

/** The years that are announced, newest first: with this release, or here. */
export async function listAnnouncedYears(db: Db): Promise<{ year: number; source: string }[]> {
  const rows = await db
    .selectFrom('calendar_days')
    .select(['year', 'source'])
    .distinct()
    .where('year', 'is not', null)
    .execute()
  const here = rows.flatMap(({ year, source }) => (year === null ? [] : [{ year, source }]))
  const released = announced.filter(({ year }) => !here.some(row => row.year === year))
  return [...here, ...released].toSorted((a, b) => b.year - a.year)
}

export const listLocalDays = (db: Db) =>
  db.selectFrom('calendar_days').selectAll().where('year', 'is', null).orderBy('day', 'desc').limit(200).execute()

/** The clockwork counts every open deadline again at its next tick. */
async function askRecalculation(trx: Db, { now }: By) {
  const job = { id: randomUUID(), name: 'recalculate', due_at: now, payload: '{}', done_at: null }
  await trx.insertInto('jobs').values(job).execute()
}

type Range = readonly [from: Day, to: Day, name: string]

function readYear({ year, rest, work, source }: NewYear): { rest: Range[] } | { errors: Errors } {
  const read = rest.map(readRange)
  const ranges = read.filter(range => range !== null)
  const bad = rest.find((_, i) => read[i] === null)
  if (bad !== undefined) return { errors: { rest: [unreadable(bad)] } }
  const unread = work.find(day => !isDay(day))
  if (unread !== undefined) return { errors: { work: [unreadable(unread)] } }
  try {
    buildCalendar([], [{ year, rest: ranges, work, source }])
    return { rest: ranges }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { errors: { rest: [impossible(error.message)] } }
  }
}

/** `from to name` or `day name`. */
function readRange(line: string): Range | null {
  const [, from = '', to = from, name = ''] = /^(\S+)(?:\s+(\d{4}-\S+))?\s+(\D.*)$/.exec(line) ?? []
  return isDay(from) && isDay(to) && name !== '' ? [from, to, name] : null
}

const badDay = { zh: '请填写日期，例如 2027-01-01', en: 'Enter a day, for example 2027-01-01' }

const unreadable = (line: string): Text => ({
  zh: `看不懂这一行：“${line}”。请照例子写，例如 2027-01-01 2027-01-03 元旦`,
  en: `This line cannot be read: “${line}”. Write it as in 2027-01-01 2027-01-03 元旦`,
})

/** Every day in its year, no range backwards, only weekends worked. */
const impossible = (why: string): Text => ({
  zh: `日期不能成立，请对照通知核对：须在当年之内、先后不颠倒、上班日须是未放假的周末（${why}）`,
  en: `These days cannot be; check them against the notice: ${why}`,
})
