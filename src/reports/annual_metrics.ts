import type { Text } from '../law/words.ts'
import { belongs, sources } from './belonging.ts'
import { mattersWith } from './act_countings.ts'
import type { Counting } from './countings.ts'
import { metrics } from './metrics.ts'
import type { Metric } from './metric.ts'
import { ofAct } from './treatments_of_acts.ts'

const byAct: Text = { zh: '按办理的法定日期归年；每件计一次', en: 'by legal day of the act, each matter once' }
const ofAnAct = { treatment: ofAct, belongsTo: belongs.acting, source: sources.annual }
const adoptions = ['whole', 'part', 'none'] as const

/** What 《信访工作条例》 art. 41 asks of the yearly report beside the figures of every month, over a year. */
export const annualMetrics: readonly Metric[] = [...metrics.map(overTheYear), ...done()]

/** The same figure over a year: the same words, of a year. */
function overTheYear(metric: Metric): Metric {
  return { ...metric, formula: ofTheYear(metric.formula), basis: ofTheYear(metric.basis) }
}

function ofTheYear({ zh, en }: Text): Text {
  return {
    zh: zh.replaceAll('当月', '当年').replaceAll('月初', '年初').replaceAll('月末', '年末').replaceAll('归月', '归年'),
    en: en.replaceAll('the month', 'the year'),
  }
}

// prettier-ignore
function done(): Metric[] {
  return [
    matters('accepted', { zh: '受理', en: 'Accepted' }, ['accept'], { zh: '由责任单位受理的事项', en: 'petitions accepted by the organ responsible' }),
    matters('transferred', { zh: '转送', en: 'Transferred' }, ['transfer'], { zh: '由信访部门转送的事项', en: 'matters transferred by petition offices' }),
    matters('handed_over', { zh: '交办', en: 'Handed over' }, ['handOver', 'handDown', 'passDown'], { zh: '交办责任单位、下级信访部门或者下级机关的事项', en: 'matters handed over to organs, lower offices or lower organs' }),
    matters('supervised', { zh: '督办', en: 'Supervised' }, ['supervise'], { zh: '受到督办的事项', en: 'matters put under supervision' }),
    matters('proposals_work', { zh: '改进工作的建议', en: 'Proposals to improve the work' }, ['propose:improve'], { zh: '提出改进工作建议的事项', en: 'matters that led to a proposal to improve the work' }),
    matters('proposals_policy', { zh: '完善政策的建议', en: 'Proposals to improve the policy' }, ['propose:policy'], { zh: '提出完善政策建议的事项', en: 'matters that led to a proposal to improve the policy' }),
    matters('proposals_account', { zh: '追究责任的建议', en: 'Proposals to hold to account' }, ['propose:account'], { zh: '提出追究责任建议的事项', en: 'matters that led to a proposal to hold to account' }),
    adopted(),
    matters('reviews_requested', { zh: '申请复查', en: 'Reviews requested' }, ['requestReview'], { zh: '申请复查的事项', en: 'matters of which a review was requested' }),
    matters('reviews_other', { zh: '复查变更、撤销', en: 'Changed or revoked on review' }, ['reviewChange', 'reviewRevoke'], { zh: '经复查变更或者撤销重办的事项', en: 'matters in which a review changed or revoked the opinion' }),
    matters('re_reviews_requested', { zh: '申请复核', en: 'Re-reviews requested' }, ['requestReReview'], { zh: '申请复核的事项', en: 'matters of which a re-review was requested' }),
    matters('re_reviews_other', { zh: '复核变更、撤销', en: 'Changed or revoked on re-review' }, ['reReviewChange', 'reReviewRevoke'], { zh: '经复核变更或者撤销重办的事项', en: 'matters in which a re-review changed or revoked the opinion' }),
  ]
}

function matters(id: string, title: Text, acts: readonly string[], { zh, en }: Text): Metric {
  const formula = { zh: `当年${zh}`, en: `${en} in the year` }
  return { id, version: '1', title, basis: byAct, numerator: mattersWith(...acts), formula, ...ofAnAct }
}

/** Of the proposals answered in writing, those adopted wholly or in part (art. 40: every one must be answered). */
function adopted(): Metric {
  const answered = (...what: readonly (typeof adoptions)[number][]): Counting =>
    mattersWith(...what.map(adoption => `answerProposal:${adoption}`))
  return {
    ...{ id: 'proposals_adopted', version: '1', title: { zh: '建议采纳率', en: 'Proposals adopted' }, basis: byAct },
    numerator: answered('whole', 'part'),
    denominator: answered(...adoptions),
    ...ofAnAct,
    formula: {
      zh: '当年有建议得到书面答复的事项中，采纳或者部分采纳的÷全部',
      en: 'of matters a proposal about which was answered in writing in the year: adopted, wholly or in part',
    },
  }
}
