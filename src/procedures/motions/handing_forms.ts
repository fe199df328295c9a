import { z } from 'zod'
import { category, organ, organs, paragraph } from '../fields.ts'
import { ground, reason } from './shared_fields.ts'

/** Forms by which the office takes a matter in and hands it over. */
export const registerForm = z.object({ category: category({ zh: '类别', en: 'Category' }).optional() })

export const notAdmittedForm = z.object({ ground, reason })

const coHandlers = organs(
  { zh: '会办单位', en: 'Co-handlers' },
  { zh: '向主办单位提出书面意见，不直接答复', en: 'They give the lead their opinion, and answer nobody else' },
)
const separate = organs(
  { zh: '分办单位', en: 'Organs that each answer their part' },
  { zh: '各自就职责范围分别答复', en: 'Each answers for what it is responsible for' },
)
const note = paragraph({ label: { zh: '交办要求', en: 'What is asked' }, max: 2000 }).optional()

export const handOverForm = z.object({
  organ: organ({ zh: '主办（独办）单位', en: 'Lead (or sole) organ' }),
  coHandlers: coHandlers.optional(),
  note,
})

export const handOverSeparatelyForm = z
  .object({ separate, note })
  .refine(form => new Set(form.separate).size > 1, { path: ['separate'], error: 'twoOrMore' })

export const addHandlersForm = z.object({ coHandlers, note })
export const addSeparateForm = z.object({ separate, note })
