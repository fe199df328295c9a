import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, visibleTo, worksOnCases } from '../accounts/visible.ts'
import { readPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, Tables } from '../db/tables.ts'
import { countUpTo, MOST, pageAt } from './page.ts'
import type { QueuePage } from './page.ts'
import { rolesJudged, statesJudged, statesOwed } from './part_states.ts'

/** Cases in which the actor's organ has a part of its own to act on: a report is owed after the matter has ended, too. */
export const listParts = async (db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> =>
  pageAt(
    db,
    actor,
    await partsOwed(db, actor, readPlace(after))
      .limit(limit + 1)
      .execute(),
    limit,
  )

/** Cases in which others have reported to the actor's organ and wait for its word. */
export const listJudged = async (db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> =>
  pageAt(
    db,
    actor,
    await partsJudged(db, actor, readPlace(after))
      .limit(limit + 1)
      .execute(),
    limit,
  )

/** Open cases the actor is in charge of, gave an instruction on, or supervises; first those with something reported. */
export const listCharged = async (db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> =>
  pageAt(
    db,
    actor,
    await partsCharged(db, actor, readPlace(after))
      .limit(limit + 1)
      .execute(),
    limit,
  )

export const countParts = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(partsOwed(db, actor, undefined).limit(MOST + 1), db)

export const countJudged = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(partsJudged(db, actor, undefined).limit(MOST + 1), db)

export const countCharged = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(partsCharged(db, actor, undefined).limit(MOST + 1), db)

/** Is this part among those each list is about? The same said of a row that was read. */
export const isOwed = (actor: Actor, part: AssignmentTable, row: CaseTable): boolean =>
  part.organ === actor.organ &&
  owedRoles.includes(part.role) &&
  statesOwed().includes(part.state) &&
  (part.role !== 'hop' || row.awaits_organ !== part.organ)

export const isJudged = (actor: Actor, part: AssignmentTable): boolean =>
  part.sender === actor.organ && statesJudged().includes(part.state) && rolesJudged(actor).includes(part.role)

export const isCharged = (actor: Actor, part: AssignmentTable): boolean => part.person === actor.id

/** By the case's number; a case handed on is left out while it is the matter itself that awaits the organ. */
export const partsOwed = (db: Db, actor: Actor, after: Place | undefined) =>
  openParts(db, actor, after)
    .where('organ', '=', worksOnCases(actor) ? (actor.organ ?? '') : '')
    .where('role', 'in', owedRoles)
    .where('state', 'in', statesOwed())
    .where(eb => eb.or([eb('role', '!=', 'hop'), eb(awaited(eb), 'is distinct from', eb.ref('organ'))]))

export const partsJudged = (db: Db, actor: Actor, after: Place | undefined) =>
  openParts(db, actor, after)
    .where('sender', '=', worksOnCases(actor) || readsDistrict(actor) ? (actor.organ ?? '') : '')
    .where('state', 'in', statesJudged())
    .where(eb => (rolesJudged(actor).length > 0 ? eb('role', 'in', rolesJudged(actor)) : eb.lit(false)))

export const partsCharged = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('assignments')
    .select(['case_number as number', rank.as('key')])
    .where('person', '=', actor.id)
    .where('is_open', '=', sql.lit(1))
    .where(eb => eb(seenBy(eb, actor), 'is not', null))
    .groupBy('case_number')
    .$if(after !== undefined, query =>
      query.having(sql<boolean>`(${rank}, case_number) > (${after?.key ?? ''}, ${after?.number ?? ''})`),
    )
    .orderBy('key')
    .orderBy('case_number')

const openParts = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('assignments')
    .select(['case_number as number', sql<string>`''`.as('key')])
    .distinct()
    .where('is_open', '=', sql.lit(1))
    .where('case_number', '>', after?.number ?? '')
    .where(eb => eb(seenBy(eb, actor), 'is not', null))
    .orderBy('case_number')

/** The case, if the actor may see it: asked as a value of each part, which no database can answer by reading every case. */
const seenBy = (eb: ExpressionBuilder<Tables, 'assignments'>, actor: Actor) =>
  eb
    .selectFrom('cases')
    .select('cases.number')
    .whereRef('cases.number', '=', 'assignments.case_number')
    .where(visibleTo(actor))

/** The organ the case itself awaits. */
const awaited = (eb: ExpressionBuilder<Tables, 'assignments'>) =>
  eb.selectFrom('cases').select('cases.awaits_organ').whereRef('cases.number', '=', 'assignments.case_number')

const rank = sql<string>`min(case when state in (${sql.join(statesJudged())}) then '0' else '1' end)`

// prettier-ignore
const owedRoles: AssignmentTable['role'][] = ['co-handler', 'separate', 'hop', 'supervision', 'proposal', 'instruction', 'outcome']
