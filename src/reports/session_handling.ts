import type { Metric } from './metric.ts'
import { c, counted, metric, sources } from './session_metric.ts'
import { overdueBefore } from './session_earlier.ts'
import * as treated from './treatments_of_batches.ts'

/** How far what was filed has come. */
// prettier-ignore
export const handlingMetrics: readonly Metric[] = [
  metric({ id: 'hand_over_rate', title: { zh: '交办率', en: 'Handed over' }, numerator: counted(['handedOver']), denominator: c.filed, treatment: treated.ofProgress, source: sources.law,
    formula: { zh: '已交承办单位的÷立案', en: 'with an organ that must answer, of those filed' } }),
  metric({ id: 'receipt_rate', title: { zh: '签收率', en: 'Received by organs' }, numerator: counted(['received']), denominator: c.filed, treatment: treated.ofProgress, source: sources.usual,
    formula: { zh: '每个应答复的单位都已签收的÷立案', en: 'received by every organ that must answer, of those filed' } }),
  metric({ id: 'contact_rate', title: { zh: '面商率', en: 'Contacted' }, numerator: counted(['contacted']), denominator: c.filed, treatment: treated.ofProgress, source: sources.law,
    formula: { zh: '答复以前，每个应答复的单位都已与提出人沟通面商的÷立案', en: 'the signer was heard by every organ that must answer, before it did, of those filed' } }),
  metric({ id: 'answer_rate', title: { zh: '办复率', en: 'Answered' }, numerator: c.answered, denominator: c.filed, treatment: treated.ofBatchAnswer, source: sources.law,
    formula: { zh: '每个应答复的单位都已签发答复的÷立案', en: 'answered by every organ that must, of those filed' } }),
  metric({ id: 'answer_on_time_rate', title: { zh: '按期办复率', en: 'Answered on time' }, numerator: counted(['onTime']), denominator: c.answered, treatment: treated.ofBatchAnswer, source: sources.law,
    formula: { zh: '每项答复期限（含延期、重新办理的期限）都没有超过的÷办复', en: 'no deadline to answer, as extended and as set by a redo, ran out first, of those answered' } }),
  metric({ id: 'overdue', title: { zh: '逾期未答复', en: 'Overdue' }, version: '2', numerator: counted(['filed', 'overdue'], { lacks: ['answered'] }), treatment: treated.ofOverdue, source: sources.law,
    formula: { zh: '没有办复，仍在承办的单位有答复期限（含延期、重新办理的期限）在统计截止日和已知之日以前届满而没有答复的', en: 'filed, not answered, and an organ that still has its part has not answered by a deadline, as extended or as set by a redo, that lies before the through day and the day it is known on' },
    earlier: overdueBefore }),
  metric({ id: 'service_rate', title: { zh: '送达率', en: 'Served' }, numerator: counted(['served']), denominator: c.filed, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '答复已送达每个提出人的÷立案', en: 'the answer reached everyone who signed, of those filed' } }),
  metric({ id: 'motion_closure_rate', title: { zh: '办结率', en: 'Closed' }, numerator: counted(['closed']), denominator: c.filed, treatment: treated.ofBatchAnswer, source: sources.usual,
    formula: { zh: '经核对材料办结的÷立案', en: 'closed once its record was checked, of those filed' } }),
  metric({ id: 'key_matters', title: { zh: '重点督办', en: 'Key matters' }, numerator: counted(['key']), treatment: treated.ofProgress, source: sources.law,
    formula: { zh: '列为重点督办的', en: 'chosen to be supervised as key' } }),
  metric({ id: 'published_answers', title: { zh: '答复公开', en: 'Published' }, numerator: counted(['published']), treatment: treated.ofBatchAnswer, source: sources.law,
    formula: { zh: '答复已经公开、没有撤下的', en: 'the answer is published and was not withdrawn from publication' } }),
]
