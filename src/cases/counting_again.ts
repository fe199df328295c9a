import type { CaseTable } from '../db/tables.ts'
import type { As, Counted, Line } from './counting.ts'
import { marksOf } from './marks.ts'
import type { Marked } from './marks.ts'
import type { CaseData } from './view.ts'

/**
 * A matter found to be of another kind (an appeal that is an accusation, say) is counted as what it is from its first
 * day: every line that stands is taken back as it was and counted again as it is.
 */
export function recastLines({ procedure, before, row, data, isFirst }: Counted): { line: Line; as: As }[] {
  const heads = { before: headsOf(before.data), now: headsOf(data) }
  const isSame = before.row.kind === row.kind && before.row.category === row.category && heads.before === heads.now
  if (isFirst || isSame) return []
  const clocks = before.deadlines.flatMap(
    ({ deadline: what, due_on, met_on, ended_on, owner_organ: organ }): Line[] => [
      ...(ended_on === null || ended_on > due_on ? [{ kind: 'due', what, sign: 1 as const, on: due_on, organ }] : []),
      ...(met_on === null ? [] : [{ kind: 'met', what, sign: 1 as const, on: met_on, organ }]),
    ],
  )
  const received: Line = { kind: 'received', what: '', sign: 1, on: before.row.received_on, organ: before.row.office }
  const standing = [...before.data.standing, ...(before.data.rated ?? [])].map((line): Line => ({ ...line, sign: 1 }))
  const marks = marksOf(procedure, before.data).map(mark => markLine(mark, 1, before.row))
  return [received, ...marks, ...clocks, ...standing].flatMap(line => [
    { line: { ...line, sign: -1 as const }, as: { row: before.row, heads: heads.before } },
    { line, as: { row, heads: heads.now } },
  ])
}

/** A day put right: what was counted on the wrong day is taken back there and counted on the right one. */
export function correctedLines({ procedure, payload, before, row }: Counted): Line[] {
  const { corrects } = payload
  if (!corrects) return []
  const standing = before.data.standing.filter(line => line.what === corrects.act && line.on === corrects.was)
  const received: Line = { kind: 'received', what: '', sign: 1, on: corrects.was, organ: before.row.office }
  const marks = marksOf(procedure, before.data).map(mark => markLine(mark, 1, before.row))
  const isArrival = before.row.received_on !== row.received_on
  const wrong = [...(isArrival ? [received, ...marks] : []), ...standing]
  return wrong.flatMap((line): Line[] => [
    { ...line, sign: -1 },
    { ...line, sign: 1, on: corrects.on },
  ])
}

export const markLine = ({ kind, about }: Marked, sign: 1 | -1, row: CaseTable): Line => ({
  kind,
  what: about,
  sign,
  on: row.received_on,
  organ: row.office,
})

/** People in the group, 1 where none is said. */
export const headsOf = ({ set }: CaseData): number => (typeof set['heads'] === 'number' ? set['heads'] : 1)
