import type { Lines } from './cohort.ts'
import { countingOf } from './countings.ts'
import type { Counting } from './countings.ts'

/** Matters in which one of these acts was done in the period, each once; apart by what a field said (`propose:policy`). */
export const mattersWith = (...acts: readonly string[]): Counting => countingOf({ either: [{ lines: [times(acts)] }] })

/** How often these acts were done in the period: for tables of organs, where a matter may stand in several rows. */
export const timesDone = (...acts: readonly string[]): Counting => countingOf({ lines: [times(acts)] })

const times = (acts: readonly string[]): Lines => ({ kind: 'act', about: acts, days: 'in the month' })
