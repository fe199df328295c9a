import type { Db } from '../db/dialect.ts'
import { rateOf } from '../law/rate.ts'
import { BALANCE, HELD, additionNamed, nameOf, said } from './additions.ts'
import type { Additions } from './additions.ts'
import type { CohortName } from './cohorts.ts'
import type { Counting } from './countings.ts'
import { cutEarlier } from './cut.ts'
import type { Cut } from './cut.ts'
import { figureFrom, sumOf, sumsBy } from './figures.ts'
import type { Dimension, Figure } from './figures.ts'
import { sumHeld } from './held.ts'
import type { Held } from './held.ts'
import type { Metric } from './metric.ts'
import type { Question } from './rows.ts'
import { endOf, settledAt } from './settle.ts'
import { holdersIn } from './standing.ts'
import { addedBetween } from './touched.ts'

/** The figures of a question, of its own stretch and of whole months up to a year before. */
export type Figures = {
  figure: (metric: Metric, cut: Cut) => Promise<Figure>
  /** The sums for every value of a dimension at once. */
  sumsBy: (counting: Counting, dimension: Dimension) => Promise<Map<string | null, number>>
  /** Who has what stands open; of the whole district only. */
  holders: () => Promise<Held[]>
}

/** Whole months of the district are read from what is kept; anything else from the lines. */
export async function figuresFor(db: Db, question: Question): Promise<Figures> {
  const lines = figuresInLines(db, question)
  const { cut, session, organ, accusations } = question
  if (cut.kind !== 'month' || session !== null || organ !== null || accusations !== 'left out') return lines
  const kept = await keptFigures(db, question)
  return {
    figure: (metric, asked) => (isWhole(asked) ? kept : lines).figure(metric, asked),
    sumsBy: (isWhole(cut) ? kept : lines).sumsBy,
    holders: (isWhole(cut) ? kept : lines).holders,
  }
}

const isWhole = ({ through, last }: Cut) => through === last

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

/** What was settled by the instant, and what the cases touched since add to it. */
async function keptFigures(db: Db, { cut, procedure }: Question): Promise<Figures> {
  const months = Array.from({ length: 13 }, (_, i) => cutEarlier(cut, i).period)
  const settled = await settledAt(db, cut.asOf)
  const { additions } = await addedBetween(db, endOf(settled), cut.asOf, new Set(months))
  if (settled !== '') await addKept(db, additions, settled, months)
  const sums = [...additions]
    .map(([name, n]) => ({ ...additionNamed(name), n }))
    .filter(sum => procedure === null || sum.procedure === procedure)
  const groups = Map.groupBy(sums, ({ dimension, month, cohort }) => groupOf(dimension, month, cohort))
  const within = (dimension: Dimension, month: string, cohort: CohortName) =>
    addsUp(cohort)
      ? (groups.get(BALANCE) ?? []).filter(sum => isIn(sum, month, cohort))
      : (groups.get(groupOf(dimension, month, cohort)) ?? [])
  const total = (month: string, counting: Counting) =>
    within('procedure', month, cohortOf(counting)).reduce((so, { n }) => so + n, 0)
  return {
    figure: async ({ numerator, denominator }, { period }) => {
      const n = total(period, numerator)
      const of = denominator ? total(period, denominator) : null
      return { numerator: n, denominator: of, rate: of === null ? null : rateOf(n, of) }
    },
    sumsBy: async (counting, dimension) => {
      const found = new Map<string | null, number>()
      for (const { procedure, word, n } of within(dimension, cut.period, cohortOf(counting))) {
        const key = dimension === 'procedure' ? procedure : word || null
        found.set(key, (found.get(key) ?? 0) + n)
      }
      return found
    },
    holders: async () => sumHeld((groups.get(HELD) ?? []).filter(sum => sum.month <= cut.period)),
  }
}

type Sum = ReturnType<typeof additionNamed>

function cohortOf({ cohort }: Counting): CohortName {
  if (cohort === undefined) throw new Error('Only cohorts are kept as sums')
  return cohort
}

const groupOf = (dimension: string, month: string, cohort: string) =>
  dimension === BALANCE || dimension === HELD ? dimension : `${dimension} ${month} ${cohort}`

const addsUp = (cohort: CohortName) => cohort === 'carriedOver' || cohort === 'open'

/** All that came in earlier months less what went, as it then stood, or as it stands at the month’s end. */
const isIn = (sum: Sum, month: string, cohort: CohortName): boolean =>
  cohort === 'carriedOver'
    ? sum.month < month && sum.word < month
    : sum.month === month || (sum.month < month && sum.word <= month)

async function addKept(db: Db, to: Additions, settled: string, [month = '', ...earlier]: readonly string[]) {
  const kept = db
    .selectFrom('figure_sums')
    .select(['dimension', 'month', 'procedure', 'cohort', 'word'])
    .select(eb => eb.fn.sum<number>('n').as('n'))
    .where('period', '<=', settled)
    .groupBy(['dimension', 'month', 'procedure', 'cohort', 'word'])
  const rows = [
    ...(await kept.where('dimension', 'in', [BALANCE, HELD]).where('month', '<=', month).execute()),
    ...(await kept
      .where('dimension', '=', 'procedure')
      .where('month', 'in', [month, ...earlier])
      .execute()),
    ...(await kept
      .where('dimension', 'in', ['organ', ...said])
      .where('month', '=', month)
      .execute()),
  ]
  for (const { n, ...addition } of rows) {
    const name = nameOf(addition)
    const sum = (to.get(name) ?? 0) + Number(n)
    if (sum === 0) to.delete(name)
    else to.set(name, sum)
  }
}
