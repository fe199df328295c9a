import type { Actor } from '../accounts/actor.ts'
import { listSessions } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import { batchOn } from '../progress/batch.ts'
import type { Batch } from '../progress/batch.ts'
import { readBoard } from '../progress/board.ts'
import type { BoardRow } from '../progress/board.ts'
import { drawFigures } from '../progress/drawn.ts'
import { countOf, figuresOf } from '../progress/figures.ts'
import type { Figure } from '../progress/figures.ts'
import { sidesListed } from '../progress/lists.ts'
import type { MeasureId } from '../progress/measures.ts'

const shown: readonly MeasureId[] = ['answered', 'onTime', 'rated', 'satisfied', 'closed', 'carriedOut']

/** A batch as the page shows it: its figures, where their lists are, and the most urgent of what remains. */
export type Session = Awaited<ReturnType<typeof readSession>>

/** Of suggestions and of proposals the newest session that has any. */
export async function currentSessions(store: Store, actor: Actor, day: Day, most: number): Promise<Session[]> {
  const batches = (await listSessions(store.reader)).flatMap(session => batchOn(session, day) ?? [])
  const begun = batches.filter(({ session }) => session.from_day <= day)
  const current: Session[] = []
  for (const ofOne of Map.groupBy(begun, ({ session }) => session.procedure).values()) {
    const found = await newestWithAny(store.reader, ofOne)
    if (found) current.push(await readSession(store, actor, found, most))
  }
  return current.toSorted((a, b) => (a.batch.procedure.id < b.batch.procedure.id ? 1 : -1))
}

type Found = { batch: Batch; figures: Figure[] }

async function newestWithAny(db: Db, batches: readonly Batch[]): Promise<Found | undefined> {
  for (const batch of batches.toSorted((a, b) => (a.session.from_day < b.session.from_day ? 1 : -1))) {
    const figures = await figuresOf(db, batch)
    if (countOf(figures, 'filed') > 0) return { batch, figures }
  }
  return undefined
}

async function readSession(store: Store, actor: Actor, { batch, figures }: Found, most: number) {
  const kept = figures.filter(({ id }) => shown.includes(id))
  const listed = await sidesListed(store.reader, actor, batch, kept)
  const drawn = drawFigures(batch, kept, listed)
  const board = drawn.remaining ? await readBoard(store, actor, batch, 'remaining', undefined, most) : undefined
  const rows: BoardRow[] = board?.rows ?? []
  return { batch, ...drawn, rows }
}
