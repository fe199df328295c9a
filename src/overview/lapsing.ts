import { findOrgans } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Calendar } from '../law/calendar.ts'
import { daysAfter, weekday, yearOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import type { Text } from '../law/words.ts'
import { edition } from '../procedures/registry.ts'
import { clocksDue, MOST } from './clocks.ts'

/** What runs out on one day: how much, and whose it is, the organ with the most first. */
export type LapsingDay = {
  day: Day
  count: number
  organs: { name: Text; count: number }[]
  /** A weekend’s day that is worked. */
  isMadeUp: boolean
  isProvisional: boolean
}

/** A duty about to run out: of what, which, whose, by when. */
export type LapsingClock = { number: string; title: string; clock: Text; owner: Text; due: Day }

/** Today and the five working days after it; a day of rest between them only where something runs out on it. */
export async function lapsingDays(db: Db, actor: Actor, today: Day, calendar: Calendar): Promise<LapsingDay[]> {
  const days: LapsingDay[] = []
  for (const day of daysUpTo(today, calendar)) {
    const groups = await ownersOn(db, actor, day).execute()
    const count = groups.reduce((sum, { n }) => sum + Number(n), 0)
    if (count === 0 && calendar.look(day).rest) continue
    const names = await findOrgans(
      db,
      groups.flatMap(({ owner_organ }) => owner_organ ?? []),
    )
    days.push({
      day,
      count,
      isMadeUp: !calendar.look(day).rest && weekday(day) > 5,
      isProvisional: !calendar.isAnnounced(yearOf(day)) || groups.some(({ provisional }) => provisional === 1),
      organs: groups
        .map(({ owner_organ, n }) => ({ name: names.get(owner_organ ?? '') ?? nobody, count: Number(n) }))
        .toSorted((a, b) => b.count - a.count),
    })
  }
  return days
}

/** The first few of them. */
export async function lapsingFirst(
  { reader, master }: Store,
  actor: Actor,
  today: Day,
  calendar: Calendar,
  most: number,
): Promise<LapsingClock[]> {
  const to = daysUpTo(today, calendar).at(-1) ?? today
  const clocks = await clocksDue(reader, actor, { from: today, to }).limit(most).execute()
  const numbers = clocks.map(clock => clock.case_number)
  const cases = await reader
    .selectFrom('cases')
    .select(['number', 'procedure', 'procedure_version'])
    .where('number', 'in', ['', ...numbers])
    .execute()
  const titles = await readTitles(reader, master, numbers)
  const names = await findOrgans(
    reader,
    clocks.flatMap(({ owner_organ }) => owner_organ ?? []),
  )
  return clocks.map(({ case_number: number, deadline, owner_organ, due_on }) => {
    const own = cases.find(row => row.number === number)
    const spec = own && edition(own.procedure, own.procedure_version).deadlines[deadline]
    return {
      number,
      title: titles.get(number) ?? number,
      clock: spec?.title ?? { zh: deadline, en: deadline },
      owner: names.get(owner_organ ?? '') ?? nobody,
      due: due_on,
    }
  })
}

function daysUpTo(today: Day, calendar: Calendar): Day[] {
  const { due } = computeDue({ start: today, term: '5 working days', calendar })
  return [today, ...daysAfter(today, due)]
}

/** Of a day's first clocks, how many each organ owes. */
export const ownersOn = (db: Db, actor: Actor, day: Day) =>
  db
    .selectFrom(
      clocksDue(db, actor, { from: day, to: day })
        .limit(MOST + 1)
        .as('l'),
    )
    .select('l.owner_organ')
    .select(eb => [eb.fn.countAll<number>().as('n'), eb.fn.max('l.provisional').as('provisional')])
    .groupBy('l.owner_organ')
    .orderBy('l.owner_organ')

const nobody: Text = { zh: '—', en: '—' }
