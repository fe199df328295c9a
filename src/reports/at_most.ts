/** The first of a list in order, and whoever is level with the last of them. */
export function atMost<T>(most: number | undefined, sorted: readonly T[], of: (one: T) => number): readonly T[] {
  const last = most === undefined ? undefined : sorted[most - 1]
  return last === undefined ? sorted : sorted.filter(one => of(one) >= of(last))
}
