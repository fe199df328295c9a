import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Cut } from './cut.ts'

/**
 * Which matters a figure is about, as data: read by `rows.ts` as a query, which gives the list, and by `count.ts` off
 * the lines of one case. Both mean the same; a test holds them against each other.
 */
export type Cohort =
  /** What these signed lines add up to. */
  | { readonly lines: readonly Lines[] }
  /** Each matter once that stands due, by one of these deadlines, on a day of the stretch. */
  | { readonly due: readonly Deadline[]; readonly days: Stretch }
  /** Each matter once that is in one of these. */
  | { readonly either: readonly Cohort[] }
  /** Those of a cohort of which all of this stands true. */
  | { readonly of: Cohort; readonly having: readonly (Test | { readonly not: Test })[] }

export type Lines = {
  readonly kind: string
  /** What they may be about: with it they are a range of `facts_counted`, without it one of `facts_happened`. */
  readonly about?: readonly string[]
  readonly days: Stretch
  readonly weight?: 1 | -1
  /** Counts those who came, and not the matter once. */
  readonly people?: true
  readonly only?: { procedure?: string; channel?: string; headsFrom?: number; imported?: boolean }
}

export type Deadline = { readonly deadline: string; readonly procedure?: string }

/** That lines of these kinds do not cancel out, within the days said. */
export type Test = {
  readonly kinds: readonly string[]
  readonly about?: readonly string[]
  /** By the day it happened, where that is not the day it is counted on. */
  readonly happened?: true
  readonly byThrough?: true
  readonly byDue?: true
  readonly onDue?: true
  readonly recordedByDue?: true
  /** The same, and not taken back by an act that was recorded later. */
  readonly keptSinceDue?: true
}

/** By the day counted on, and the day of the act that made it so. */
export type Days = { from?: Day; to?: Day; happenedFrom?: Day; happenedTo?: Day }
export type Stretch = keyof typeof stretches

export const stretches = {
  'in the month': ({ start, end }: Cut): Days => ({ from: start, to: end }),
  /** However much of the month is asked for: what falls due in it is due. */
  'in the whole month': ({ start, last }: Cut): Days => ({ from: start, to: last }),
  'up to the end': ({ end }: Cut): Days => ({ to: end }),
  'before, as it then stood': (cut: Cut): Days => ({ to: dayBefore(cut), happenedTo: dayBefore(cut) }),
  'before, as it stands at the end': (cut: Cut): Days => ({ to: dayBefore(cut), happenedTo: cut.end }),
  'before, changed in the month': (cut: Cut): Days => ({
    to: dayBefore(cut),
    happenedFrom: cut.start,
    happenedTo: cut.end,
  }),
}

const dayBefore = ({ start }: Cut) => addDays(start, -1)
