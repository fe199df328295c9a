import { z } from 'zod'
import { paragraph, words } from '../fields.ts'
import { listed } from '../motion_fields.ts'

/** Fields that several forms ask for. */
export const reason = paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 4000 })
export const ground = listed({ zh: '依据', en: 'Ground' }, 'grounds')

export const reasonForm = z.object({ reason })
export const noteForm = z.object({ note: paragraph({ label: { zh: '说明', en: 'Note' }, max: 4000 }) })

export const lapseForm = z.object({
  deadline: words({ label: { zh: '期限', en: 'Term' }, max: 80, keep: 'log' }),
  part: words({ label: { zh: '环节', en: 'Part' }, max: 10, keep: 'log' }).optional(),
})
