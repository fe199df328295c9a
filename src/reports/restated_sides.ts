import type { Text } from '../law/words.ts'
import type { CohortName } from './cohorts.ts'
import type { Metric } from './metric.ts'

/** A cohort by what it is called, and every side of a figure that it is. */
type Sides = { cohort: CohortName; title: Text; sides: string[] }

/** A count gives what it counts its name; what only a rate knows is named as its numerator or denominator. */
export function sidesOf(metrics: readonly Metric[]): Sides[] {
  const all = metrics.flatMap(({ id, title, numerator, denominator }) => [
    { cohort: numerator.cohort, side: `${id}.numerator`, title: denominator ? within(title, parts.numerator) : title },
    { cohort: denominator?.cohort, side: `${id}.denominator`, title: within(title, parts.denominator) },
  ])
  const byCohort = Map.groupBy(all, ({ cohort }) => cohort)
  return [...byCohort].flatMap(([cohort, [first, ...rest]]) =>
    cohort && first ? [{ cohort, title: first.title, sides: [first, ...rest].map(({ side }) => side) }] : [],
  )
}

const within = (title: Text, part: Text): Text => ({ zh: `${title.zh}（${part.zh}）`, en: `${title.en} (${part.en})` })

const parts = {
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
}
