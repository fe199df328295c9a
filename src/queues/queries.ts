import { sql } from 'kysely'
import type { SelectQueryBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo, worksOnCases } from '../accounts/visible.ts'
import { dueDay, isPast, readPlace, sayPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { CaseTable, Tables } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { editions } from '../procedures/registry.ts'

/** What a queue asks of a case, as of a day. */
export type Due = { from?: Day; before?: Day }
export type QueuePage = { rows: CaseTable[]; next: string | null }

const MOST = 999

/** Open cases that await one of the actor's roles in the actor's organ, the next due first. */
export async function listAwaitingMe(db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> {
  const place = readPlace(after)
  const each = await Promise.all(actor.roles.map(role => awaitingRole(db, actor, role, place, limit + 1).execute()))
  return pageOf(each.flat().sort(byDue), limit)
}

/** Open cases that await the actor's organ, whoever it is there. */
export async function listAwaitingUnit(
  db: Db,
  actor: Actor,
  due: Due,
  after: string | null,
  limit: number,
): Promise<QueuePage> {
  const rows = await awaitingOrgan(db, actor, due, readPlace(after), limit + 1).execute()
  return pageOf(rows, limit)
}

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

/** Open cases in which the actor's organ has a part of its own to answer. */
export async function listParts(db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> {
  const parts = await openParts(db, actor, readPlace(after))
    .limit(limit + 1)
    .execute()
  const numbers = parts.slice(0, limit).map(part => part.case_number)
  const last = numbers.at(-1)
  const rows = numbers.length === 0 ? [] : await numbered(db, actor, numbers).execute()
  return { rows, next: parts.length > limit && last !== undefined ? sayPlace({ key: '', number: last }) : null }
}

export const countAwaitingMe = async (db: Db, actor: Actor): Promise<number> => {
  const each = await Promise.all(
    actor.roles.map(role => countUpTo(awaitingRole(db, actor, role, undefined, MOST + 1), db)),
  )
  return each.reduce((sum, count) => sum + count, 0)
}

export const countAwaitingUnit = (db: Db, actor: Actor, due: Due): Promise<number> =>
  countUpTo(awaitingOrgan(db, actor, due, undefined, MOST + 1), db)

export const countDueInDistrict = (db: Db, actor: Actor, due: Due): Promise<number> =>
  countUpTo(dueInDistrict(db, actor, due, undefined, MOST + 1), db)

export const countParts = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(openParts(db, actor, undefined).limit(MOST + 1), db)

export const awaitingRole = (db: Db, actor: Actor, role: string, after: Place | undefined, limit: number) =>
  awaitingOrgan(db, actor, {}, after, limit).where('awaits_role', '=', role)

export const awaitingOrgan = (db: Db, actor: Actor, due: Due, after: Place | undefined, limit: number) =>
  open(db, actor, due)
    .where('awaits_organ', '=', worksOnCases(actor) ? (actor.organ ?? '') : '')
    .$if(after !== undefined, query => query.where(isPastDue(after)))
    .orderBy(dueDay)
    .orderBy('number')
    .limit(limit)

export const dueInDistrict = (db: Db, actor: Actor, due: Due, after: Place | undefined, limit: number) =>
  open(db, actor, {})
    .where('next_due', '>=', due.from ?? '')
    .where('next_due', '<', due.before ?? '9999-12-31')
    .$if(after !== undefined, query => query.where(isPast('next_due', 'number', '>', after)))
    .orderBy('next_due')
    .orderBy('number')
    .limit(limit)

/** By the case's number: parts have no due day of their own to be sorted by. */
export const openParts = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('assignments')
    .select('case_number')
    .distinct()
    .where('organ', '=', worksOnCases(actor) ? (actor.organ ?? '') : '')
    .where('is_open', '=', sql.lit(1))
    .where('role', 'in', ['co-handler', 'separate'])
    .where('state', 'in', ['', ...awaitedStates()])
    .where('case_number', '>', after?.number ?? '')
    .where('case_number', 'in', eb => eb.selectFrom('cases').select('cases.number').where(visibleTo(actor)))
    .orderBy('case_number')

const numbered = (db: Db, actor: Actor, numbers: readonly string[]) =>
  db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('number', 'in', [...numbers])
    .orderBy('number')

const open = (db: Db, actor: Actor, { from, before }: Due) =>
  db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('is_open', '=', sql.lit(1))
    .$if(from !== undefined, query => query.where(dueDay, '>=', from ?? ''))
    .$if(before !== undefined, query => query.where(dueDay, '<', before ?? ''))

/** Counts no further than the page will say. */
async function countUpTo<Row>(query: SelectQueryBuilder<Tables, keyof Tables, Row>, db: Db): Promise<number> {
  const row = await db
    .selectFrom(query.as('counted'))
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

function pageOf(rows: CaseTable[], limit: number): QueuePage {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? sayPlace({ key: dueOf(last), number: last.number }) : null }
}

const isPastDue = (after: Place | undefined) =>
  sql<boolean>`(${dueDay}, number) > (${after?.key ?? ''}, ${after?.number ?? ''})`

const dueOf = (row: CaseTable) => row.next_due ?? '9999-12-31'
const byDue = (a: CaseTable, b: CaseTable) =>
  dueOf(a) === dueOf(b) ? (a.number < b.number ? -1 : 1) : dueOf(a) < dueOf(b) ? -1 : 1

const awaitedStates = () =>
  editions.flatMap(({ assignmentStates }) =>
    Object.entries(assignmentStates).flatMap(([state, spec]) => ('final' in spec ? [] : [state])),
  )
