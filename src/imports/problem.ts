import type { Text } from '../law/words.ts'

/** One thing wrong with a ledger, where it stands, and what to do about it. Row 0 is the file itself. */
export type ImportProblem = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly problem: Text
}

/** The value is cut to 80 characters, never through the middle of one. */
export const problemAt = (row: number, column: string, value: string, problem: Text): ImportProblem => ({
  row,
  column,
  value: firstCharacters(value, 80),
  problem,
})

/** A problem of the file as a whole. */
export const problemOfFile = (problem: Text): ImportProblem => problemAt(0, '', '', problem)

export const firstCharacters = (text: string, count: number): string =>
  Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('')
