import type { FactTable } from '../db/tables.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { Cut } from './cut.ts'
import { metrics } from './metrics.ts'

/** What one act recorded since changed of a case's part in the figures: by organ, and by cohort so many more or fewer. */
export type Effect = { number: string; seq: number; organ: string | null; changes: Map<CohortName, number> }

/**
 * The acts recorded after the cut's instant that changed what a case with these lines (in order) adds to the figures.
 * They sum to what it adds now less what it added then; what cancels out in between is left out.
 */
export function effectsIn(lines: readonly FactTable[], cut: Cut, names: readonly CohortName[]): Effect[] {
  const since = [...new Set(lines.filter(line => line.recorded_at > cut.asOf).map(({ seq }) => seq))]
  if (since.length === 0) return []
  const known = (seq: number) => lines.filter(line => line.recorded_at <= cut.asOf || line.seq <= seq)
  const before = partsOf(known(-1), cut, names)
  if (changesBetween(before, partsOf(lines, cut, names)).length === 0) return []
  let was = before
  const changes = since.flatMap(seq => {
    const is = partsOf(known(seq), cut, names)
    const changes = changesBetween(was, is)
    was = is
    return changes.map(change => ({ ...change, seq }))
  })
  const sums = new Map<string, number>()
  for (const change of changes) sums.set(placeOf(change), (sums.get(placeOf(change)) ?? 0) + change.n)
  const lasting = changes.filter(change => sums.get(placeOf(change)) !== 0)
  const acts = Map.groupBy(lasting, ({ seq, organ }) => `${seq} ${organ ?? ''}`)
  return [...acts.values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            number: lines[0]?.case_number ?? '',
            ...{ seq: first.seq, organ: first.organ },
            changes: new Map([first, ...rest].map(({ cohort, n }) => [cohort, n])),
          },
        ]
      : [],
  )
}

type Change = { cohort: CohortName; organ: string | null; n: number }
/** By cohort and organ, what a case adds. */
type Parts = ReadonlyMap<CohortName, ReadonlyMap<string | null, number>>

function partsOf(lines: readonly FactTable[], cut: Cut, names: readonly CohortName[]): Parts {
  const [byKind, known] = [Map.groupBy(lines, line => line.kind), new Map()]
  return new Map(
    names.map(name => {
      const organs = new Map<string | null, number>()
      for (const { n, organ } of countIn(byKind, cut, cohorts[name], known))
        organs.set(organ, (organs.get(organ) ?? 0) + n)
      return [name, organs]
    }),
  )
}

function changesBetween(was: Parts, is: Parts): Change[] {
  return [...is].flatMap(([cohort, now]) => {
    const then = was.get(cohort) ?? new Map<string | null, number>()
    const changes = [...new Set([...then.keys(), ...now.keys()])]
      .map(organ => ({ cohort, organ, n: (now.get(organ) ?? 0) - (then.get(organ) ?? 0) }))
      .filter(({ n }) => n !== 0)
    return mixesOrgans.has(cohort) ? together(changes) : changes
  })
}

/** What one organ received less what another answered is one change of the district's, where it has come about. */
function together(changes: readonly Change[]): Change[] {
  const n = changes.reduce((sum, change) => sum + change.n, 0)
  const where = changes.find(change => Math.sign(change.n) === Math.sign(n))
  return where && n !== 0 ? [{ ...where, n }] : []
}

const placeOf = ({ cohort, organ }: Change) => (mixesOrgans.has(cohort) ? cohort : `${cohort} ${organ ?? ''}`)

const sidesOf = (isOne: boolean) =>
  metrics
    .filter(metric => (metric.districtOnly === true) === isOne)
    .flatMap(({ numerator, denominator }) => [numerator.cohort, denominator?.cohort])
const [ofDistrict, ofOrgans] = [sidesOf(true), new Set(sidesOf(false))]
const mixesOrgans: ReadonlySet<CohortName | undefined> = new Set(ofDistrict.filter(cohort => !ofOrgans.has(cohort)))
