import { sql } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import { endOfDay, lastDayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Cut } from './cut.ts'
import { touchedBetween } from './touched.ts'

/**
 * The cases that may add something else to a cut's figures at the later instant. Once the month is over only lines
 * recorded in a later month than they are counted in can change it: a range of an index that holds no others.
 */
export async function restatedCases(db: Db, cut: Cut, against: string): Promise<string[]> {
  const last = cut.through > cut.last ? cut.through : cut.last
  const over = endOfDay(lastDayOf(last))
  const within = cut.asOf < over ? await touchedBetween(db, cut.asOf, earlier(against, over)) : []
  const rows = await recordedLater(db, cut.asOf < over ? over : cut.asOf, against, last).execute()
  return [...new Set([...within, ...rows.map(row => row.case_number)])].sort()
}

export const recordedLater = (db: Db, after: string, through: string, last: Day) =>
  db
    .selectFrom('facts')
    .select('case_number')
    .distinct()
    .where(sql<boolean>`substr(recorded_on, 1, 7) > substr(on_day, 1, 7)`)
    .where('recorded_at', '>', after)
    .where('recorded_at', '<=', through)
    .where('on_day', '<=', last)

/** Those the actor may not see and that may be in a figure: what was found to be an accusation was taken out of all of them. */
export const hiddenLater = (db: Db, actor: Actor, after: string, through: string, last: Day) =>
  recordedLater(db, after, through, last)
    .where('restricted', '=', 0)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cases')
            .select('cases.number')
            .whereRef('cases.number', '=', 'facts.case_number')
            .where(visibleTo(actor)),
        ),
      ),
    )

const earlier = (a: string, b: string) => (a < b ? a : b)
