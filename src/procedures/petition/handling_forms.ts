import { z } from 'zod'
import { choice, count, day, flag, outcomes, paragraph } from '../fields.ts'

/** Forms of handling: acceptance, inquiry, mediation, hearing, answer and service. */
export const acceptForm = z.object({
  note: paragraph({ label: { zh: '处理途径和程序', en: 'How it will be handled' }, max: 2000 }).optional(),
})

export const extendForm = z.object({
  days: count({ zh: '延长天数', en: 'Days' }, 1, 30, {
    zh: '不超过三十日（第三十四条）',
    en: 'Thirty at most (art. 34)',
  }),
  reason: paragraph({ label: { zh: '延期理由（将告知信访人）', en: 'Reason, told to the petitioner' }, max: 2000 }),
})

export const considerForm = z.object({
  findings: paragraph({ label: { zh: '研究论证情况', en: 'How it was considered' }, max: 4000 }),
})

// prettier-ignore
export const mediateForm = z.object({
  way: choice({ zh: '方式', en: 'Way' }, {
    mediation:      { zh: '调解', en: 'Mediation' },
    reconciliation: { zh: '和解', en: 'Settlement between the parties' },
  }),
  note: paragraph({ label: { zh: '参加人和安排', en: 'Who takes part, and when' }, max: 2000 }).optional(),
})

// prettier-ignore
export const settlementForm = z.object({
  agreement: choice({ zh: '协议', en: 'Agreement' }, {
    mediation:      { zh: '调解协议书', en: 'Mediation agreement' },
    reconciliation: { zh: '和解协议书', en: 'Settlement agreement' },
  }),
  signedOn: day({ zh: '签订日期', en: 'Signed on' }),
  terms: paragraph({ label: { zh: '协议内容', en: 'Terms' } }),
})

export const hearingForm = z.object({
  note: paragraph({
    label: { zh: '听证事由、时间、地点和参加人', en: 'What is heard, when, where and by whom' },
    max: 4000,
  }),
})
export const hearingResultForm = z.object({
  result: paragraph({ label: { zh: '听证结论', en: 'Result of the hearing' }, max: 10_000 }),
})

export const draftForm = z.object({
  facts: paragraph({ label: { zh: '查明的事实', en: 'Facts found' } }),
  basis: paragraph({ label: { zh: '法律法规依据', en: 'Legal basis' }, max: 4000 }),
  newFacts: flag(
    { zh: '查明了新的事实', en: 'New facts were found' },
    {
      zh: '重新办理时：没有新的事实，不得作出相同结论',
      en: 'When redone: without new facts the conclusion may not be the same',
    },
  ).optional(),
  opinion: paragraph({ label: { zh: '处理意见', en: 'Opinion' } }),
  demands: outcomes(
    { zh: '逐项请求的意见', en: 'Outcome of each demand' },
    {
      support: { zh: '予以支持', en: 'Supported' },
      explain: { zh: '解释说明', en: 'Explained' },
      reject: { zh: '不予支持', en: 'Not supported' },
    },
  ).optional(),
})

// prettier-ignore
export const suggestionForm = z.object({
  adoption: choice({ zh: '采纳情况', en: 'Adoption' }, {
    whole: { zh: '采纳', en: 'Adopted' },
    part:  { zh: '部分采纳', en: 'Partly adopted' },
    none:  { zh: '未采纳，已说明', en: 'Not adopted, with reasons' },
  }),
})

// prettier-ignore
export const serveForm = z.object({
  method: choice({ zh: '送达方式', en: 'Method' }, {
    person: { zh: '当面送达', en: 'In person' },
    mail:   { zh: '邮寄送达', en: 'Registered mail' },
    other:  { zh: '其他', en: 'Other' },
  }),
  receipt: choice({ zh: '签收情况', en: 'Receipt' }, {
    signed:  { zh: '签收', en: 'Signed for' },
    refused: { zh: '拒收', en: 'Refused' },
  }),
  view: choice({ zh: '信访人意见', en: 'Petitioner’s view' }, {
    agree:    { zh: '同意', en: 'Agrees' },
    disagree: { zh: '不同意', en: 'Disagrees' },
    none:     { zh: '无明确意见', en: 'None given' },
  }).optional(),
})
