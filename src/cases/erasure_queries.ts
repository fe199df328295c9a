import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import { erasures } from './erase.ts'
import { toldIn } from './erased.ts'

const PAGE = 50

export type ErasureRow = Awaited<ReturnType<typeof listDone>>['rows'][number]

/** What was erased, newest first, a page at a time. A case walled off from the reader has no number here. */
export async function listDone(db: Db, actor: Actor, after: string | undefined) {
  const events = await db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor')
    .select(['seq', 'actor', 'recorded_at', 'payload', 'people.name'])
    .where('stream', '=', erasures)
    .where('act', '=', 'erase')
    .$if(/^\d{1,9}$/.test(after ?? ''), query => query.where('seq', '<', Number(after)))
    .orderBy('seq', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = events.slice(0, PAGE).map(({ payload, ...event }) => ({ ...event, ...toldIn(payload) }))
  const walled = await numbersWalled(
    db,
    actor,
    shown.map(row => row.number),
  )
  const rows = shown.map(row => ({ ...row, number: walled.includes(row.number) ? null : row.number }))
  return { rows, next: events.length > PAGE ? String(rows.at(-1)?.seq) : undefined }
}

/** Of these cases, those this actor may see. */
export async function numbersVisible(db: Db, actor: Actor, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const seen = db
    .selectFrom('cases')
    .select('number')
    .where(visibleTo(actor))
    .where('number', 'in', [...numbers])
  return (await seen.orderBy('number').execute()).map(row => row.number)
}

async function numbersWalled(db: Db, actor: Actor, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('walls')
    .select('case_number')
    .where('case_number', 'in', [...numbers])
    .where(wall => wall.or([wall('organ', 'in', ['', ...actor.organs]), wall('person', '=', actor.id)]))
    .execute()
  return rows.map(row => row.case_number)
}
