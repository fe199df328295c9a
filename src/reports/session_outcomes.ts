import type { Metric } from './metric.ts'
import { c, counted, metric, sources } from './session_metric.ts'
import * as treated from './treatments_of_batches.ts'

/** What answers say of themselves, and what was carried out. */
// prettier-ignore
export const outcomeMetrics: readonly Metric[] = [
  metric({ id: 'answers_solved', title: { zh: '答复为已经解决或者采纳', en: 'Answered as solved or adopted' }, numerator: counted(['answered', 'solved']), denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '有答复的类别表示已经解决或者采纳的÷办复；类别及其字母由本届次规定，分办的可能计入几类', en: 'an answer’s class says so, of those answered; classes and letters are the session’s own, and a matter with several answers may stand in several' } }),
  metric({ id: 'answers_promised', title: { zh: '答复为承诺解决', en: 'Answered with a promise' }, numerator: counted(['answered', 'promised']), denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '有答复的类别表示承诺解决、列入台账的÷办复', en: 'an answer’s class promises it, of those answered' } }),
  metric({ id: 'answers_planned', title: { zh: '答复为列入规划', en: 'Answered as planned' }, numerator: counted(['answered', 'planned']), denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '有答复的类别表示列入规划、没有日期的÷办复', en: 'an answer’s class plans it without a day, of those answered' } }),
  metric({ id: 'answers_reference', title: { zh: '答复为留作参考', en: 'Answered as kept for reference' }, numerator: counted(['answered', 'reference']), denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '有答复的类别表示留作参考的÷办复', en: 'an answer’s class keeps it for reference, of those answered' } }),
  metric({ id: 'claimed_share', title: { zh: '答复为已解决或者承诺', en: 'Claimed or promised' }, numerator: c.claimed, denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.own,
    formula: { zh: '现在的答复称已解决或者作出承诺、须落实的÷办复', en: 'the answers that stand claim or promise something to be carried out, of those answered' } }),
  metric({ id: 'carry_out_rate', title: { zh: '落实率', en: 'Carried out' }, numerator: counted(['carriedOut']), denominator: c.claimed, treatment: treated.ofBatchAnswer, source: sources.own,
    formula: { zh: '称已解决、承诺的事项都有佐证并经确认落实的÷答复为已解决或者承诺', en: 'everything claimed or promised was shown with evidence and confirmed, of those claimed or promised' } }),
]
