import { z } from 'zod'
import { caseNumber, choice, organ, organs, paragraph } from '../fields.ts'
import { reason, reportBy } from './shared_fields.ts'

/** Forms by which a matter goes from one organ to another, and comes back. */
export const transferForm = z.object({
  organ: organ({ zh: '承办单位', en: 'Organ' }),
  note: paragraph({ label: { zh: '转送意见', en: 'Note to the organ' }, max: 2000 }).optional(),
})

const note = paragraph({ label: { zh: '交办要求', en: 'What is asked' }, max: 2000 }).optional()

export const handOverForm = z.object({ organ: organ({ zh: '承办单位', en: 'Organ' }), reportBy, note })
export const handDownForm = z.object({
  organ: organ({ zh: '下级信访部门', en: 'Petition office' }, undefined, 'offices'),
  reportBy,
  note,
})
export const passDownForm = z.object({
  organ: organ({ zh: '下级机关', en: 'Organ below' }, undefined, 'below'),
  reportBy,
  note,
})
export const reportForm = z.object({
  result: paragraph({ label: { zh: '办结报告', en: 'Closing report' }, max: 10_000 }),
})
export const rejectForm = z.object({ reason, reportBy })

export const referForm = z
  .object({ organs: organs({ zh: '涉及的单位', en: 'The organs concerned' }), reason })
  .refine(form => new Set(form.organs).size > 1, { path: ['organs'], error: 'twoOrMore' })
export const decideForm = z.object({ organ: organ({ zh: '受理机关', en: 'Organ that is to accept it' }), reason })
export const involveForm = z.object({
  organ: organ({ zh: '会办单位', en: 'Co-handler' }, undefined, 'others'),
  note: paragraph({ label: { zh: '需要会办的内容', en: 'What it is asked' }, max: 2000 }).optional(),
})
export const opinionForm = z.object({
  opinion: paragraph({ label: { zh: '会办意见', en: 'Opinion' }, max: 10_000 }),
})

// prettier-ignore
export const takeBackForm = z.object({
  ground: choice({ zh: '收回的原因', en: 'Ground' }, {
    concerned: { zh: '承办单位与事项有利害关系', en: 'The organ is concerned in the matter' },
    authority: { zh: '不属于承办单位职权', en: 'Not within the powers of the organ' },
    wrong:     { zh: '转送、交办有误', en: 'Wrongly sent' },
  }),
  reason,
})

// prettier-ignore
export const refuseForm = z.object({
  ground: choice({ zh: '不予受理的依据', en: 'Ground' }, {
    pending:   { zh: '同一事项已经受理或者正在办理（第十九条）', en: 'The same matter is accepted or in progress (art. 19)' },
    authority: { zh: '不属于本机关、本系统职权（第二十三条）', en: 'Not within the powers of this organ or system (art. 23)' },
    otherBody: { zh: '属于人大、监察、审判、检察机关职权', en: 'Belongs to congress, supervision, courts or procuratorates' },
    noClaim:   { zh: '没有明确的请求和事实', en: 'No clear request or facts' },
  }),
  reason: paragraph({ label: { zh: '理由和正确的渠道', en: 'Reasons, and the right place to turn to' }, max: 2000 }),
})

export const declineForm = z.object({
  earlier: caseNumber(
    { zh: '已经复核的信访事项编号', en: 'Number of the petition that was re-reviewed' },
    { zh: '同一事实和理由的那一件', en: 'The one with the same facts and grounds' },
    { after: ['serveReReview'] },
  ),
  reason: paragraph({ label: { zh: '不再受理的理由', en: 'Why it is not accepted again' }, max: 2000 }),
})

export const redirectForm = z.object({
  organ: organ({ zh: '有权处理的机关', en: 'Competent organ' }).optional(),
  reason: paragraph({ label: { zh: '告知的途径', en: 'The route told to the petitioner' }, max: 2000 }),
})
