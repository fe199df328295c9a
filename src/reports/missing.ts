import { countingOf } from './countings.ts'
import type { Counting } from './countings.ts'
import type { Side } from './figures.ts'
import type { Metric } from './metric.ts'

/** A side of a figure, or what stands between them: what is missing from 100 %. */
export type Listable = Side | 'missing'

/** What a rate’s denominator has and its numerator has not: where the numerator is those of the denominator that pass one test. */
export function missingOf({ numerator, denominator }: Pick<Metric, 'numerator' | 'denominator'>): Counting | undefined {
  const [part, whole] = [numerator.means, denominator?.means]
  if (!part || !('of' in part) || part.of !== whole) return undefined
  const [test, ...others] = part.having
  return test && !('not' in test) && others.length === 0
    ? countingOf({ of: part.of, having: [{ not: test }] })
    : undefined
}

export const countingListed = (metric: Metric, side: Listable): Counting | undefined =>
  side === 'missing' ? missingOf(metric) : metric[side]
