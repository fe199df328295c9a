import { z } from 'zod'
import type { Text } from '../law/words.ts'
import { count, day, fields, isPrintable } from '../procedures/fields.ts'
import { categoryForm, parameterForm } from './forms.ts'

/** In the form this stands for “no earlier session”. */
export const standards = 'standards'

/** One of what the page offers, which is the database's to say. */
const picked = (label: Text) =>
  z.string().min(1).max(80).refine(isPrintable).register(fields, { label, keep: 'log', kind: 'choice' })

export const openForm = z.object({
  procedure: picked({ zh: '程序', en: 'Procedure' }),
  term: count({ zh: '届', en: 'Term' }, 1, 999),
  session: count({ zh: '次', en: 'Session' }, 1, 99),
  ...categoryForm.shape,
  from: day({ zh: '起始日', en: 'First day' }),
  cutoff: day({ zh: '截止日', en: 'Cut-off day' }),
  copyOf: picked({ zh: '规则取自', en: 'Rules taken from' }),
})

export const renameForm = z.object({ ...categoryForm.shape })

/** The value has a form of its own, by its unit. */
export const ruleForm = parameterForm.omit({ value: true })
