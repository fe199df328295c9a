import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { answeringDeadlines } from '../reports/counted.ts'

/** Nothing is counted further than the page will say. */
export const MOST = 999

/** First and last day, both included. */
type Span = { from?: Day; to: Day }

/**
 * Open duties that run out within a span, the next first, in matters the actor may see. Accusations are left out, as they
 * are of every figure beside them; what stands still is not due; what is owed in a part of a matter is owed after its end.
 */
export const clocksDue = (db: Db, actor: Actor, { from = '', to }: Span) =>
  db
    .selectFrom('deadlines')
    .select(['case_number', 'deadline', 'owner_role', 'owner_organ', 'due_on', 'provisional'])
    .where('is_open', '=', sql.lit(1))
    .where('is_duty', '=', sql.lit(1))
    .where('paused_on', 'is', null)
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .where(eb => eb(seenBy(eb, actor), 'is not', null))
    .orderBy('due_on')
    .orderBy('case_number')

/** Of these the answers, of petitions, suggestions and proposals alike: as the closure rate counts them. */
export const answersDue = (db: Db, actor: Actor, span: Span) =>
  clocksDue(db, actor, span).where('deadline', 'in', [...answers])

export const answers: ReadonlySet<string> = new Set(answeringDeadlines.map(({ deadline }) => deadline))

/** Asked as a value of each clock, which no database can answer by reading every case. */
const seenBy = (eb: ExpressionBuilder<Tables, 'deadlines'>, actor: Actor) =>
  eb
    .selectFrom('cases')
    .select('cases.number')
    .whereRef('cases.number', '=', 'deadlines.case_number')
    .where('cases.restricted', '=', sql.lit(0))
    .where('cases.drafted', '=', sql.lit(0))
    .where(of => of.or([of('cases.is_open', '=', sql.lit(1)), of('deadlines.assignment', '!=', '')]))
    .where(visibleTo(actor))

/** How many matters they are of; one more than `MOST` says that there are more. */
export async function countMatters(db: Db, clocks: ReturnType<typeof clocksDue>): Promise<number> {
  const row = await db
    .selectFrom(clocks.limit(MOST + 1).as('l'))
    .select(eb => eb.fn.count<number>('l.case_number').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
