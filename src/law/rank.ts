export type Share = { part: number; whole: number }
export type Placed<Row> = { row: Row; rank: number | null }

/** Below so many a share says little: no rank is read from it. */
export const SMALL = 5

/**
 * The larger share first, compared as whole numbers. Equal shares share a rank and the next is left out (1, 1, 3); small
 * samples follow unranked, and last those of whom nothing was asked. Within each the order given stays.
 */
export function rankByShare<Row>(rows: readonly Row[], shareOf: (row: Row) => Share): Placed<Row>[] {
  const large = rows.filter(row => shareOf(row).whole >= SMALL).toSorted((a, b) => compare(shareOf(a), shareOf(b)))
  const small = rows.filter(row => shareOf(row).whole > 0 && shareOf(row).whole < SMALL)
  const idle = rows.filter(row => shareOf(row).whole === 0)
  const rank = (row: Row) => large.filter(other => compare(shareOf(other), shareOf(row)) < 0).length + 1
  return [...large.map(row => ({ row, rank: rank(row) })), ...[...small, ...idle].map(row => ({ row, rank: null }))]
}

const compare = (a: Share, b: Share): number => b.part * a.whole - a.part * b.whole
