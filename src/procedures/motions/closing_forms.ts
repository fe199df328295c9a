import { z } from 'zod'
import { choice, paragraph, words } from '../fields.ts'
import { parts, scale } from '../motion_fields.ts'
import { answeringRoles, personalRoles } from '../procedure.ts'
import { reason } from './shared_fields.ts'

/** Forms that follow the answer: service, rating, redoing, carrying out and publishing. */
// prettier-ignore
export const serveForm = z.object({
  signers: parts({ zh: '答复了哪些提出人', en: 'Who was answered' }, personalRoles, ['signed', 'leaving']),
  method: choice({ zh: '答复方式', en: 'How' }, {
    person: { zh: '当面答复', en: 'In person' },
    post:   { zh: '寄送', en: 'By post' },
    system: { zh: '系统送达', en: 'Through the system' },
  }),
})

// prettier-ignore
const satisfaction = {
  satisfied:    { zh: '满意', en: 'Satisfied' },
  basically:    { zh: '基本满意', en: 'Basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
}
const why = paragraph({
  label: { zh: '具体意见', en: 'In your words' },
  hint: { zh: '不满意须写明', en: 'Needed if dissatisfied' },
  max: 2000,
}).optional()

export const rateForm = z
  .object({
    attitude: choice({ zh: '办理态度', en: 'How it was handled' }, satisfaction),
    result: choice({ zh: '办理结果', en: 'The result' }, satisfaction),
    why,
  })
  .refine(form => ![form.attitude, form.result].includes('dissatisfied') || form.why !== undefined, {
    path: ['why'],
    error: 'reasonWhenDissatisfied',
  })

/** The seven questions of a council's feedback form, one form an organ; each on a scale of its own. */
// prettier-ignore
export const feedbackForm = z
  .object({
    visit: choice({ zh: '走访情况', en: 'Visits' }, {
      visited:  { zh: '已走访', en: 'Visited' },
      unneeded: { zh: '委员本人提出不需要走访', en: 'The member asked for none' },
      none:     { zh: '未走访', en: 'Not visited' },
    }),
    heard: choice({ zh: '答复前听取意见的方式', en: 'How you were heard before the answer' }, {
      visit: { zh: '走访', en: 'Visit' },
      phone: { zh: '电话', en: 'Telephone' },
      other: { zh: '其他', en: 'Other' },
      none:  { zh: '未联系', en: 'Not at all' },
    }),
    attitude: scale({ zh: '办理人员态度', en: 'How you were treated' }, {
      satisfied:    { zh: '满意', en: 'Satisfied' },
      understand:   { zh: '理解', en: 'I understand' },
      dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
    }, { satisfied: 'satisfied', understand: 'basically', dissatisfied: 'dissatisfied' }),
    toThePoint: choice({ zh: '答复是否针对提案', en: 'Does the answer address the proposal' }, {
      yes:    { zh: '针对', en: 'Yes' },
      partly: { zh: '基本针对', en: 'Mostly' },
      no:     { zh: '未针对', en: 'No' },
    }),
    byLeader: choice({ zh: '是否由分管领导答复', en: 'Was it answered by the responsible leader' }, {
      yes: { zh: '是', en: 'Yes' },
      no:  { zh: '否', en: 'No' },
    }).optional(),
    result: scale({ zh: '是否同意办理结果', en: 'Do you agree with the result' }, {
      agree:      { zh: '同意', en: 'I agree' },
      understand: { zh: '理解', en: 'I understand it' },
      reserve:    { zh: '保留', en: 'I reserve my view' },
      disagree:   { zh: '不同意', en: 'I disagree' },
    }, { agree: 'satisfied', understand: 'basically', reserve: 'dissatisfied', disagree: 'dissatisfied' }),
    why,
  })
  .refine(form => form.result !== 'disagree' || form.why !== undefined, { path: ['why'], error: 'reasonWhenDissatisfied' })

export const redoForm = z.object({
  again: parts({ zh: '由哪些单位重新办理', en: 'Who handles it again' }, answeringRoles, ['answered', 'rated']),
  reason,
})

export const evidenceForm = z.object({
  evidence: paragraph({
    label: { zh: '落实佐证', en: 'Evidence' },
    hint: { zh: '文号、验收、照片等；有材料的一并上传', en: 'Documents, acceptance, photographs; attach them' },
    max: 4000,
  }),
  report: paragraph({ label: { zh: '再次答复提出人', en: 'Second answer to the signers' }, max: 4000 }),
})

export const progressForm = z.object({
  progress: paragraph({ label: { zh: '进展情况', en: 'Progress' }, max: 4000 }),
})

/** What the public reads: names, numbers and what is others' are taken out, and somebody has looked. */
export const publishForm = z.object({
  publishedTitle: words({ label: { zh: '公开标题', en: 'Title to publish' }, max: 80 }),
  publishedText: paragraph({
    label: { zh: '公开内容', en: 'Text to publish' },
    hint: {
      zh: '已自动遮去电话、证件号码和提出人姓名，请再核对',
      en: 'Telephones, identity numbers and signers’ names are masked; look it over',
    },
    max: 60_000,
  }),
})
