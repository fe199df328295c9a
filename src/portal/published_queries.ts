import type { ExpressionBuilder } from 'kysely'
import { isPast } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { CaseTable, Tables } from '../db/tables.ts'
import { isDay } from '../law/day.ts'
import { readPublishedId, sayPublishedId } from './published_id.ts'

export const PAGE = 20

export type Wanted = { procedure?: string | undefined; session?: string | undefined; after?: string | undefined }

/** What anyone may see: the index of published answers holds nothing else. */
const isPublic = (eb: ExpressionBuilder<Tables, 'cases'>) =>
  eb.and([eb('published_on', 'is not', null), eb('restricted', '=', 0), eb('drafted', '=', 0)])

/** Newest first; `next` is where the list goes on. */
export async function listPublished(db: Db, { procedure, session, after }: Wanted) {
  const place = await readPlaceOf(db, after)
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where(isPublic)
    .$if(procedure !== undefined, query => query.where('procedure', '=', procedure ?? ''))
    .$if(session !== undefined, query => query.where('session', '=', session ?? ''))
    .$if(place !== undefined, query => query.where(isPast('published_on', 'number', '<', place)))
    .orderBy('published_on', 'desc')
    .orderBy('number', 'desc')
    .limit(PAGE + 1)
    .execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE), next: last ? `${last.published_on}_${sayPublishedId(last)}` : undefined }
}

export const findPublished = async (db: Db, said: string): Promise<CaseTable | undefined> =>
  (await withId(db, said)?.where(isPublic).executeTakeFirst()) ?? undefined

/** A place holds, also where the answer that stood there was taken down meanwhile. */
async function readPlaceOf(db: Db, after = ''): Promise<Place | undefined> {
  const [day = '', id = ''] = after.split('_')
  const row = isDay(day) ? await withId(db, id)?.executeTakeFirst() : undefined
  return row && { key: day, number: row.number }
}

function withId(db: Db, said: string) {
  const id = readPublishedId(said)
  return (
    id &&
    db
      .selectFrom('cases')
      .selectAll()
      .where('session', '=', id.session)
      .where('series', '=', id.series)
      .where('serial', '=', id.serial)
  )
}
