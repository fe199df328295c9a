import { metricNamed } from './metrics.ts'
import type { ReportKind } from './registry.ts'
import { rankedOverMonths } from './ranked_months.ts'
import { trendOf } from './trend.ts'

const metrics = ['closure_rate', 'on_time_rate', 'recorded_late', 'satisfaction_organ', 'rated_share'].flatMap(
  id => metricNamed(id) ?? [],
)

/** What the leader's page is drawn from: figures of the monthly report, their year, and how organs have done in it. */
export const overview: ReportKind = {
  slug: 'overview',
  title: { zh: '总览', en: 'Overview' },
  lead: { zh: '本月离百分之百还差什么', en: 'What is missing from 100 % this month' },
  period: 'month',
  of: 'district',
  metrics,
  tables: async (db, { cut }, _, all) => [await trendOf(all, cut, metrics), await rankedOverMonths(db, cut, 12)],
}
