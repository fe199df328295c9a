import type { Db } from '../db/dialect.ts'
import { addMonths } from '../law/day.ts'
import { HELD } from './additions.ts'
import { addsUpOverMonths, ofYear } from './counted_through.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import type { Counting } from './countings.ts'
import type { Cut } from './cut.ts'
import { figureFrom, sumOf, sumsBy } from './figures.ts'
import type { Dimension, Figure } from './figures.ts'
import { sumHeld } from './held.ts'
import type { Held } from './held.ts'
import { keptSums } from './kept_sums.ts'
import { isStanding } from './may_stand.ts'
import type { Metric } from './metric.ts'
import type { Question } from './rows.ts'
import { holdersIn } from './standing.ts'

/** The figures of a question, of its own stretch and of months up to a year before. */
export type Figures = {
  figure: (metric: Metric, cut: Cut) => Promise<Figure>
  /** The sums for every value of a dimension at once. */
  sumsBy: (counting: Counting, dimension: Dimension) => Promise<Map<string | null, number>>
  /** Who has what stands open; of the whole district only. */
  holders: () => Promise<Held[]>
}

/** What figures are put together from, wherever it is read. */
type Source = Pick<Figures, 'sumsBy' | 'holders'> & { sum: (counting: Counting, cut: Cut) => Promise<number> }

/** Of the district, what adds up day by day is read from what is kept; anything else from the lines. */
export async function figuresFor(db: Db, question: Question): Promise<Figures> {
  const lines = inLines(db, question)
  const { cut, session, organ, accusations } = question
  if (session !== null || organ !== null || accusations !== 'left out') return figuresFrom(lines)
  const kept = await keptSource(db, question)
  const of = (counting: Counting, asked: Cut, dimension: Dimension) =>
    isKept(counting, asked, dimension) ? kept : lines
  return figuresFrom({
    sum: (counting, asked) => of(counting, asked, 'procedure').sum(counting, asked),
    sumsBy: (counting, dimension) => of(counting, cut, dimension).sumsBy(counting, dimension),
    holders: kept.holders,
  })
}

/** The figures of a question, counted in its lines. */
export const figuresInLines = (db: Db, question: Question): Figures => figuresFrom(inLines(db, question))

const figuresFrom = ({ sum, ...source }: Source): Figures => ({
  ...source,
  figure: (metric, cut) => figureFrom(metric, counting => sum(counting, cut)),
})

/** What is done after a period, and still counted in it, is not; of a year what is no sum of months is by organ alone. */
const isKept = ({ cohort }: Counting, cut: Cut, dimension: Dimension): boolean =>
  cohort !== undefined && cut.through <= cut.last && dimensionKept(dimension, cut, cohort) !== undefined

function dimensionKept(dimension: Dimension, { kind }: Cut, cohort: CohortName): string | undefined {
  if (kind === 'month' || addsUpOverMonths(cohorts[cohort]) || isStanding(cohort)) return dimension
  return dimension === 'procedure' || dimension === 'organ' ? ofYear(dimension) : undefined
}

/** A sum that several figures or tables ask for is read once. */
function inLines(db: Db, question: Question): Source {
  const known = new Map<Counting, Map<string, Promise<number>>>()
  const sum = (counting: Counting, cut: Cut) => {
    const sums = known.get(counting) ?? new Map<string, Promise<number>>()
    const stretch = `${cut.start} ${cut.last} ${cut.through}`
    const found = sums.get(stretch) ?? sumOf(db, counting(db, { ...question, cut }))
    known.set(counting, sums.set(stretch, found))
    return found
  }
  return {
    sum,
    sumsBy: (counting, dimension) => sumsBy(db, question, counting(db, question), dimension),
    holders: () => holdersIn(db, question),
  }
}

/** From what was settled by the instant, and what the cases touched since add to it. */
async function keptSource(db: Db, { cut, procedure }: Question): Promise<Source> {
  const sums = await keptSums(db, cut.asOf, periodsOf(cut))
  const ours = <T extends { procedure: string }>(rows: readonly T[]) =>
    rows.filter(row => procedure === null || row.procedure === procedure)
  const rowsOf = async (dimension: Dimension, asked: Cut, { cohort }: Counting) => {
    if (cohort === undefined) throw new Error('Only cohorts are kept as sums')
    if (isStanding(cohort)) return ours(await sums.standing(cohort, asked))
    const kept = dimensionKept(dimension, asked, cohort) ?? dimension
    return ours(await sums.within(kept, asked.start, asked.end)).filter(row => row.cohort === cohort)
  }
  return {
    sum: async (counting, asked) => (await rowsOf('procedure', asked, counting)).reduce((so, { n }) => so + n, 0),
    sumsBy: async (counting, dimension) => {
      const found = new Map<string | null, number>()
      for (const row of await rowsOf(dimension, cut, counting)) {
        const key = dimension === 'procedure' ? row.procedure : row.word || null
        found.set(key, (found.get(key) ?? 0) + row.n)
      }
      return new Map([...found].filter(([, sum]) => sum !== 0))
    },
    holders: async () => sumHeld(ours(await sums.within(HELD, '', cut.end))),
  }
}

/** The months of the cut and of the year before it; and where it is a year, the two years. */
function periodsOf({ kind, start, last }: Cut): Set<string> {
  const periods = new Set<string>()
  for (let month = addMonths(start, -12); month <= last; month = addMonths(month, 1)) {
    periods.add(month.slice(0, 7))
    if (kind === 'year') periods.add(month.slice(0, 4))
  }
  return periods
}
