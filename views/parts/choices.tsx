import type { Option } from './control.tsx'
import { fieldId } from './field.tsx'
import { Say } from './words.tsx'

export type ChoicesKind =
  | { kind: 'radios'; value?: string | undefined; options: readonly Option[] }
  | { kind: 'checkboxes'; values?: readonly string[] | undefined; options: readonly Option[] }

/** Radios or checkboxes, each with its own line and its own hint. */
export const Choices = (props: ChoicesKind & { name: string; error?: unknown }) => (
  <div class="choices">
    {props.options.map((option, index) => {
      const id = index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${index + 1}`
      return (
        <div class="choice">
          <input
            type={props.kind === 'radios' ? 'radio' : 'checkbox'}
            id={id}
            name={props.name}
            value={option.value}
            checked={isChosen(props, option.value)}
            aria-invalid={props.kind === 'checkboxes' && props.error ? 'true' : undefined}
            aria-describedby={option.hint && `${id}-about`}
          />
          <label for={id}>
            <Say words={option.label} />
          </label>
          {option.hint && (
            <p class="field-hint" id={`${id}-about`}>
              <Say words={option.hint} />
            </p>
          )}
        </div>
      )
    })}
  </div>
)

const isChosen = (props: ChoicesKind, value: string) =>
  props.kind === 'radios' ? props.value === value : (props.values ?? []).includes(value)
