import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Drawn } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import type { Listing, Page } from './listing.ts'
import { readHere } from './readings.ts'
import type { Readings } from './readings.ts'
import { readInThread } from './thread.ts'

/** Reads, where reading would hold up everyone else, in a thread of its own. */
export const readApart = <K extends keyof Readings>(
  store: Store,
  name: K,
  drawing: Drawing,
  asked: Readings[K]['asked'],
): Promise<Readings[K]['told']> =>
  store.dialect.readsBlock ? readInThread(store.dataDir, name, drawing, asked) : readHere(store, name, drawing, asked)

export const draw = (store: Store, drawing: Drawing, actor: Actor | null = null): Promise<Drawn> =>
  readApart(store, 'report', drawing, { actor })

/** A page of the cases behind a figure. */
export const list = (store: Store, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> =>
  readApart(store, 'cases', drawing, { actor, page })
