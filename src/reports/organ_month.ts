import { closureHeadline } from './headlines.ts'
import { breakdown } from './breakdown.ts'
import { clocksOf } from './organ_clocks.ts'
import { changes, monthBefore, sameMonthBefore } from './changes.ts'
import { metrics } from './metrics.ts'
import { trendOf } from './trend.ts'
import type { ReportKind } from './registry.ts'

/** 单位月报: one unit's own month — what it answered, which of its clocks it met, and what it is asked for still. */
export const organMonth: ReportKind = {
  slug: 'organ',
  title: { zh: '单位月报', en: 'An organ’s month' },
  lead: {
    zh: '一个单位自己的一个月：办复、按期、评价和各项期限',
    en: 'One unit’s own month: answers, deadlines and ratings',
  },
  period: 'month',
  of: 'organ',
  metrics: metrics.filter(({ districtOnly }) => !districtOnly),
  headline: closureHeadline,
  tables: async (db, question, figures, all) => [
    await changes(all, question.cut, figures, [monthBefore, sameMonthBefore]),
    await trendOf(all, question.cut, [...figures.keys()]),
    await clocksOf(db, question),
    await breakdown(db, all, question, 'procedure', [...figures.keys()]),
    await breakdown(db, all, question, 'petition_kind', [...figures.keys()]),
    await breakdown(db, all, question, 'channel', [...figures.keys()]),
    await breakdown(db, all, question, 'category', [...figures.keys()]),
  ],
}
