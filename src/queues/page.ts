import type { SelectQueryBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import { sayPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { CaseTable, Tables } from '../db/tables.ts'
import type { Day } from '../law/day.ts'

/** What a queue asks of a case, as of a day. */
export type Due = { from?: Day; before?: Day }
export type QueuePage = { rows: CaseTable[]; next: string | null }

/** No queue is counted further than its tab will say. */
export const MOST = 999

/** The cases at these places, in the list's own order; one place more than `limit` says that the list goes on. */
export async function pageAt(db: Db, actor: Actor, places: readonly Place[], limit: number): Promise<QueuePage> {
  const shown = places.slice(0, limit)
  const last = places.length > limit ? shown.at(-1) : undefined
  const rows = shown.length === 0 ? [] : await numbered(db, actor, shown).execute()
  return {
    rows: shown.flatMap(({ number }) => rows.find(row => row.number === number) ?? []),
    next: last ? sayPlace(last) : null,
  }
}

/** Counts no further than the page will say. */
export async function countUpTo<Row>(query: SelectQueryBuilder<Tables, keyof Tables, Row>, db: Db): Promise<number> {
  const row = await db
    .selectFrom(query.as('counted'))
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

const numbered = (db: Db, actor: Actor, places: readonly Place[]) =>
  db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where(
      'number',
      'in',
      places.map(({ number }) => number),
    )
