/** Chance that always falls alike: the same seed tells the same year. */
export type Chance = {
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number
  /** True so often in a hundred. */
  in100: (times: number) => boolean
  pick: <T>(choices: readonly [T, ...T[]]) => T
  shuffle: <T>(things: readonly T[]) => T[]
}

export function chance(seed: number): Chance {
  const next = mulberry32(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    in100: times => next() * 100 < times,
    pick: choices => choices[between(0, choices.length - 1)] ?? choices[0],
    shuffle: things =>
      things
        .map(thing => ({ thing, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ thing }) => thing),
  }
}

/** Tommy Ettinger's generator: small, and good enough for made-up lives. */
function mulberry32(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
