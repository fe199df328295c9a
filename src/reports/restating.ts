import type { FactTable } from '../db/tables.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { Cut } from './cut.ts'
import { metrics } from './metrics.ts'
import { movesIn } from './restated_moves.ts'
import type { Move } from './restated_moves.ts'

/**
 * What one act recorded since changed of a case's part in the figures: by organ, by cohort so many more or fewer, and
 * from which row of their tables to which the case moved, which adds nothing.
 */
export type Effect = {
  number: string
  seq: number
  organ: string | null
  changes: Map<CohortName, number>
  moves: readonly Move[]
}

/**
 * The acts recorded after the cut's instant that changed what a case with these lines (in order) adds to the figures.
 * They sum to what it adds now less what it added then; what cancels out in between is left out. An act that moved it
 * to another row of a table is among them, where a cohort said to stand in rows has it: it was counted then and is now.
 */
export function effectsIn(
  lines: readonly FactTable[],
  cut: Cut,
  names: readonly CohortName[],
  inRows: readonly CohortName[],
): Effect[] {
  const since = [...new Set(lines.filter(line => line.recorded_at > cut.asOf).map(({ seq }) => seq))]
  if (since.length === 0) return []
  const known = (seq: number) => lines.filter(line => line.recorded_at <= cut.asOf || line.seq <= seq)
  const [before, after] = [partsOf(known(-1), cut, names), partsOf(lines, cut, names)]
  const staying = inRows.filter(name => countOf(before, name) !== 0 && countOf(after, name) !== 0)
  const stages = since.map(seq => ({ seq, lines: known(seq) }))
  const moves = movesIn(known(-1), stages, staying)
  if (changesBetween(before, after).length === 0 && moves.length === 0) return []
  let was = before
  const changes = stages.flatMap(({ seq, lines }) => {
    const is = partsOf(lines, cut, names)
    const changes = changesBetween(was, is)
    was = is
    return changes.map(change => ({ ...change, seq }))
  })
  const sums = new Map<string, number>()
  for (const change of changes) sums.set(placeOf(change), (sums.get(placeOf(change)) ?? 0) + change.n)
  const lasting = changes.filter(change => sums.get(placeOf(change)) !== 0)
  const acts = Map.groupBy(lasting, ({ seq, organ }) => `${seq} ${organ ?? ''}`)
  const number = lines[0]?.case_number ?? ''
  const moved = { organ: [...(after.get(staying[0] ?? 'received') ?? [])].find(([, n]) => n !== 0)?.[0] ?? null }
  return since.flatMap(seq => {
    const own = [...acts.values()].flatMap(([first, ...rest]) =>
      first?.seq === seq
        ? [{ organ: first.organ, changes: new Map([first, ...rest].map(({ cohort, n }) => [cohort, n])) }]
        : [],
    )
    const went = moves.flatMap(({ seq: by, ...move }) => (by === seq ? [move] : []))
    const effects = own.length === 0 && went.length > 0 ? [{ ...moved, changes: new Map<CohortName, number>() }] : own
    return effects.map((effect, i) => ({ number, seq, ...effect, moves: i === 0 ? went : [] }))
  })
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

const countOf = (parts: Parts, cohort: CohortName): number =>
  [...(parts.get(cohort)?.values() ?? [])].reduce((sum, n) => sum + n, 0)

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
