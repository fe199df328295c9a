import type { Counting, Line } from './counting.ts'
import type { CaseView } from './view.ts'

/** Who has the matter: a line on the day it comes to another organ, about the act that brought it there. */
export function holderLines({ before, row, event, isFirst }: Counting): Line[] {
  if (row.drafted === 1) return []
  const held = isFirst || before.row.drafted === 1 ? undefined : holderOf(before.row)
  const organ = holderOf(row)
  return organ === held ? [] : [{ kind: 'held', what: String(event.seq), sign: 1, on: event.occurred_on, organ }]
}

/** Whoever leads; before there is one, and where several answer apart, the office. */
const holderOf = ({ lead, office }: CaseView['row']): string => lead ?? office
