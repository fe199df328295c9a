/** Fewer matters than this are never told of a value, nor a change of fewer. */
export const LEAST = 10
/** What is merged adds up to at least this: then each small value in it may be anything from none to nine. */
const ENOUGH = 2 * LEAST - 1

/** A value of a breakdown with those below it, in an order that does not hang on their counts. */
export type Branch = { readonly id: string; readonly parts: readonly Branch[] }
/** Counts of matters by the id of a value without parts. */
export type Counts = ReadonlyMap<string, number>
/** What is told: `others` is the sum of the parts that are merged, null where none are told apart or none merged. */
export type Told = { id: string; n: number; parts: Told[]; others: number | null }

/**
 * The rule of publication. A value is told where it counts ten or more and, where earlier versions of the table were
 * published, differs from each of them by ten or more. The others are merged into their parent; with them, from the
 * last in order on, as many that could be told as it takes until at least one is among them and the sum, and its
 * difference from every earlier version, reach nineteen. So no equation leaves a value of fewer than ten, or a change
 * of fewer than ten, less room than from none to nine, also for who knows this rule.
 */
export function tell(branch: Branch, now: Counts, earlier: readonly Counts[]): Told | null {
  if (!isAtLeast(LEAST, [branch], now, earlier)) return null
  const tellable = branch.parts.filter(part => isAtLeast(LEAST, [part], now, earlier))
  const shown = branch.parts.length === tellable.length ? tellable : lessMerged(branch, tellable, now, earlier)
  const merged = branch.parts.filter(part => !shown.includes(part))
  return {
    id: branch.id,
    n: sumOf(branch, now),
    parts: shown.flatMap(part => tell(part, now, earlier) ?? []),
    others: shown.length > 0 && merged.length > 0 ? sumsOf(merged, now) : null,
  }
}

/** Of the values that could be told, those that still are when enough have been merged with the small ones. */
function lessMerged(branch: Branch, tellable: readonly Branch[], now: Counts, earlier: readonly Counts[]): Branch[] {
  for (let n = tellable.length - 1; n > 0; n--) {
    const shown = tellable.slice(0, n)
    const merged = branch.parts.filter(part => !shown.includes(part))
    if (isAtLeast(ENOUGH, merged, now, earlier)) return shown
  }
  return []
}

const isAtLeast = (least: number, branches: readonly Branch[], now: Counts, earlier: readonly Counts[]): boolean => {
  const n = sumsOf(branches, now)
  return n >= least && earlier.every(then => Math.abs(n - sumsOf(branches, then)) >= least)
}

const sumsOf = (branches: readonly Branch[], counts: Counts): number =>
  branches.reduce((sum, branch) => sum + sumOf(branch, counts), 0)

const sumOf = ({ id, parts }: Branch, counts: Counts): number =>
  parts.length === 0 ? (counts.get(id) ?? 0) : sumsOf(parts, counts)
