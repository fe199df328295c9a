import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo, worksOnCases } from '../accounts/visible.ts'
import { isPast, readPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import { countUpTo, MOST, pageAt } from './page.ts'
import type { Due, QueuePage } from './page.ts'

/** Cases in which the actor's organ owes something within a span: in the matter itself, or in its part of it. */
export async function listOwed(
  db: Db,
  actor: Actor,
  due: Due,
  after: string | null,
  limit: number,
): Promise<QueuePage> {
  const places = await clocksOwed(db, actor, due, readPlace(after))
    .limit(limit + 1)
    .execute()
  return pageAt(db, actor, places, limit)
}

export const countOwed = (db: Db, actor: Actor, due: Due): Promise<number> =>
  countUpTo(clocksOwed(db, actor, due, undefined).limit(MOST + 1), db)

/** Of each case the first such clock, the next due first. What stands still is not due. */
export const clocksOwed = (db: Db, actor: Actor, { from = '', before = '9999-12-31' }: Due, after: Place | undefined) =>
  db
    .selectFrom('deadlines')
    .select(['due_on as key', 'case_number as number'])
    .where('owner_organ', '=', worksOnCases(actor) ? (actor.organ ?? '') : '')
    .where('is_open', '=', sql.lit(1))
    .where('is_duty', '=', sql.lit(1))
    .where('paused_on', 'is', null)
    .where('due_on', '>=', from)
    .where('due_on', '<', before)
    .$if(after !== undefined, query => query.where(isPast('due_on', 'case_number', '>', after)))
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deadlines as sooner')
            .select('sooner.round')
            .whereRef('sooner.case_number', '=', 'deadlines.case_number')
            .whereRef('sooner.owner_organ', '=', 'deadlines.owner_organ')
            .where('sooner.is_open', '=', sql.lit(1))
            .where('sooner.is_duty', '=', sql.lit(1))
            .where('sooner.paused_on', 'is', null)
            .where('sooner.due_on', '>=', from)
            .where(isSooner),
        ),
      ),
    )
    .where(eb => eb(seenBy(eb, actor), 'is not', null))
    .where(eb => eb.or([eb('assignment', '!=', ''), isOpen(eb)]))
    .orderBy('due_on')
    .orderBy('case_number')

/** Asked as a value of each clock, which no database can answer by reading every case. */
const seenBy = (eb: ExpressionBuilder<Tables, 'deadlines'>, actor: Actor) =>
  eb
    .selectFrom('cases')
    .select('cases.number')
    .whereRef('cases.number', '=', 'deadlines.case_number')
    .where(visibleTo(actor))

/** The matter itself; what is owed in a part of it, a promise or a report, is owed after its end too. */
const isOpen = (eb: ExpressionBuilder<Tables, 'deadlines'>) =>
  eb.exists(
    eb
      .selectFrom('cases as matter')
      .select('matter.number')
      .whereRef('matter.number', '=', 'deadlines.case_number')
      .where('matter.is_open', '=', sql.lit(1)),
  )

const isSooner = sql<boolean>`(sooner.due_on, sooner.deadline, sooner.assignment, sooner.round) <
  (deadlines.due_on, deadlines.deadline, deadlines.assignment, deadlines.round)`
