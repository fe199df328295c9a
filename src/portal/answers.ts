import { listChoices } from '../cases/act_form.ts'
import { withQuery, urls } from '../http/urls.ts'
import type { Store } from '../db/open.ts'
import type { Field } from '../procedures/fields.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { FiledAnswer } from '../../views/portal/check.tsx'
import type { Asking } from './asking.ts'
import { formOf } from './steps.ts'

/** Every question with what was answered, in words, and the way back to it. */
export async function answersOf(store: Store, asking: Asking): Promise<FiledAnswer[]> {
  const { procedure, submit, draft, steps } = asking
  const { organs, categories } = await listChoices(store)
  const say = (field: Field, value: string) =>
    field.options?.[value] ??
    (field.kind === 'organs' || field.kind === 'category'
      ? [...organs, ...categories].find(option => option.value === value)?.label
      : undefined) ??
    value
  return steps.flatMap((step): FiledAnswer[] => {
    const change = withQuery(urls.fileStep(procedure.id, step.id), { back: 'check' })
    if (step.id === 'files') return [{ key: filesLabel, values: [], isFiles: true, change }]
    return fieldsOf(formOf(procedure, submit, step, draft.content.typed)).map(({ name, field }) => ({
      key: field.label,
      values: (draft.content.typed[name] ?? []).filter(value => value.trim() !== '').map(value => say(field, value)),
      isFiles: false,
      change,
    }))
  })
}

const filesLabel = { zh: '附件', en: 'Attachments' }
