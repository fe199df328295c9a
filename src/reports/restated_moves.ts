import type { FactTable } from '../db/tables.ts'
import { said } from './counted_through.ts'
import type { CohortName } from './cohorts.ts'

/** A case counted then as now, in these cohorts, that stands in another row of their tables; null where nothing is said. */
export type Move = {
  dimension: (typeof said)[number]
  from: string | null
  to: string | null
  cohorts: readonly CohortName[]
}
/** What is known of a case once an act is recorded: its lines in order. */
type Stage = { seq: number; lines: readonly FactTable[] }

/** By act, from which row to which a case went that was known by the lines before; nothing where it came back to its row. */
export const movesIn = (
  before: readonly FactTable[],
  stages: readonly Stage[],
  cohorts: readonly CohortName[],
): (Move & { seq: number })[] =>
  said.flatMap(dimension => {
    const words = [before, ...stages.map(({ lines }) => lines)].map(lines => lines.at(-1)?.[dimension] ?? null)
    if (cohorts.length === 0 || words[0] === words.at(-1)) return []
    return stages.flatMap(({ seq }, i) => {
      const [from, to] = [words[i] ?? null, words[i + 1] ?? null]
      return from === to ? [] : [{ seq, dimension, from, to, cohorts }]
    })
  })
