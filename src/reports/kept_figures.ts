import type { Db } from '../db/dialect.ts'
import { HELD } from './additions.ts'
import type { CohortName } from './cohorts.ts'
import type { Counting } from './countings.ts'
import { cutEarlier } from './cut.ts'
import type { Cut } from './cut.ts'
import { figureFrom, sumOf, sumsBy } from './figures.ts'
import type { Dimension, Figure } from './figures.ts'
import { sumHeld } from './held.ts'
import type { Held } from './held.ts'
import { keptSums } from './kept_sums.ts'
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

/** Months of the district, through any of their days, are read from what is kept; anything else from the lines. */
export async function figuresFor(db: Db, question: Question): Promise<Figures> {
  const lines = figuresInLines(db, question)
  const { cut, session, organ, accusations } = question
  if (cut.kind !== 'month' || session !== null || organ !== null || accusations !== 'left out') return lines
  const kept = await keptFigures(db, question)
  return {
    figure: (metric, asked) => (isKept(asked) ? kept : lines).figure(metric, asked),
    sumsBy: (isKept(cut) ? kept : lines).sumsBy,
    holders: kept.holders,
  }
}

/** What is done after a month, and still counted in it, is not. */
const isKept = ({ through, last }: Cut) => through <= last

/** A sum that several figures or tables ask for is read once. */
export function figuresInLines(db: Db, question: Question): Figures {
  const known = new Map<Counting, Map<string, Promise<number>>>()
  const sum = (counting: Counting, cut: Cut) => {
    const sums = known.get(counting) ?? new Map<string, Promise<number>>()
    const stretch = `${cut.start} ${cut.last} ${cut.through}`
    const found = sums.get(stretch) ?? sumOf(db, counting(db, { ...question, cut }))
    known.set(counting, sums.set(stretch, found))
    return found
  }
  return {
    figure: (metric, cut) => figureFrom(metric, counting => sum(counting, cut)),
    sumsBy: (counting, dimension) => sumsBy(db, question, counting(db, question), dimension),
    holders: () => holdersIn(db, question),
  }
}

/** From what was settled by the instant, and what the cases touched since add to it. */
async function keptFigures(db: Db, { cut, procedure }: Question): Promise<Figures> {
  const months = Array.from({ length: 13 }, (_, i) => cutEarlier(cut, i).period)
  const sums = await keptSums(db, cut.asOf, new Set(months))
  const ours = <T extends { procedure: string }>(rows: readonly T[]) =>
    rows.filter(row => procedure === null || row.procedure === procedure)
  const rowsOf = async (dimension: Dimension, asked: Cut, counting: Counting) => {
    const cohort = cohortOf(counting)
    if (cohort === 'carriedOver' || cohort === 'open') return ours(await sums.standing(cohort, asked))
    return ours(await sums.within(dimension, asked.start, asked.end)).filter(row => row.cohort === cohort)
  }
  const total = async (counting: Counting, asked: Cut) =>
    (await rowsOf('procedure', asked, counting)).reduce((so, { n }) => so + n, 0)
  return {
    figure: (metric, asked) => figureFrom(metric, counting => total(counting, asked)),
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

function cohortOf({ cohort }: Counting): CohortName {
  if (cohort === undefined) throw new Error('Only cohorts are kept as sums')
  return cohort
}
