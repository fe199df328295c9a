import type { Option } from './control.tsx'
import { fieldId } from './field.tsx'
import { Say, T } from './words.tsx'

export type ChoicesKind =
  | { kind: 'radios'; value?: string | undefined; options: readonly Option[] }
  | { kind: 'checkboxes'; values?: readonly string[] | undefined; options: readonly Option[] }

type ChoicesProps = ChoicesKind & { name: string; error?: unknown; optional?: boolean | undefined }

/** Radios or checkboxes, each with its own line and its own hint; a long list one may leave alone stays folded. */
export const Choices = (props: ChoicesProps) =>
  props.optional && props.options.length > FOLDED ? (
    <details open={Boolean(props.error) || props.options.some(option => isChosen(props, option.value))}>
      <summary>
        <T zh={`从名单中选择（${props.options.length}）`} en={`Choose from the list (${props.options.length})`} />
      </summary>
      <Boxes {...props} />
    </details>
  ) : (
    <Boxes {...props} />
  )

const FOLDED = 12

const Boxes = (props: ChoicesProps) => (
  <div class={props.options.length > FOLDED ? 'choices choices-many' : 'choices'}>
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
