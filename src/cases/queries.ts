import { sql } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { CaseTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { editions } from '../procedures/registry.ts'
import { isFinalState } from './project.ts'
import { listMatching } from './search.ts'

export type CaseFilter = {
  /** What is overdue is asked as of a day. */
  today: Day
  state?: string | undefined
  procedure?: string | undefined
  /** An organ the case is or was with. */
  organ?: string | undefined
  overdue?: boolean | undefined
  /** Words, a case number, or exactly a person's name, telephone or identity number. */
  q?: string | undefined
}

export type Page<Row = CaseTable> = { rows: Row[]; next: string | null }

/** A place in a list: what it is sorted by, and the number that tells equals apart. */
export type Place = { key: string; number: string }

/** One page looks at so many places of its list; `next` goes on from there, however few it kept. */
const WINDOW = 1000
const CHUNK = 100

/**
 * The cases an actor may see that answer a filter, newest first (overdue ones longest overdue first). `after` is the
 * `next` of the page before. A page may hold fewer rows than `limit` and still have a next one: the list was long and
 * the filter narrow, and no page reads more than its window.
 */
export async function findCases(
  store: Store,
  actor: Actor,
  filter: CaseFilter,
  after: string | null | undefined,
  limit: number,
): Promise<Page> {
  const places = await listPlaces(store, actor, filter, readPlace(after))
  const rows: CaseTable[] = []
  for (let from = 0; from < places.length; from += CHUNK) {
    const chunk = places.slice(from, from + CHUNK)
    const found = await keepAnswering(store.reader, actor, filter, chunk)
    for (const { key, number } of chunk) {
      const row = found.get(number)
      if (row) rows.push(row)
      if (rows.length === limit) return { rows, next: isLast(places, number) ? null : sayPlace({ key, number }) }
    }
  }
  const last = places.at(-1)
  return { rows, next: last && places.length >= WINDOW ? sayPlace(last) : null }
}

export const sayPlace = ({ key, number }: Place): string =>
  Buffer.from(JSON.stringify([key, number])).toString('base64url')

/** A place that cannot be read is the beginning. */
export function readPlace(after: string | null | undefined): Place | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(after ?? '', 'base64url').toString())
    const [key, number] = Array.isArray(place) ? place : []
    return typeof key === 'string' && typeof number === 'string' ? { key, number } : undefined
  } catch {
    return undefined
  }
}

/** The list a filter is looked up in: the shortest that holds every answer and is already in order. */
function listPlaces(store: Store, actor: Actor, filter: CaseFilter, after: Place | undefined): Promise<Place[]> {
  const db = store.reader
  if (filter.q) return listMatching(store, actor, filter.q, after, WINDOW)
  if (filter.overdue) return listOverdue(db, actor, filter.today, after)
  const isReader = readsDistrict(actor)
  if (filter.state && (isReader || !isFinal(filter.state))) return listInState(db, actor, filter.state, after)
  if (filter.organ) return listWithOrgan(db, filter.organ, after)
  if (isReader) return listReceived(db, actor, after)
  return actor.organ === null ? Promise.resolve([]) : listWithOrgan(db, actor.organ, after)
}

/** Open cases past their due day, longest overdue first. */
export const listOverdue = (db: Db, actor: Actor, today: Day, after: Place | undefined): Promise<Place[]> =>
  overdueQuery(db, actor, today, after).execute()

export const overdueQuery = (db: Db, actor: Actor, today: Day, after: Place | undefined) =>
  db
    .selectFrom('cases')
    .select(['number', eb => eb.ref('next_due').$notNull().as('key')])
    .where(visibleTo(actor))
    .where('is_open', '=', 1)
    .where('next_due', '<', today)
    .$if(after !== undefined, query => query.where(isAfter('next_due', 'number', '>', after)))
    .orderBy('next_due')
    .orderBy('number')
    .limit(WINDOW)

const listInState = (db: Db, actor: Actor, state: string, after: Place | undefined): Promise<Place[]> =>
  receivedQuery(db, actor, after).where('state', '=', state).execute()

const listReceived = (db: Db, actor: Actor, after: Place | undefined): Promise<Place[]> =>
  receivedQuery(db, actor, after).execute()

export const receivedQuery = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('cases')
    .select(['received_at as key', 'number'])
    .where(visibleTo(actor))
    .$if(after !== undefined, query => query.where(isAfter('received_at', 'number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('number', 'desc')
    .limit(WINDOW)

const listWithOrgan = (db: Db, organ: string, after: Place | undefined): Promise<Place[]> =>
  withOrganQuery(db, organ, after).execute()

/** Numbers only; what may be seen of them is asked when the rows are read. */
export const withOrganQuery = (db: Db, organ: string, after: Place | undefined) =>
  db
    .selectFrom('case_organs')
    .select(['received_at as key', 'case_number as number'])
    .where('organ', '=', organ)
    .$if(after !== undefined, query => query.where(isAfter('received_at', 'case_number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(WINDOW)

/** Of these cases, those the actor may see that answer the whole filter. */
async function keepAnswering(db: Db, actor: Actor, filter: CaseFilter, places: readonly Place[]) {
  const rows = await answeringQuery(db, actor, filter, places).execute()
  return new Map(rows.map(row => [row.number, row]))
}

export function answeringQuery(db: Db, actor: Actor, filter: CaseFilter, places: readonly Place[]) {
  const { state, procedure, organ, overdue, today } = filter
  const numbers = places.map(place => place.number)
  const all = db.selectFrom('cases').selectAll('cases').where(visibleTo(actor)).where('number', 'in', numbers)
  return all
    .$if(Boolean(state), query => query.where('state', '=', state ?? ''))
    .$if(Boolean(procedure), query => query.where('procedure', '=', procedure ?? ''))
    .$if(overdue === true, query => query.where('is_open', '=', 1).where('next_due', '<', today))
    .$if(Boolean(organ), query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('case_organs')
            .select('case_organs.organ')
            .where('case_organs.organ', '=', organ ?? '')
            .whereRef('case_organs.received_at', '=', 'cases.received_at')
            .whereRef('case_organs.case_number', '=', 'cases.number'),
        ),
      ),
    )
}

/** Strictly past a place, in the list's own order. */
export function isAfter(key: string, number: string, beyond: '<' | '>', after: Place | undefined) {
  const [a, b] = [sql.ref(key), sql.ref(number)]
  return sql<boolean>`(${a}, ${b}) ${sql.raw(beyond)} (${after?.key ?? ''}, ${after?.number ?? ''})`
}

const isLast = (places: readonly Place[], number: string) => places.length < WINDOW && places.at(-1)?.number === number

const isFinal = (state: string) => editions.some(procedure => isFinalState(procedure, state))
