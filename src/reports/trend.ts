import { sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { cutEarlier, knownThrough, wholeMonth } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Figures } from './kept_figures.ts'
import { metrics as dictionary } from './metrics.ts'
import type { Metric } from './metric.ts'
import type { Cell, Report, ReportColumn, ReportTable } from './report.ts'

/** The table of twelve months in a report; none in a report that has no months. */
export const trendIn = ({ tables }: Pick<Report, 'tables'>): ReportTable | undefined =>
  tables.find(({ id }) => id === 'trend')

/**
 * Twelve months up to the report’s: whole months as they are known at its instant, and last its own stretch. A rate has
 * what it is of beside it. Of the figures asked of, those that say where things go.
 */
export async function trendOf(
  all: Pick<Figures, 'figure'>,
  cut: Cut,
  of: readonly Metric[] = dictionary,
): Promise<ReportTable> {
  const metrics = of.filter(({ id }) => shown.includes(id))
  const cuts = [...monthsBefore(cut, 11), cut]
  const rows: Cell[][] = []
  for (const month of cuts) {
    const cells: Cell[] = [month.period, month.through]
    for (const metric of metrics) {
      const { numerator, denominator, rate } = await all.figure(metric, month)
      cells.push(...(denominator === null ? [numerator] : [denominator, rate]))
    }
    rows.push(cells)
  }
  return {
    id: 'trend',
    title: { zh: '十二个月趋势', en: 'Twelve months' },
    note: isWhole(cut) ? known : lastThrough(knownThrough(cut)),
    columns: [
      { id: 'month', title: { zh: '月份', en: 'Month' }, kind: 'text' },
      { id: 'through', title: { zh: '统计到', en: 'Through' }, kind: 'text' },
      ...metrics.flatMap(columnsOf),
    ],
    rows,
  }
}

const shown = ['received', 'answered', 'open', 'closure_rate', 'on_time_rate', 'satisfaction_organ']

/** Months from so many before the cut’s up to the one before it, the earliest first. */
const monthsBefore = (cut: Cut, months: number): Cut[] =>
  Array.from({ length: months }, (_, i) => wholeMonth(cutEarlier(cut, months - i).period, cut.asOf))

const columnsOf = ({ id, title, denominator }: Metric): ReportColumn[] =>
  denominator === undefined
    ? [{ id, title, kind: 'number' }]
    : [
        { id: `${id}_denominator`, title: { zh: `${title.zh}分母`, en: `${title.en}: denominator` }, kind: 'number' },
        { id, title, kind: 'rate' },
      ]

const isWhole = (cut: Cut): boolean => cut.through === cut.last && knownThrough(cut) === cut.last

const known: Text = { zh: '各月均按本报表的已知时刻统计', en: 'Every month as known at the instant of this report' }

const lastThrough = (day: Day): Text => ({
  zh: `最后一个月统计到${sayDay(day).zh}，其余为整月；各月均按本报表的已知时刻统计`,
  en: `The last month is counted through ${sayDay(day).en}, the others are whole; every month as known at the instant of this report`,
})
