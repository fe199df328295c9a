import { breakdown, breakdownOf, organsWithout, sumsOf } from './breakdown.ts'
import { changes, monthBefore, sameMonthBefore } from './changes.ts'
import { closureHeadline } from './headlines.ts'
import { metrics } from './metrics.ts'
import { openWith } from './open_with.ts'
import { ranked } from './ranking.ts'
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
  breaksDown: true,
  headline: closureHeadline,
  tables: async (db, question, figures, all) => {
    const of = [...figures.keys()]
    const ofOrgans = question.organ === null ? await sumsOf(all, question, 'organ', of) : undefined
    return [
      await trendOf(all, question.cut, of),
      ...(ofOrgans
        ? [ranked(await breakdownOf(db, question, 'organ', ofOrgans)), await organsWithout(db, ofOrgans, question)]
        : []),
      await changes(all, question.cut, figures, [monthBefore, sameMonthBefore]),
      ...(question.organ === null ? [await openWith(db, all, question)] : []),
      await breakdown(db, all, question, 'procedure', of),
      await breakdown(db, all, question, 'petition_kind', of),
      await breakdown(db, all, question, 'channel', of),
      await breakdown(db, all, question, 'category', of),
      await breakdown(db, all, question, 'place', of),
    ]
  },
}
