import type { Actor } from '../accounts/actor.ts'
import { namesThen } from '../accounts/organs_then.ts'
import { isAllVisible, visibleTo } from '../accounts/visible.ts'
import { isPast, readPlace, sayPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import { viewsAsOf } from './as_of.ts'
import type { Batch } from './batch.ts'
import { casesOf } from './figures.ts'
import type { Figure } from './figures.ts'
import { isShare } from './measures.ts'
import type { MeasureId, Side } from './measures.ts'

export type ListRow = {
  number: string
  label: string | null
  title: string | undefined
  lead: Text | undefined
  state: Text
}

const PAGE = 50

/** The cases one side of a figure counts, by their number in the session, as they stood then. */
export async function listCounted(
  { reader, master }: Store,
  actor: Actor,
  batch: Batch,
  counted: { measure: MeasureId; side: Side },
  after: string | undefined,
): Promise<{ rows: ListRow[]; next: string | null }> {
  const places = await placesCounted(reader, actor, batch, counted, readPlace(after), PAGE + 1).execute()
  const shown = places.slice(0, PAGE)
  const numbers = shown.map(({ number }) => number)
  const views = await viewsAsOf(reader, numbers, batch.until)
  const titles = await readTitles(reader, master, numbers)
  const organs = await namesThen(reader, batch.day, batch.until)
  const last = shown.at(-1)
  return {
    next: places.length > PAGE && last ? sayPlace(last) : null,
    rows: views.map(({ row, procedure }) => ({
      number: row.number,
      label: row.label,
      title: titles.get(row.number),
      lead: organs.get(row.lead ?? ''),
      state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
    })),
  }
}

/** By measure, the sides that lead to their list: only where the reader may see every case of it. */
export async function sidesListed(
  db: Db,
  actor: Actor,
  batch: Batch,
  figures: readonly Figure[],
): Promise<ReadonlyMap<MeasureId, readonly Side[]>> {
  const isWhole = !(await isSomeHidden(db, actor, batch))
  const listed = new Map<MeasureId, Side[]>()
  for (const { id, count, of } of figures) {
    const sides: Side[] = [
      ...(count > 0 ? (['there'] as const) : []),
      ...(isShare(id) && (of ?? 0) > count ? (['missing'] as const) : []),
    ]
    const open: Side[] = []
    for (const side of sides)
      if (isWhole || (await isAllVisible(db, casesOf(db, batch, id, side), actor))) open.push(side)
    listed.set(id, open)
  }
  return listed
}

const placesCounted = (
  db: Db,
  actor: Actor,
  batch: Batch,
  { measure, side }: { measure: MeasureId; side: Side },
  after: Place | undefined,
  limit: number,
) =>
  db
    .selectFrom(eb =>
      eb
        .selectFrom('cases')
        .select(['number', of => of.fn.coalesce('label', of.val('~')).as('key')])
        .where('session', '=', batch.session.id)
        .where('number', 'in', casesOf(db, batch, measure, side))
        .where(visibleTo(actor))
        .as('l'),
    )
    .select(['l.key', 'l.number'])
    .$if(after !== undefined, query => query.where(isPast('l.key', 'l.number', '>', after)))
    .orderBy('l.key')
    .orderBy('l.number')
    .limit(limit)

/** Is there a case in the batch the reader may not see? */
async function isSomeHidden(db: Db, actor: Actor, { session }: Batch): Promise<boolean> {
  const hidden = await db
    .selectFrom('cases')
    .select('number')
    .where('session', '=', session.id)
    .where(eb => eb.not(visibleTo(actor)(eb)))
    .limit(1)
    .execute()
  return hidden.length > 0
}
