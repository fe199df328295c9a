import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, standsBefore, visibleTo, worksOnCases } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'

/**
 * The cases an actor may not see and that may have been counted by the instant, some at a time; or nothing where there
 * is no end to them. What is hidden from those who read the district is walled or an accusation; from those who work
 * for an organ, what has another office: a matter is always with its office. An accusation no figure counts.
 */
export function hiddenFrom(db: Db, actor: Actor, asOf: string): AsyncGenerator<string[]> | undefined {
  if (readsDistrict(actor)) return pages(db, actor, async () => [isWalled(actor), wasAccusedSince(asOf)])
  const { organ } = actor
  if (!worksOnCases(actor) || organ === null) return undefined
  return pages(db, actor, async () => [isWalled(actor), ...(await otherOffices(db, organ)).map(isWithOffice)])
}

type Cases = ExpressionBuilder<Tables, 'cases'>
type MayBe = (eb: Cases) => Expression<SqlBool>

/** One reason after another, so that each is a range of its own index. */
async function* pages(db: Db, actor: Actor, reasons: () => Promise<MayBe[]>, page = 500) {
  for (const mayBe of await reasons())
    for (let after = ''; ;) {
      const rows = await db
        .selectFrom('cases')
        .select('number')
        .where(mayBe)
        .where(eb => eb.not(visibleTo(actor)(eb)))
        .where('number', '>', after)
        .orderBy('number')
        .limit(page)
        .execute()
      if (rows.length > 0) yield rows.map(({ number }) => number)
      if (rows.length < page) break
      after = rows.at(-1)?.number ?? ''
    }
}

const isWalled =
  (actor: Actor): MayBe =>
  eb =>
    eb('number', 'in', walls => walls.selectFrom('walls').select('walls.case_number').where(standsBefore(actor)))

const isWithOffice =
  (office: string): MayBe =>
  eb =>
    eb('office', '=', office)

async function otherOffices(db: Db, organ: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organs')
    .select('id')
    .where('id', '<>', organ)
    .where(eb =>
      eb.exists(eb.selectFrom('cases').select('cases.number').whereRef('cases.office', '=', 'organs.id').limit(1)),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** It was counted as what it was until then; an accusation of which nothing is recorded since is in no figure. */
const wasAccusedSince =
  (asOf: string): MayBe =>
  eb =>
    eb.and([
      eb('restricted', '=', eb.lit(1)),
      eb.exists(
        eb
          .selectFrom('events')
          .select('events.seq')
          .where(event => event('events.stream', '=', event(event.val('case:'), '||', event.ref('cases.number'))))
          .where('events.recorded_at', '>', asOf),
      ),
    ])
