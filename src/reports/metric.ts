import type { Text } from '../law/words.ts'
import type { Counting } from './countings.ts'
import type { Treatment } from './treatment.ts'
import type { Unit } from './visits.ts'

/** A figure: what it is called, what it counts, and of what. A changed meaning is a new version. */
export type Metric = {
  id: string
  version: string
  title: Text
  formula: Text
  basis: Text
  /** A rate has a denominator, a count has none. */
  numerator: Counting
  denominator?: Counting
  /** 件次 if not said. */
  unit?: Unit
  /** Not counted for one organ: it would mix what one organ received with what another answered. */
  districtOnly?: true
  /** Counted where matters come in: for an organ that takes none in it would be nought for ever. */
  officeOnly?: true
  /** What becomes of a matter that did not go straight through. */
  treatment: Treatment
  /** Whose figure a matter enters. */
  belongsTo: Text
  /** The article, or whoever reckons so. */
  source: Text
  /** What it meant before, newest first; still to be counted, so that one month can be read under both. */
  earlier?: readonly Earlier[]
}

/** A meaning that was in force until a day, that day included. */
export type Earlier = Pick<Metric, 'version' | 'formula' | 'numerator' | 'denominator'> & { until: string }
