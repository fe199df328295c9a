import { z } from 'zod'
import { category, choice, day, flag, organs, paragraph, tel, words } from '../fields.ts'
import { people } from '../motion_fields.ts'

/** What a suggestion or a proposal is drafted with: one matter, what is the case, and what should be done. */
const matter = {
  title: words({
    label: { zh: '标题（案由）', en: 'Title' },
    hint: { zh: '一事一议，例如“关于……的建议”', en: 'One matter only' },
    max: 60,
  }),
  situation: paragraph({
    label: { zh: '情况和问题', en: 'The situation' },
    hint: { zh: '写清事实和分析', en: 'The facts, and what follows from them' },
    max: 5000,
  }),
  advice: paragraph({
    label: { zh: '具体建议', en: 'What should be done' },
    hint: { zh: '明确具体，可以操作', en: 'Definite and feasible' },
    max: 5000,
  }),
}

export const draftForm = z.object({
  ...matter,
  category: category({ zh: '类别', en: 'Category' }).optional(),
  wishedOrgans: organs({ zh: '建议由哪些单位办理', en: 'Organs you would have handle it' }).optional(),
  phone: tel(
    { zh: '联系电话', en: 'Telephone' },
    { zh: '承办单位据此联系您，不公开', en: 'For the organs; never published' },
  ).optional(),
  publicWish: choice(
    { zh: '是否同意公开', en: 'May it be published' },
    { yes: { zh: '同意公开', en: 'It may' }, no: { zh: '不同意公开', en: 'It may not' } },
  ),
  confidential: flag(
    { zh: '请求对承办单位保密身份', en: 'Keep my name from the organs that handle it' },
    { zh: '保密后只有受理部门知道提出人', en: 'Then only the office knows who signed' },
  ).optional(),
})

export const inviteForm = z.object({
  people: people(
    { zh: '邀请联名', en: 'People to sign with you' },
    { zh: '每个人须自己确认，也可以谢绝', en: 'Each confirms for themselves, and is free to decline' },
  ),
  confirmBy: day({ zh: '请在哪一天前确认', en: 'To confirm by' }),
})

/** Whoever signed the old words has to look at the new. */
export const reviseForm = z.object({
  ...matter,
  confirmBy: day(
    { zh: '请联名人在哪一天前重新确认', en: 'Co-signers to confirm anew by' },
    { zh: '没有联名人的不填', en: 'Leave empty where nobody signed with you' },
  ).optional(),
})
