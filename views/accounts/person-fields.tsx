import type { Option } from '../parts/control.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import type { Words } from '../parts/words.tsx'
import { organOptions } from './organ_options.ts'
import type { OrganRow } from './organ_options.ts'

export type Asked = {
  organs: readonly OrganRow[]
  roles: readonly Option[]
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

/** Where someone works and what they may do. */
export const Place = (props: Asked) => (
  <>
    <Field
      kind="select"
      name="organ"
      label={{ zh: '单位', en: 'Organ' }}
      value={props.typed['organ']?.[0]}
      options={organOptions(props.organs)}
      error={props.errors['organ']?.[0]}
    />
    <Field
      kind="checkboxes"
      name="roles"
      label={{ zh: '角色', en: 'Roles' }}
      values={props.typed['roles'] ?? []}
      options={props.roles}
      error={props.errors['roles']?.[0]}
    />
  </>
)

export const Line = (props: Asked & { name: string; label: Words; hint?: Words }) => (
  <Field
    kind="text"
    name={props.name}
    label={props.label}
    hint={props.hint}
    value={props.typed[props.name]?.[0]}
    error={props.errors[props.name]?.[0]}
    autocomplete="off"
    width="short"
  />
)
