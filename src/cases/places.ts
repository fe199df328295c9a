import { sql } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'

/** A place in a list: what it is sorted by, and the number that tells equals apart. */
export type Place = { key: string; number: string }

/** One page looks at so many places of its list and no more. */
export const WINDOW = 1000

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

/** Strictly past a place, in the list's own order. */
export function isPast(key: string, number: string, beyond: '<' | '>', after: Place | undefined) {
  const [a, b] = [sql.ref(key), sql.ref(number)]
  return sql<boolean>`(${a}, ${b}) ${sql.raw(beyond)} (${after?.key ?? ''}, ${after?.number ?? ''})`
}

/** The day a case is due, last of all where none is: said as the index says it. */
export const dueDay = sql<string>`coalesce(next_due, '9999-12-31')`

/** Newest first. */
export const placesReceived = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('cases')
    .select(['received_at as key', 'number'])
    .where(visibleTo(actor))
    .$if(after !== undefined, query => query.where(isPast('received_at', 'number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('number', 'desc')
    .limit(WINDOW)

/** Open and past their due day, longest overdue first. */
export const placesOverdue = (db: Db, actor: Actor, today: Day, after: Place | undefined) =>
  db
    .selectFrom('cases')
    .select(['number', eb => eb.ref('next_due').$notNull().as('key')])
    .where(visibleTo(actor))
    .where('is_open', '=', sql.lit(1))
    .where('next_due', '<', today)
    .$if(after !== undefined, query => query.where(isPast('next_due', 'number', '>', after)))
    .orderBy('next_due')
    .orderBy('number')
    .limit(WINDOW)

/**
 * Numbers only, newest first; what may be seen of them is asked when the rows are read. `also` is an organ they have all
 * been with too: whoever reads only the cases of their own organ must not page through those of another.
 */
export const placesWithOrgan = (db: Db, organ: string, after: Place | undefined, also?: string | null) =>
  db
    .selectFrom('case_organs')
    .select(['received_at as key', 'case_number as number'])
    .where('organ', '=', organ)
    .$if(also !== undefined, query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('case_organs as own')
            .select('own.organ')
            .where('own.organ', '=', also ?? '')
            .whereRef('own.received_at', '=', 'case_organs.received_at')
            .whereRef('own.case_number', '=', 'case_organs.case_number'),
        ),
      ),
    )
    .$if(after !== undefined, query => query.where(isPast('received_at', 'case_number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(WINDOW)
