import type { Cohort, Lines } from './cohort.ts'
import type { Counting } from './countings.ts'
import { rowsOf } from './rows.ts'

/** Matters in which one of these acts was done in the period, each once; apart by what a field said (`propose:policy`). */
export const mattersWith = (...acts: readonly string[]): Counting => counted({ either: [{ lines: [times(acts)] }] })

/** How often these acts were done in the period: for tables of organs, where a matter may stand in several rows. */
export const timesDone = (...acts: readonly string[]): Counting => counted({ lines: [times(acts)] })

const times = (acts: readonly string[]): Lines => ({ kind: 'act', about: acts, days: 'in the month' })

const counted =
  (cohort: Cohort): Counting =>
  (db, question) =>
    rowsOf(db, question, cohort)
