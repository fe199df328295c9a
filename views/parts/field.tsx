import type { Words } from './words.tsx'
import { Say, T } from './words.tsx'
import { Choices } from './choices.tsx'
import { Control } from './control.tsx'
import type { ControlKind } from './control.tsx'
import type { ChoicesKind } from './choices.tsx'

export type FieldProps = {
  name: string
  label: Words
  hint?: Words | undefined
  error?: Words | undefined
  /** The word beside the label; fields are required unless said. */
  optional?: boolean | undefined
  /** The label is the page's question: it becomes the h1. */
  question?: boolean | undefined
} & (ControlKind | ChoicesKind)

/** A label, what helps, what is wrong, and the control, tied together for every reader. */
export function Field(props: FieldProps) {
  const group = props.kind === 'radios' || props.kind === 'checkboxes'
  return group ? (
    <fieldset class={boxClass(props)} aria-describedby={describedBy(props)}>
      <legend>{props.question ? <h1>{<Label {...props} />}</h1> : <Label {...props} />}</legend>
      <Help {...props} />
      <Choices {...props} />
    </fieldset>
  ) : (
    <div class={boxClass(props)}>
      {props.question ? <h1>{<ControlLabel {...props} />}</h1> : <ControlLabel {...props} />}
      <Help {...props} />
      <Control {...props} describedBy={describedBy(props)} />
    </div>
  )
}

/** Where an error summary's link lands: the control, or the first of its choices. */
export const fieldId = (name: string) => `field-${name}`

type Helped = Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'optional'>

const ControlLabel = (props: Helped) => (
  <label for={fieldId(props.name)}>
    <Label {...props} />
  </label>
)

const Label = (props: Helped) => (
  <>
    <Say words={props.label} />
    {props.optional && (
      <span class="field-optional">
        <T zh="（选填）" en=" (optional)" />
      </span>
    )}
  </>
)

const Help = (props: Helped) => (
  <>
    {props.hint && (
      <p class="field-hint" id={`${fieldId(props.name)}-hint`}>
        <Say words={props.hint} />
      </p>
    )}
    {props.error && (
      <p class="field-error" id={`${fieldId(props.name)}-error`}>
        <strong>
          <T zh="错误：" en="Error: " />
        </strong>
        <Say words={props.error} />
      </p>
    )}
  </>
)

const boxClass = (props: Helped) => (props.error ? 'field field-wrong' : 'field')

function describedBy(props: Helped) {
  const ids = [props.hint && 'hint', props.error && 'error']
    .filter(Boolean)
    .map(part => `${fieldId(props.name)}-${part}`)
  return ids.length > 0 ? ids.join(' ') : undefined
}
