import type { Metric } from './metric.ts'
import { c, counted, metric, sources } from './session_metric.ts'
import * as treated from './treatments_of_batches.ts'

/** What was submitted to a session, and what became of it on review. */
// prettier-ignore
export const submissionMetrics: readonly Metric[] = [
  metric({ id: 'submitted', title: { zh: '提出', en: 'Submitted' }, numerator: counted(['submitted']), treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '本届次收到的建议、提案；＝立案＋并案＋未立案＋撤回＋待审查', en: 'submitted to the session; = filed + merged + not filed + withdrawn + under review' } }),
  metric({ id: 'filed', title: { zh: '立案', en: 'Filed' }, numerator: c.filed, treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '已受理登记或者立案，没有撤回的', en: 'registered or filed, and not withdrawn' } }),
  metric({ id: 'merged', title: { zh: '并案', en: 'Merged' }, numerator: c.merged, treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '并入另一件办理的，另列，不计入立案', en: 'handled together with another; counted apart and not as filed' } }),
  metric({ id: 'not_filed', title: { zh: '未立案', en: 'Not filed' }, numerator: counted(['left'], { lacks: ['withdrawn'] }), treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '审查后没有立案，转为来信、意见建议等方式处理的', en: 'reviewed, not filed, and passed on another way' } }),
  metric({ id: 'withdrawn', title: { zh: '撤回', en: 'Withdrawn' }, numerator: counted(['left', 'withdrawn']), treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '由提出人撤回的', en: 'withdrawn by whoever submitted it' } }),
  metric({ id: 'undecided', title: { zh: '待审查', en: 'Under review' }, numerator: counted(['submitted'], { lacks: ['filed', 'merged', 'left'] }), treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '已经提出，还没有决定是否立案的', en: 'submitted and not decided on yet' } }),
  metric({ id: 'submitted_together', title: { zh: '其中集体提出', en: 'Of these, submitted in common' }, numerator: counted(['submitted', 'together']), treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '以代表团、界别、党派、团体或者专委会名义提出的；其余为代表、委员个人或者联名提出', en: 'by a delegation, sector, party, organisation or committee; the others by members, alone or jointly' } }),
  metric({ id: 'merged_answer_rate', title: { zh: '并案答复率', en: 'Merged, and answered' }, numerator: counted(['mergedAnswered']), denominator: c.merged, treatment: treated.ofSubmission, source: sources.review,
    formula: { zh: '已将答复转告提出人的并案件÷并案', en: 'their signers were given the answer, of those merged' } }),
]
