import { findOrgans } from '../accounts/organs.ts'
import type { Organs } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { sayWho, viewsOf } from '../cases/explain.ts'
import { nextAct } from '../cases/next_act.ts'
import type { CaseView } from '../cases/view.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { CaseTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actOnPart, actThatMeets, clockShown, partsShown, sayPart } from './row_parts.ts'
import type { About } from './row_parts.ts'
import { isSigned } from './signed.ts'
import { signersMove } from './signed_rows.ts'

/** A line of a queue: what, where it stands, whose move it is, by when. */
export type QueueRow = {
  number: string
  /** The number in its session's series, where it has one. */
  label: string | null
  title: string
  kind: Text
  state: Text
  isOpen: boolean
  isRestricted: boolean
  /** The parts it is listed for. */
  parts: Text[]
  awaits: Text | null
  next: Text | null
  due: Day | null
  /** What is due then, where that is an organ's part. */
  clock: Text | null
}

/** For whom the rows are, as of a day, and what they are listed for. */
export type Reading = About & { actor: Actor; today: Day }

/** The rows of one page in words; titles are opened for this page only. */
export async function describeRows(store: Store, rows: readonly CaseTable[], reading: Reading): Promise<QueueRow[]> {
  const views = await viewsOf(store.reader, rows)
  const titles = await readTitles(
    store.reader,
    store.master,
    rows.map(row => row.number),
  )
  const names = await findOrgans(
    store.reader,
    views.flatMap(({ row, assignments }) => [row.awaits_organ ?? [], ...assignments.map(part => part.organ)].flat()),
  )
  return views.map(view => ({ ...whatItIs(view, titles), ...whoseMove(view, names, reading) }))
}

function whatItIs({ procedure, row }: CaseView, titles: ReadonlyMap<string, string>) {
  const kind = row.kind === null ? undefined : procedure.kinds[row.kind]?.title
  return {
    number: row.number,
    label: row.label,
    title: titles.get(row.number) ?? row.number,
    kind: kind ? { zh: `${procedure.title.zh}·${kind.zh}`, en: `${procedure.title.en}: ${kind.en}` } : procedure.title,
    state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
    isOpen: row.is_open === 1,
    isRestricted: row.restricted === 1,
  }
}

/** Of the part the row is listed for; of the matter itself where it is listed for that. */
function whoseMove(view: CaseView, names: Organs, reading: Reading) {
  const { row } = view
  const { actor, today } = reading
  const parts = partsShown(view, reading)
  const signed = parts.find(part => isSigned(actor, part))
  if (signed) return { awaits: null, ...signersMove(view, signed, actor, today) }
  const clock = clockShown(view, parts, reading)
  const ofPart = clock && clock.assignment !== '' ? clock : undefined
  const act =
    parts.map(part => actOnPart(view, part, actor, today)).find(act => act !== undefined) ??
    (reading.due && ofPart && actThatMeets(view, ofPart, actor)) ??
    nextAct(view, today)
  return {
    parts: parts.map(part => sayPart(view, part, names, actor)),
    awaits: row.awaits_role === null ? null : sayWho(row.awaits_role, row.awaits_organ, names),
    next: row.is_open === 1 || parts.length > 0 || ofPart ? (act?.title ?? null) : null,
    due: clock?.due_on ?? (parts.length > 0 ? null : row.next_due),
    clock: (ofPart && view.procedure.deadlines[ofPart.deadline]?.title) ?? null,
  }
}
