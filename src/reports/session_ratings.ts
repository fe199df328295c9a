import type { Metric } from './metric.ts'
import { c, counted, metric, sources } from './session_metric.ts'
import * as treated from './treatments_of_batches.ts'

/** What whoever submitted it thought of the answers, at first and at last; silence apart. */
// prettier-ignore
export const sessionRatingMetrics: readonly Metric[] = [
  metric({ id: 'rating_rate', title: { zh: '评价率', en: 'Rated' }, numerator: c.rated, denominator: c.filed, treatment: treated.ofBatchRating, source: sources.rating,
    formula: { zh: '每个单位的答复都已评价的÷立案', en: 'every organ’s answer is rated, of those filed' } }),
  metric({ id: 'silent', title: { zh: '逾期未评价', en: 'Not rated in time' }, numerator: counted(['silent']), treatment: treated.ofBatchRating, source: sources.rating,
    formula: { zh: '评价期限届满没有评价的，包括方案规定视为满意的；不计入满意率', en: 'the window ended without a rating, also where the scheme counts silence; left out of satisfaction' } }),
  metric({ id: 'satisfaction_first', title: { zh: '初次满意率', en: 'First satisfaction' }, numerator: counted(['filed', 'ratedOnce'], { first: 'satisfied' }), denominator: counted(['filed', 'ratedOnce']), treatment: treated.ofFirstRating, source: sources.rating,
    formula: { zh: '每个单位的首次评价都是满意、基本满意（同意、理解）的÷评价过的；重新办理不改变', en: 'every organ’s first rating was satisfied or basically so, of those ever rated; a redo changes nothing' } }),
  metric({ id: 'satisfaction_latest', title: { zh: '最终满意率', en: 'Final satisfaction' }, numerator: counted(['satisfied']), denominator: c.rated, treatment: treated.ofBatchRating, source: sources.rating,
    formula: { zh: '现在的答复每个都被评为满意、基本满意（同意、理解）的÷已评价', en: 'the answers that stand are all rated satisfied or basically so, of those rated' } }),
  metric({ id: 'redone', title: { zh: '重新办理', en: 'Redone' }, numerator: counted(['redone']), treatment: treated.ofFirstRating, source: sources.law,
    formula: { zh: '评为不满意后决定重新办理过的', en: 'ordered handled again after a bad rating, at least once' } }),
]
