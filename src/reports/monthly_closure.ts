import { breakdown, organsWithout } from './breakdown.ts'
import { cutEarlier } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Figure } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import { metrics } from './metrics.ts'
import type { Metric } from './metrics.ts'
import { perCentBetween, pointsBetween } from '../law/rate.ts'
import { ranked } from './ranking.ts'
import type { Cell, ReportTable } from './report.ts'
import type { ReportKind } from './registry.ts'
import { trendOf } from './trend.ts'

/** 月报: what came, what was answered, how far from complete, and where it stands open. */
export const monthlyClosure: ReportKind = {
  slug: 'monthly-closure',
  title: { zh: '办结月报', en: 'Monthly closure' },
  lead: {
    zh: '一个月收了多少、办了多少、离百分之百还差什么',
    en: 'What came in a month, what was done, and what is missing from 100 %',
  },
  period: 'month',
  metrics,
  tables: async (db, question, figures, all) => {
    const byOrgan = question.organ === null ? await breakdown(db, all, question, 'organ') : undefined
    return [
      await trendOf(all, question.cut, [...figures.keys()]),
      ...(byOrgan ? [ranked(byOrgan), await organsWithout(db, byOrgan, question)] : []),
      await changes(all, question.cut, figures),
      await breakdown(db, all, question, 'procedure'),
      await breakdown(db, all, question, 'petition_kind'),
      await breakdown(db, all, question, 'channel'),
      await breakdown(db, all, question, 'category'),
    ]
  },
}

/** Beside the month before and the same month a year before: counts in number and per cent, rates in points. */
async function changes(all: Figures, cut: Cut, figures: ReadonlyMap<Metric, Figure>): Promise<ReportTable> {
  const rows: Cell[][] = []
  for (const [metric, now] of figures) {
    const month = await all.figure(metric, cutEarlier(cut, 1))
    const year = await all.figure(metric, cutEarlier(cut, 12))
    const beside = (earlier: Figure) => [shown(earlier), change(now, earlier), perCent(now, earlier)]
    rows.push([metric.title, shown(now), ...beside(month), ...beside(year)])
  }
  return {
    id: 'changes',
    title: { zh: '环比和同比', en: 'Beside earlier periods' },
    note: {
      zh: '件数的变化以件数和百分比计，比率的变化只以百分点计；上期为0的不计百分比',
      en: 'Counts change in number and in per cent, rates in percentage points only; over nothing there is no per cent',
    },
    columns: [
      { id: 'metric', title: { zh: '指标', en: 'Figure' }, kind: 'text' },
      { id: 'now', title: { zh: '本期', en: 'This period' }, kind: 'rate' },
      { id: 'previous_month', title: { zh: '上月', en: 'Month before' }, kind: 'rate' },
      { id: 'change_month', title: { zh: '环比', en: 'Change' }, kind: 'rate' },
      { id: 'change_month_percent', title: { zh: '环比（%）', en: 'Change (%)' }, kind: 'rate' },
      { id: 'previous_year', title: { zh: '上年同期', en: 'Year before' }, kind: 'rate' },
      { id: 'change_year', title: { zh: '同比', en: 'Change on the year' }, kind: 'rate' },
      { id: 'change_year_percent', title: { zh: '同比（%）', en: 'Change on the year (%)' }, kind: 'rate' },
    ],
    rows,
  }
}

const shown = ({ numerator, denominator, rate }: Figure): Cell => (denominator === null ? numerator : rate)

function change(now: Figure, earlier: Figure): Cell {
  if (now.denominator !== null) return pointsBetween(now.rate, earlier.rate)
  const by = now.numerator - earlier.numerator
  return by > 0 ? `+${by}` : String(by)
}

/** A rate has no change in per cent: that would be per cent of per cent. */
const perCent = (now: Figure, earlier: Figure): Cell =>
  now.denominator === null ? perCentBetween(now.numerator, earlier.numerator) : ''
