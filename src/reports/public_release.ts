import { rateOf } from '../law/rate.ts'
import type { Text } from '../law/words.ts'
import { procedureIds } from '../procedures/registry.ts'
import type { PUBLIC } from './archive.ts'
import type { CohortName } from './cohorts.ts'
import { metricNamed } from './metrics.ts'
import { countName } from './public_counts.ts'
import type { BrokenDown, PublicCounts, PublicDimension } from './public_counts.ts'
import { tell } from './public_merge.ts'
import type { Branch, Counts, Told } from './public_merge.ts'
import type { Restated } from './public_restated.ts'
import { UNSAID } from './public_trees.ts'
import type { PublicTree } from './public_trees.ts'

/** Null where fewer than ten. */
export type PublicFigure = {
  procedure: string
  metric: string
  version: string
  title: Text
  formula: Text
  numerator: number | null
  /** Undefined where the figure is a count. */
  denominator?: number | null
  rate?: string | null
}
export type PublicRow = { id: string; name: Text; n: number; rows: PublicRow[]; others: number | null }
export type PublicTable = { procedure: string; of: CohortName; by: PublicDimension } & Omit<
  PublicRow,
  'id' | 'name' | 'n'
>
/** What is made public when a month is closed: its own figures, and which of the twelve months before read otherwise. */
export type Release = {
  report: typeof PUBLIC
  month: string
  asOf: string
  definitions: string
  digest: string
  figures: PublicFigure[]
  tables: PublicTable[]
  restated: Restated[]
}
/** Ended otherwise, reopened and carried over are left out: the balance with them would tell small changes of `open`. */
// prettier-ignore
const shown: readonly { id: string; above: CohortName; below?: CohortName; only?: readonly string[] }[] = [
  { id: 'received', above: 'received' },
  { id: 'answered', above: 'answered' },
  { id: 'closed', above: 'closedHere' },
  { id: 'open', above: 'open' },
  { id: 'due', above: 'due' },
  { id: 'closure_rate', above: 'dueAnswered', below: 'due' },
  { id: 'on_time_rate', above: 'dueOnTime', below: 'due' },
  { id: 'recorded_late', above: 'dueRecordedLate' },
  { id: 'rated_share', above: 'toRateRated', below: 'toRate' },
  { id: 'satisfaction_office', above: 'satisfiedOffice', below: 'ratedOffice', only: ['petition'] },
  { id: 'satisfaction_organ', above: 'satisfiedOrgan', below: 'ratedOrgan' },
]
/** The fixed set of tables. */
// prettier-ignore
const fixed: readonly { procedures: readonly string[]; of: BrokenDown; by: readonly PublicDimension[] }[] = [
  { procedures: ['petition'], of: 'received', by: ['channel', 'category'] },
  { procedures: ['petition'], of: 'answered', by: ['category', 'organ'] },
  { procedures: ['deputy-suggestion', 'cppcc-proposal'], of: 'received', by: ['category'] },
  { procedures: ['deputy-suggestion', 'cppcc-proposal'], of: 'answered', by: ['organ'] },
]

/** Whether a procedure has this figure at all: where it never can, fewer than ten would be said of nothing. */
export const isOf = (procedure: string, metric: string): boolean =>
  shown.some(({ id, only }) => id === metric && (only?.includes(procedure) ?? true))

/** The month’s figures for each procedure, under the rule of `tell`. */
export const figuresFrom = (counts: PublicCounts): PublicFigure[] =>
  procedureIds().flatMap(procedure =>
    shown.flatMap(({ id, above, below }) => {
      const metric = metricNamed(id)
      if (!metric || !isOf(procedure, id)) return []
      const { version, title, formula } = metric
      const numerator = tellWhole(procedure, above, counts)
      const said = { procedure, metric: id, version, title, formula, numerator }
      if (!below) return said
      const denominator = tellWhole(procedure, below, counts)
      return { ...said, denominator, rate: numerator !== null && denominator ? rateOf(numerator, denominator) : null }
    }),
  )

/** One procedure’s count, or null. All procedures together are never told, so that none is the rest of the others. */
export function tellWhole(
  procedure: string,
  of: CohortName,
  now: PublicCounts,
  earlier: readonly PublicCounts[] = [],
): number | null {
  const countsOf = (counts: PublicCounts) => new Map([['', counts.get(countName(procedure, of)) ?? 0]])
  return tell({ id: '', parts: [] }, countsOf(now), earlier.map(countsOf))?.n ?? null
}

export const fixedTables: readonly TableOf[] = fixed.flatMap(({ procedures, of, by }) =>
  procedures.flatMap(procedure => by.map(by => ({ procedure, of, by }))),
)

export type Trees = Readonly<Record<PublicDimension, PublicTree>>
type TableOf = Pick<PublicTable, 'procedure' | 'of' | 'by'>

/** The table beside earlier versions of it, as known now: see `tell`. */
export function tableFrom(
  trees: Trees,
  table: TableOf,
  now: PublicCounts,
  earlier: readonly PublicCounts[] = [],
): PublicTable {
  const { root, names } = trees[table.by]
  const leaves = leavesOf(root)
  const countsOf = (counts: PublicCounts) => partsOf(counts, table, leaves)
  const told = tell(root, countsOf(now), earlier.map(countsOf))
  const row = ({ id, n, parts, others }: Told): PublicRow => ({
    ...{ id, name: names.get(id) ?? { zh: id, en: id }, n, rows: parts.map(row), others },
  })
  return { ...table, rows: told?.parts.map(row) ?? [], others: told?.others ?? null }
}

const leavesOf = ({ id, parts }: Branch): string[] => (parts.length === 0 ? [id] : parts.flatMap(leavesOf))

/** What is counted under no value of the tree counts as not stated. */
function partsOf(counts: PublicCounts, { procedure, of, by }: TableOf, leaves: readonly string[]): Counts {
  const parts = new Map(leaves.map(id => [id, counts.get(countName(procedure, of, by, id)) ?? 0]))
  const stated = [...parts.values()].reduce((sum, n) => sum + n, 0) - (parts.get(UNSAID) ?? 0)
  return parts.set(UNSAID, (counts.get(countName(procedure, of)) ?? 0) - stated)
}
