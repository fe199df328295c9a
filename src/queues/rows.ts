import { findOrgans } from '../accounts/organs.ts'
import { nextAct, sayWho, viewsOf } from '../cases/explain.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { CaseTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** A line of a queue: what, where it stands, whose move it is, by when. */
export type QueueRow = {
  number: string
  title: string
  kind: Text
  state: Text
  isOpen: boolean
  isRestricted: boolean
  awaits: Text | null
  next: Text | null
  due: Day | null
}

/** The rows of one page in words; titles are opened for this page only. */
export async function describeRows(store: Store, rows: readonly CaseTable[], today: Day): Promise<QueueRow[]> {
  const views = await viewsOf(store.reader, rows)
  const titles = await readTitles(
    store.reader,
    store.master,
    rows.map(row => row.number),
  )
  const names = await findOrgans(
    store.reader,
    rows.flatMap(row => row.awaits_organ ?? []),
  )
  return views.map(view => {
    const { procedure, row } = view
    const kind = row.kind === null ? undefined : procedure.kinds[row.kind]?.title
    return {
      number: row.number,
      title: titles.get(row.number) ?? row.number,
      kind: kind
        ? { zh: `${procedure.title.zh}·${kind.zh}`, en: `${procedure.title.en}: ${kind.en}` }
        : procedure.title,
      state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
      isOpen: row.is_open === 1,
      isRestricted: row.restricted === 1,
      awaits: row.awaits_role === null ? null : sayWho(row.awaits_role, row.awaits_organ, names),
      next: row.is_open === 1 ? (nextAct(view, today)?.title ?? null) : null,
      due: row.next_due,
    }
  })
}
