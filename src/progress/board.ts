import type { Actor } from '../accounts/actor.ts'
import { isAllVisible } from '../accounts/visible.ts'
import { readPlace, sayPlace } from '../cases/places.ts'
import { readsAsSigner, seenBy } from '../cases/sight.ts'
import type { CaseView } from '../cases/view.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { viewsAsOf } from './as_of.ts'
import type { Batch } from './batch.ts'
import type { Blocker } from './blocker.ts'
import { blockersOf } from './blockers.ts'
import { casesOf } from './figures.ts'
import { namesFor, namesIn } from './naming.ts'
import type { Naming } from './naming.ts'
import { nextSteps } from './next_steps.ts'
import type { NextStep } from './next_steps.ts'
import { boardOf, placesRemaining } from './remaining.ts'
import type { Board } from './remaining.ts'
import { clocksOf, lastDayOf } from './row_clocks.ts'
import type { LastDay, RowClock } from './row_clocks.ts'

/** A matter on the last mile: where it stands, what blocks it and who has it, what comes next and by when. */
export type BoardRow = {
  number: string
  label: string | null
  title: string | undefined
  lead: Text | undefined
  state: Text
  blockers: { words: Text; holder: Text; since: Day }[]
  steps: NextStep[]
  clocks: RowClock[]
  last: LastDay
}

const PAGE = 50

/** A page of the board as of the batch's day; undefined for a reader who may not see everything on it. */
export async function readBoard(
  { reader, master }: Store,
  actor: Actor,
  batch: Batch,
  board: Board,
  after: string | undefined,
  limit = PAGE,
): Promise<{ rows: BoardRow[]; next: string | null } | undefined> {
  if (!(await isAllVisible(reader, casesOf(reader, batch, boardOf[board], 'missing'), actor))) return undefined
  const places = await placesRemaining(reader, batch, board, readPlace(after), limit + 1).execute()
  const shown = places.slice(0, limit)
  const numbers = shown.map(({ number }) => number)
  const views = await viewsAsOf(reader, numbers, batch.until)
  const [titles, naming] = await Promise.all([readTitles(reader, master, numbers), namesIn({ reader }, batch, views)])
  const last = shown.at(-1)
  return {
    rows: views.map(view =>
      rowOf({ actor, board, day: batch.day }, view, titles.get(view.row.number), namesFor(naming, view, actor)),
    ),
    next: places.length > limit && last ? sayPlace(last) : null,
  }
}

/** As far as the reader may know of it; what may be done next is decided on all. */
function rowOf(
  { actor, board, day }: { actor: Actor; board: Board; day: Day },
  view: CaseView,
  title: string | undefined,
  { names, sayHolder }: Naming,
): BoardRow {
  const { row, procedure } = view
  const isSigner = readsAsSigner(view, actor)
  const seen = isSigner ? seenBy(view, 'signer') : view
  const blockers = blockersOf({ view: seen, names, day }, board).filter(blocker => !isSigner || isOpen(blocker, view))
  return {
    number: row.number,
    label: row.label,
    title,
    lead: row.lead === null ? undefined : names.organ(row.lead),
    state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
    blockers: blockers.map(({ words, holder, since }) => ({ words, holder: sayHolder(holder), since })),
    steps: nextSteps(view, day, blockers, sayHolder),
    clocks: clocksOf(seen, board, day, sayHolder),
    last: lastDayOf(view, board, day),
  }
}

/** How organs settle it among themselves is not told to whoever signed it. */
const isOpen = ({ acts }: Blocker, { procedure }: CaseView) =>
  acts.some(({ act }) => procedure.acts[act] && !procedure.acts[act].inner)
