import { lineRight } from './correct.ts'
import type { As, Counting, Line } from './counting.ts'
import { dueLines, metLines, takenBack } from './counting_clocks.ts'
import { marksOf } from './marks.ts'
import type { Marked } from './marks.ts'
import type { CaseData, Counted } from './view.ts'

/**
 * A matter found to be of another kind (an appeal that is an accusation, say) is counted as what it is from its first
 * day: every line that stands, and every pair a reopening left, is taken back as it was and counted again as it is.
 */
export function recastLines({ procedure, before, row, data, isFirst }: Counting): { line: Line; as: As }[] {
  const heads = { before: headsOf(before.data), now: headsOf(data) }
  const isSame = asked.every(word => before.row[word] === row[word]) && heads.before === heads.now
  if (isFirst || isSame) return []
  const clocks = before.deadlines.flatMap(line => [...dueLines(line), ...metLines(line)])
  const marks = marksOf(procedure, before.data).map(mark => markLine(mark, 1, before.data))
  return [...countedIn(before.data).flatMap(linesOf), ...marks, ...clocks].flatMap(line => [
    { line: takenBack(line), as: { row: before.row, heads: heads.before } },
    { line, as: { row, heads: heads.now } },
  ])
}

/** What figures are broken down by and an office may put right. */
const asked = ['kind', 'category', 'place'] as const

/** A day put right: what was counted on the wrong day is taken back there and counted on the right one. */
export function correctedLines({ procedure, payload, before, data }: Counting): Line[] {
  const { corrects } = payload
  if (!corrects) return []
  const moved = countedIn(before.data).flatMap(line => {
    const right = lineRight(line, corrects)
    return right === line ? [] : [...linesOf(line).map(takenBack), ...(right ? linesOf(right) : [])]
  })
  const isArrival = arrivalIn(before.data)?.on !== arrivalIn(data)?.on
  const marks = isArrival ? marksOf(procedure, before.data) : []
  return [...moved, ...marks.flatMap(mark => [markLine(mark, -1, before.data), markLine(mark, 1, data)])]
}

/** What was counted, and on the same day taken back by what voided it. */
export function linesOf({ kind, what, on, organ, origin, voided }: Counted): Line[] {
  const line: Line = { kind, what, sign: 1, on, organ, ...(origin && { origin }) }
  return voided ? [line, { ...line, sign: -1, happenedOn: voided.on }] : [line]
}

/** A mark counts where and when the matter was received. */
export function markLine({ kind, about }: Marked, sign: 1 | -1, data: CaseData): Line {
  const arrival = arrivalIn(data)
  return { kind, what: about, sign, on: arrival?.on ?? '', organ: arrival?.organ ?? null }
}

const countedIn = ({ lasting, standing, voided = [] }: CaseData) => [...lasting, ...standing, ...voided]

const arrivalIn = ({ lasting }: CaseData) => lasting.find(({ kind }) => kind === 'received')

/** People in the group, 1 where none is said. */
export const headsOf = ({ set }: CaseData): number => (typeof set['heads'] === 'number' ? set['heads'] : 1)
