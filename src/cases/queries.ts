import type { Actor } from '../accounts/actor.ts'
import { onlySigns, readsDistrict, visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { CaseTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { editions } from '../procedures/registry.ts'
import { placesOverdue, placesReceived, placesWithOrgan, readPlace, sayPlace, WINDOW } from './places.ts'
import type { Place } from './places.ts'
import { isFinalState } from './project.ts'
import { listMatching } from './search.ts'
import type { Sought } from './search.ts'
import { placesSigned } from './signed_places.ts'

export type CaseFilter = Sought & {
  /** What is overdue is asked as of a day. */
  today: Day
  state?: string | undefined
  procedure?: string | undefined
  /** An organ the case is or was with. */
  organ?: string | undefined
  overdue?: boolean | undefined
}

export type CasePage = { rows: CaseTable[]; next: string | null }

/**
 * The cases an actor may see that answer a filter, newest first (overdue ones longest overdue first). `after` is the
 * `next` of the page before. A page may hold fewer rows than `limit` and still have a next one: where the list is long
 * and the filter narrow it stops at its window, and `next` goes on from there.
 */
export async function findCases(
  store: Store,
  actor: Actor,
  filter: CaseFilter,
  after: string | null | undefined,
  limit: number,
): Promise<CasePage> {
  const places = await listPlaces(store, actor, filter, readPlace(after))
  const kept: { place: Place; row: CaseTable }[] = []
  for (let from = 0; from < places.length && kept.length <= limit; from += CHUNK) {
    const chunk = places.slice(from, from + CHUNK)
    const found = await findAnswering(store.reader, actor, filter, chunk)
    kept.push(...chunk.flatMap(place => found.get(place.number)?.map(row => ({ place, row })) ?? []))
  }
  const shown = kept.slice(0, limit)
  const rows = shown.map(({ row }) => row)
  const [lastShown, lastPlace] = [shown.at(-1)?.place, places.at(-1)]
  if (kept.length > limit && lastShown) return { rows, next: sayPlace(lastShown) }
  if (places.length < WINDOW || !lastPlace) return { rows, next: null }
  const last = await lastVisible(store.reader, actor, places)
  // A window that is hidden as a whole is passed over: a place in it would tell what lies there.
  return last ? { rows, next: sayPlace(last) } : findCases(store, actor, filter, sayPlace(lastPlace), limit)
}

const CHUNK = 100

/** The list a filter is looked up in: the shortest that holds every answer and is already in order. */
function listPlaces(store: Store, actor: Actor, filter: CaseFilter, after: Place | undefined): Promise<Place[]> {
  const { reader } = store
  if (onlySigns(actor)) return filter.overdue ? Promise.resolve([]) : placesSigned(store, actor, filter.q ?? '', after)
  const isReader = readsDistrict(actor)
  if (filter.q || filter.person) return listMatching(store, actor, filter, after)
  if (filter.overdue) return placesOverdue(reader, actor, filter.today, after).execute()
  if (filter.state && (isReader || !isFinal(filter.state)))
    return placesReceived(reader, actor, after).where('state', '=', filter.state).execute()
  const [own, organ] = [isReader ? undefined : actor.organ, filter.organ || (isReader ? null : actor.organ)]
  const also = organ === own ? undefined : own
  if (organ !== null) return placesWithOrgan(reader, organ, after, also).execute()
  return isReader ? placesReceived(reader, actor, after).execute() : Promise.resolve([])
}

async function lastVisible(db: Db, actor: Actor, places: readonly Place[]): Promise<Place | undefined> {
  for (let to = places.length; to > 0; to -= CHUNK) {
    const chunk = places.slice(Math.max(0, to - CHUNK), to)
    const rows = await answering(db, actor, {}, chunk).clearSelect().select('number').execute()
    const last = chunk.findLast(place => rows.some(({ number }) => number === place.number))
    if (last) return last
  }
  return undefined
}

/** Of these cases, those the actor may see that answer the whole filter. */
async function findAnswering(db: Db, actor: Actor, filter: CaseFilter, places: readonly Place[]) {
  const rows = await answering(db, actor, filter, places).execute()
  return new Map(rows.map(row => [row.number, [row]]))
}

export function answering(db: Db, actor: Actor, filter: Partial<CaseFilter>, places: readonly Place[]) {
  const { state = '', procedure = '', organ = '', overdue = false, today = '' } = filter
  const numbers = places.map(place => place.number)
  return db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('number', 'in', numbers)
    .$if(state !== '', query => query.where('state', '=', state))
    .$if(procedure !== '', query => query.where('procedure', '=', procedure))
    .$if(overdue, query => query.where('is_open', '=', 1).where('next_due', '<', today))
    .$if(organ !== '', query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('case_organs')
            .select('case_organs.organ')
            .where('case_organs.organ', '=', organ)
            .whereRef('case_organs.received_at', '=', 'cases.received_at')
            .whereRef('case_organs.case_number', '=', 'cases.number'),
        ),
      ),
    )
}

const isFinal = (state: string) => editions.some(procedure => isFinalState(procedure, state))
