import type { ExpressionBuilder } from 'kysely'
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
  if (readsDistrict(actor)) return pages(db, actor, eb => eb.or([isWalled(eb, actor), wasAccusedSince(eb, asOf)]))
  if (!worksOnCases(actor) || actor.organ === null) return undefined
  const { organ } = actor
  return pages(db, actor, eb => eb.or([isWalled(eb, actor), hasOtherOffice(eb, organ)]))
}

type Cases = ExpressionBuilder<Tables, 'cases'>

async function* pages(db: Db, actor: Actor, mayBe: (eb: Cases) => ReturnType<Cases['or']>, page = 500) {
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
    if (rows.length < page) return
    after = rows.at(-1)?.number ?? ''
  }
}

const isWalled = (eb: Cases, actor: Actor) =>
  eb('number', 'in', walls => walls.selectFrom('walls').select('walls.case_number').where(standsBefore(actor)))

const hasOtherOffice = (eb: Cases, organ: string) =>
  eb('office', 'in', of => of.selectFrom('organs').select('organs.id').where('organs.id', '<>', organ))

/** It was counted as what it was until then; an accusation of which nothing is recorded since is in no figure. */
const wasAccusedSince = (eb: Cases, asOf: string) =>
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
