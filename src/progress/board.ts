import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import { sayWho } from '../cases/explain.ts'
import { readPlace, sayPlace } from '../cases/places.ts'
import type { CaseView } from '../cases/view.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { viewsAsOf } from './as_of.ts'
import type { Batch } from './batch.ts'
import type { Holder, Names } from './blocker.ts'
import { blockersOf } from './blockers.ts'
import { casesOf, isAllVisible } from './figures.ts'
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
): Promise<{ rows: BoardRow[]; next: string | null } | undefined> {
  if (!(await isAllVisible(reader, casesOf(reader, batch, boardOf[board], 'missing'), actor))) return undefined
  const places = await placesRemaining(reader, batch, board, readPlace(after), PAGE + 1).execute()
  const shown = places.slice(0, PAGE)
  const numbers = shown.map(({ number }) => number)
  const views = await viewsAsOf(reader, numbers, batch.until)
  const [titles, naming] = await Promise.all([readTitles(reader, master, numbers), namesIn({ reader }, views)])
  const last = shown.at(-1)
  return {
    rows: views.map(view => rowOf(view, board, batch.day, titles.get(view.row.number), naming)),
    next: places.length > PAGE && last ? sayPlace(last) : null,
  }
}

type Naming = { names: Names; sayHolder: (holder: Holder) => Text }

function rowOf(view: CaseView, board: Board, day: Day, title: string | undefined, naming: Naming): BoardRow {
  const { names, sayHolder } = naming
  const { row, procedure } = view
  const blockers = blockersOf({ view, names, day }, board)
  return {
    number: row.number,
    label: row.label,
    title,
    lead: row.lead === null ? undefined : names.organ(row.lead),
    state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
    blockers: blockers.map(({ words, holder, since }) => ({ words, holder: sayHolder(holder), since })),
    steps: nextSteps(view, day, blockers, sayHolder),
    clocks: clocksOf(view, board, day, sayHolder),
    last: lastDayOf(view, board, day),
  }
}

/** Everyone a page names, looked up once. */
async function namesIn({ reader }: Pick<Store, 'reader'>, views: readonly CaseView[]): Promise<Naming> {
  const parts = views.flatMap(({ assignments }) => assignments)
  const ids = views.flatMap(({ row, deadlines }) => [row.office, row.lead, ...deadlines.map(line => line.owner_organ)])
  const organs = await findOrgans(
    reader,
    [...ids, ...parts.flatMap(({ organ, sender }) => [organ, sender])].filter(id => id !== null),
  )
  const people = await peopleNamed(
    reader,
    parts.flatMap(({ person }) => person ?? []),
  )
  const names: Names = {
    organ: id => {
      const found = organs.get(id ?? '')
      return found ? { zh: found.zh, en: found.en } : { zh: id ?? '—', en: id ?? '—' }
    },
    person: id => people.get(id ?? '') ?? '—',
  }
  return {
    names,
    sayHolder: ({ organ, role, person }) => {
      const who = sayWho(role, organ, organs)
      return person ? { zh: `${names.person(person)}（${who.zh}）`, en: `${names.person(person)} (${who.en})` } : who
    },
  }
}

async function peopleNamed(db: Store['reader'], ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
