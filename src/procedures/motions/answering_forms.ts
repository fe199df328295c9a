import { z } from 'zod'
import { choice, day, organs, paragraph, words } from '../fields.ts'
import { listed } from '../motion_fields.ts'
import { reason } from './shared_fields.ts'

/** Forms of the organs that handle it: contacts, opinions, the answer with its class, a longer term. */
// prettier-ignore
export const contactForm = z.object({
  way: choice({ zh: '沟通方式', en: 'How' }, {
    visit:   { zh: '走访', en: 'Visit' },
    meeting: { zh: '座谈面商', en: 'Meeting' },
    survey:  { zh: '联合调研', en: 'Joint survey' },
    phone:   { zh: '电话', en: 'Telephone' },
    other:   { zh: '其他', en: 'Other' },
  }),
  place: words({ label: { zh: '地点', en: 'Place' }, max: 100 }).optional(),
  present: words({ label: { zh: '参加人员', en: 'Who took part' }, max: 300 }),
  summary: paragraph({ label: { zh: '沟通情况', en: 'What was said' }, max: 4000 }),
  view: paragraph({ label: { zh: '提出人的意见', en: 'The signer’s view' }, max: 2000 }),
})

export const opinionForm = z.object({
  opinion: paragraph({ label: { zh: '会办意见', en: 'Opinion' }, max: 10_000 }),
})

/** The answer itself; its class is of the session's own list, and some classes ask for more. */
export const answerForm = z
  .object({
    class: listed({ zh: '办理结果类别', en: 'Class of the answer' }, 'classes', {
      hint: { zh: '标注在答复首页右上角', en: 'Printed at the top right of the letter' },
      asks: { promised: ['promise', 'promiseBy'], solved: ['solution'] },
    }),
    opinion: paragraph({ label: { zh: '答复内容', en: 'The answer' } }),
    coOpinions: paragraph({
      label: { zh: '会办意见采纳情况', en: 'What became of the co-handlers’ opinions' },
      hint: { zh: '有会办单位的填写', en: 'Where there are co-handlers' },
      max: 4000,
    }).optional(),
    solution: paragraph({
      label: { zh: '已经解决的内容', en: 'What has been solved' },
      hint: { zh: '类别表示已经解决或者采纳的，须填写', en: 'Needed where the class says it is solved or adopted' },
      max: 2000,
    }).optional(),
    promise: paragraph({
      label: { zh: '承诺事项', en: 'What is promised' },
      hint: { zh: '类别表示承诺解决的，须填写', en: 'Needed where the class promises something' },
      max: 2000,
    }).optional(),
    promiseBy: day(
      { zh: '承诺完成日期', en: 'Promised by' },
      {
        zh: '类别表示承诺解决的，须填写；届时报送佐证',
        en: 'Needed where the class promises something; the evidence is due then',
      },
    ).optional(),
    publicity: choice(
      { zh: '答复公开方式', en: 'Publication of the answer' },
      {
        full: { zh: '全文公开', en: 'In full' },
        summary: { zh: '摘要公开', en: 'As a summary' },
        none: { zh: '不公开', en: 'Not published' },
      },
    ),
    summary: paragraph({
      label: { zh: '公开摘要', en: 'Summary to publish' },
      hint: { zh: '选“摘要公开”的，须填写', en: 'Needed if it is published as a summary' },
      max: 4000,
    }).optional(),
    publicityReason: paragraph({
      label: { zh: '不公开的理由', en: 'Why it is not published' },
      hint: { zh: '选“不公开”的，须填写', en: 'Needed if it is not published' },
      max: 1000,
    }).optional(),
    copies: organs({ zh: '抄送', en: 'Copies to' }).optional(),
  })
  .refine(form => form.publicity !== 'none' || form.publicityReason !== undefined, {
    path: ['publicityReason'],
    error: 'reasonWhenNotPublished',
  })
  .refine(form => form.publicity !== 'summary' || form.summary !== undefined, {
    path: ['summary'],
    error: 'summaryWhenAsked',
  })

export const requestExtensionForm = z.object({ reason })
export const grantExtensionForm = z.object({
  until: day({ zh: '延至', en: 'Extended to' }, { zh: '已告知提出人', en: 'The signers are told' }),
  reason,
})
