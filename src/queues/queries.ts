import { sql } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo, worksOnCases } from '../accounts/visible.ts'
import { dueDay, isPast, readPlace, sayPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { CaseTable } from '../db/tables.ts'
import { countUpTo, MOST } from './page.ts'
import type { Due, QueuePage } from './page.ts'
import { statesDecided } from './part_states.ts'

/** Open cases that await one of the actor's roles in the actor's organ, the next due first. */
export async function listAwaitingMe(db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> {
  const place = readPlace(after)
  const each = await Promise.all(actor.roles.map(role => awaitingRole(db, actor, role, place, limit + 1).execute()))
  return pageOf(each.flat().sort(byDue), limit)
}

/** Open cases that await the actor's organ, whoever it is there. */
export const listAwaitingUnit = async (db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> =>
  pageOf(await awaitingOrgan(db, actor, readPlace(after), limit + 1).execute(), limit)

/** Open cases that await another in the actor's organ, but that the actor may decide as well. */
export const listAwaitingDecision = async (
  db: Db,
  actor: Actor,
  after: string | null,
  limit: number,
): Promise<QueuePage> => pageOf(await awaitingDecision(db, actor, readPlace(after), limit + 1).execute(), limit)

/** Open cases of the whole district that are due within a span, for those who read it. */
export async function listDueInDistrict(
  db: Db,
  actor: Actor,
  due: Due,
  after: string | null,
  limit: number,
): Promise<QueuePage> {
  return pageOf(await dueInDistrict(db, actor, due, readPlace(after), limit + 1).execute(), limit)
}

export const countAwaitingMe = async (db: Db, actor: Actor): Promise<number> => {
  const each = await Promise.all(
    actor.roles.map(role => countUpTo(awaitingRole(db, actor, role, undefined, MOST + 1), db)),
  )
  return each.reduce((sum, count) => sum + count, 0)
}

export const countAwaitingUnit = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(awaitingOrgan(db, actor, undefined, MOST + 1), db)

export const countAwaitingDecision = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(awaitingDecision(db, actor, undefined, MOST + 1), db)

export const countDueInDistrict = (db: Db, actor: Actor, due: Due): Promise<number> =>
  countUpTo(dueInDistrict(db, actor, due, undefined, MOST + 1), db)

export const awaitingRole = (db: Db, actor: Actor, role: string, after: Place | undefined, limit: number) =>
  awaitingOrgan(db, actor, after, limit).where('awaits_role', '=', role)

export const awaitingOrgan = (db: Db, actor: Actor, after: Place | undefined, limit: number) =>
  awaiting(db, actor, worksOnCases(actor) ? actor.organ : null, after, limit)

export const awaitingDecision = (db: Db, actor: Actor, after: Place | undefined, limit: number) =>
  awaiting(db, actor, actor.organ, after, limit).where('state', 'in', ['', ...statesDecided(actor)])

const awaiting = (db: Db, actor: Actor, organ: string | null, after: Place | undefined, limit: number) =>
  open(db, actor)
    .where('awaits_organ', '=', organ ?? '')
    .$if(after !== undefined, query => query.where(isPastDue(after)))
    .orderBy(dueDay)
    .orderBy('number')
    .limit(limit)

export const dueInDistrict = (db: Db, actor: Actor, due: Due, after: Place | undefined, limit: number) =>
  open(db, actor)
    .where('next_due', '>=', due.from ?? '')
    .where('next_due', '<', due.before ?? '9999-12-31')
    .$if(after !== undefined, query => query.where(isPast('next_due', 'number', '>', after)))
    .orderBy('next_due')
    .orderBy('number')
    .limit(limit)

const open = (db: Db, actor: Actor) =>
  db.selectFrom('cases').selectAll('cases').where(visibleTo(actor)).where('is_open', '=', sql.lit(1))

function pageOf(rows: CaseTable[], limit: number): QueuePage {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? sayPlace({ key: dueOf(last), number: last.number }) : null }
}

const isPastDue = (after: Place | undefined) =>
  sql<boolean>`(${dueDay}, number) > (${after?.key ?? ''}, ${after?.number ?? ''})`

const dueOf = (row: CaseTable) => row.next_due ?? '9999-12-31'
const byDue = (a: CaseTable, b: CaseTable) =>
  dueOf(a) === dueOf(b) ? (a.number < b.number ? -1 : 1) : dueOf(a) < dueOf(b) ? -1 : 1
