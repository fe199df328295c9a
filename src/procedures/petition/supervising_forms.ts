import { z } from 'zod'
import { choice, day, leader, paragraph } from '../fields.ts'
import { reason } from './shared_fields.ts'

/** Forms of supervision (arts. 38–40): what is asked of an organ, and its written answer. */
// prettier-ignore
export const superviseForm = z.object({
  trigger: choice({ zh: '督办事由', en: 'Why it is supervised' }, {
    overdue:    { zh: '无正当理由未按期办结', en: 'Not closed in time without good reason' },
    noFeedback: { zh: '未按规定反馈结果', en: 'Result not reported as required' },
    procedure:  { zh: '未按规定程序办理', en: 'Not handled by the procedure' },
    shirking:   { zh: '推诿、敷衍、拖延', en: 'Shirked, dismissed or delayed' },
    notDone:    { zh: '不执行处理意见', en: 'Handling opinion not carried out' },
    wrongFacts: { zh: '认定事实不清、依据或者程序错误', en: 'Facts unclear, or basis or procedure wrong' },
    falseClaim: { zh: '虚报结果、弄虚作假', en: 'False result reported' },
    other:      { zh: '其他需要督办的情形', en: 'Other' },
  }),
  demand: paragraph({ label: { zh: '督办要求', en: 'What is demanded' }, max: 4000 }),
})

export const explanationForm = z.object({
  answer: paragraph({ label: { zh: '书面答复', en: 'Written answer' }, max: 10_000 }),
})

// prettier-ignore
export const proposeForm = z.object({
  about: choice({ zh: '建议类型', en: 'Kind of proposal' }, {
    improve: { zh: '改进工作', en: 'Improve the work' },
    policy:  { zh: '完善政策', en: 'Improve the policy' },
    account: { zh: '追究责任', en: 'Hold to account' },
  }),
  proposal: paragraph({ label: { zh: '建议内容', en: 'Proposal' }, max: 4000 }),
})

// prettier-ignore
export const proposalAnswerForm = z.object({
  adoption: choice({ zh: '采纳情况', en: 'Adoption' }, {
    whole: { zh: '采纳', en: 'Adopted' },
    part:  { zh: '部分采纳', en: 'Partly adopted' },
    none:  { zh: '未采纳，已说明理由', en: 'Not adopted, with reasons' },
  }),
  answer: paragraph({ label: { zh: '书面答复', en: 'Written answer' }, max: 10_000 }),
})

export const chargeForm = z.object({
  leader: leader(
    { zh: '包案领导', en: 'Leader in charge' },
    { zh: '领导本人办理时可以不选', en: 'Left empty by a leader who takes it on' },
  ).optional(),
  note: paragraph({ label: { zh: '包案要求', en: 'What is to be done' }, max: 2000 }).optional(),
})

const mayReportBy = day({ zh: '报告期限', en: 'Report by' }).optional()

export const instructForm = z.object({
  instruction: paragraph({ label: { zh: '批示内容', en: 'Instruction' }, max: 4000 }),
  reportBy: mayReportBy,
})
export const returnInstructionForm = z.object({ reason, reportBy: mayReportBy })
export const urgeForm = z.object({ note: paragraph({ label: { zh: '催办内容', en: 'What is urged' }, max: 2000 }) })
export const returnForm = z.object({ reason })
