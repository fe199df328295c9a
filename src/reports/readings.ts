import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { addDays, endOfDay } from '../law/day.ts'
import { countRestated, restatedSinceClosed } from './count_restated.ts'
import type { RestatedMonth, SinceClosed } from './count_restated.ts'
import { drawHere } from './draw_here.ts'
import type { Drawn, Reading } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import { listHere } from './listing.ts'
import type { Listing, Page } from './listing.ts'
import { linesRestated } from './restated_lines.ts'
import type { RestatedLine } from './restated_lines.ts'

/** What takes a while to read, by name: what is asked of a drawing beside itself, and what is told. */
export type Readings = {
  report: { asked: { actor: Actor | null }; told: Drawn }
  cases: { asked: { actor: Actor; page: Page }; told: Listing | undefined }
  restated: { asked: { actor: Actor | null; against: string }; told: RestatedLine[] }
  sinceClosed: { asked: { actor: Actor }; told: SinceClosed | undefined }
  restatedMonths: { asked: { actor: Actor }; told: RestatedMonth[] | undefined }
}

type Read<K extends keyof Readings> = (
  store: Reading,
  drawing: Drawing,
  asked: Readings[K]['asked'],
) => Promise<Readings[K]['told']>

const readings: { [K in keyof Readings]: Read<K> } = {
  report: (store, drawing, { actor }) => drawHere(store, drawing, actor),
  cases: (store, drawing, { actor, page }) => listHere(store, drawing, actor, page),
  restated: (store, drawing, { actor, against }) => linesRestated(store, actor, { drawing, against }),
  sinceClosed: (store, drawing, { actor }) => inOneState(store, db => restatedSinceClosed(db, actor, drawing)),
  restatedMonths: (store, { cut }, { actor }) =>
    inOneState(store, db => countRestated(db, actor, endOfDay(addDays(cut.start, -1)), cut.asOf)),
}

export const readHere = <K extends keyof Readings>(
  store: Reading,
  name: K,
  drawing: Drawing,
  asked: Readings[K]['asked'],
): Promise<Readings[K]['told']> => readings[name](store, drawing, asked)

const inOneState = <T>({ reader }: Reading, read: (db: Db) => Promise<T>): Promise<T> =>
  reader.transaction().setIsolationLevel('repeatable read').execute(read)
