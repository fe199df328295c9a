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
    (field.kind === 'flag' ? yes : undefined) ??
    (field.kind === 'organs' || field.kind === 'organ' || field.kind === 'category'
      ? [...organs, ...categories].find(option => option.value === value)?.label
      : undefined) ??
    value
  return steps.flatMap((step): FiledAnswer[] => {
    const change = withQuery(urls.fileStep(procedure.id, step.id), { back: 'check' })
    if (step.id === 'files') return [{ key: filesLabel, values: [], isFiles: true, change }]
    return fieldsOf(formOf(procedure, submit, step, draft.content.typed)).map(({ name, field }) => ({
      key: field.label,
      values: valuesOf(field, draft.content.typed[name] ?? []).map(value => (value === '' ? no : say(field, value))),
      isFiles: false,
      change,
    }))
  })
}

/** A flag that was asked for and not set is an answer too. */
function valuesOf({ kind }: Field, typed: readonly string[]): readonly string[] {
  const given = typed.filter(value => value.trim() !== '')
  return kind === 'flag' && given.length === 0 ? [''] : given
}

const yes = { zh: '是', en: 'Yes' }
const no = { zh: '否', en: 'No' }
const filesLabel = { zh: '附件', en: 'Attachments' }
