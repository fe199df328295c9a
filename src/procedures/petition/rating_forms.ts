import { z } from 'zod'
import { choice, paragraph, secondFact } from '../fields.ts'

// prettier-ignore
const scale = {
  satisfied:    { zh: '满意', en: 'Satisfied' },
  basically:    { zh: '基本满意', en: 'Basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
} as const

const bodies = {
  office: choice({ zh: '对信访部门', en: 'The petition office' }, scale),
  organ: choice({ zh: '对承办单位', en: 'The organ that answered' }, scale),
  reason: paragraph({
    label: { zh: '意见（不满意请写明）', en: 'Comment (needed when dissatisfied)' },
    max: 2000,
  }).optional(),
}

/** 国信发〔2022〕11号: the petition office and the organ that answered are rated apart. */
export const rateForm = z
  .object({ ...bodies, secondFact: secondFact() })
  .refine(isExplained, { path: ['reason'], error: 'reasonWhenDissatisfied' })

/** 国信发〔2014〕16号: how quickly it was handled is rated besides. */
export const rateWithEfficiencyForm = z
  .object({
    ...bodies,
    efficiency: choice({ zh: '对工作效率', en: 'How quickly it was handled' }, scale),
    secondFact: secondFact(),
  })
  .refine(isExplained, { path: ['reason'], error: 'reasonWhenDissatisfied' })

function isExplained(form: { office: string; organ: string; reason?: string | undefined }) {
  return (form.office !== 'dissatisfied' && form.organ !== 'dissatisfied') || form.reason !== undefined
}
