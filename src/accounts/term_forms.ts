import { z } from 'zod'
import { count, day, words } from '../procedures/fields.ts'
import { categoryForm, parameterForm } from './forms.ts'

/** In the form this stands for “no earlier session”. */
export const standards = 'standards'

export const openForm = z.object({
  procedure: words({ label: { zh: '程序', en: 'Procedure' }, max: 80, keep: 'log' }),
  term: count({ zh: '届', en: 'Term' }, 1, 999),
  session: count({ zh: '次', en: 'Session' }, 1, 99),
  ...categoryForm.shape,
  from: day({ zh: '起始日', en: 'First day' }),
  cutoff: day({ zh: '截止日', en: 'Cut-off day' }),
  copyOf: words({ label: { zh: '规则取自', en: 'Rules taken from' }, max: 80, keep: 'log' }),
})

export const renameForm = z.object({ ...categoryForm.shape })

/** The value has a form of its own, by its unit. */
export const ruleForm = parameterForm.omit({ value: true })
