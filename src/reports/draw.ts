import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import { drawHere } from './draw_here.ts'
import type { Drawn } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import { listHere } from './listing.ts'
import type { Listing, Page } from './listing.ts'
import { drawInThread, listInThread } from './thread.ts'

/** Draws a report; where reading would hold up everyone else, in a thread of its own. */
export const draw = (store: Store, drawing: Drawing, actor: Actor | null = null): Promise<Drawn> =>
  store.dialect.readsBlock ? drawInThread(store.dataDir, drawing, actor) : drawHere(store, drawing, actor)

/** A page of the cases behind a figure, read in the same place. */
export const list = (store: Store, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> =>
  store.dialect.readsBlock ? listInThread(store.dataDir, drawing, actor, page) : listHere(store, drawing, actor, page)
