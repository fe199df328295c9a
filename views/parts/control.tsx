import type { Words } from './words.tsx'
import { useWords } from './words.tsx'
import { fieldId } from './field.tsx'

export type ControlKind =
  | {
      kind: 'text' | 'tel' | 'email' | 'password' | 'number' | 'date' | 'month'
      value?: string | number | undefined
      maxLength?: number | undefined
      min?: string | number | undefined
      max?: string | number | undefined
      /** What the browser may fill in: `name`, `tel`, `street-address`, `off` … */
      autocomplete?: string | undefined
      width?: 'short' | 'full' | undefined
    }
  | { kind: 'textarea'; value?: string | undefined; maxLength?: number | undefined; rows?: number | undefined }
  | { kind: 'select'; value?: string | undefined; options: readonly Option[]; empty?: Words | undefined }
  | { kind: 'file'; accept?: string | undefined; multiple?: boolean | undefined }

/** `lang` where the label is a name that has no other language. */
export type Option = { value: string; label: Words; hint?: Words | undefined; lang?: string | undefined }

type Wiring = {
  name: string
  optional?: boolean | undefined
  error?: Words | undefined
  describedBy: string | undefined
}

/** One input with its wiring. `required` is said to readers but left to the server to check, with an article and a reason. */
export function Control(props: ControlKind & Wiring) {
  const wiring = {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-required': props.optional ? undefined : ('true' as const),
  }
  switch (props.kind) {
    case 'textarea':
      return <LongText {...props} wiring={wiring} />
    case 'select':
      return <Select {...props} wiring={wiring} />
    case 'file':
      return <input type="file" {...wiring} aria-required={undefined} accept={props.accept} multiple={props.multiple} />
    default:
      return (
        <input
          type={props.kind === 'number' ? 'text' : props.kind}
          inputmode={props.kind === 'number' ? 'numeric' : undefined}
          class={`width-${props.width ?? defaultWidth[props.kind]}`}
          value={props.value}
          maxlength={props.maxLength}
          min={props.min}
          max={props.max}
          autocomplete={props.autocomplete}
          dir={props.kind === 'text' ? 'auto' : undefined}
          {...wiring}
        />
      )
  }
}

const defaultWidth = {
  text: 'full',
  email: 'full',
  password: 'full',
  tel: 'short',
  number: 'short',
  date: 'short',
  month: 'short',
} as const

type Wired = { wiring: Record<string, string | undefined> }

/** The limit is told, not enforced while typing: a pasted text that is too long is shown, counted and never cut. */
function LongText(props: Extract<ControlKind, { kind: 'textarea' }> & Wired) {
  const { t } = useWords()
  const { maxLength: max, wiring } = props
  const countId = `${wiring['id']}-count`
  const described = [wiring['aria-describedby'], max && countId].filter(Boolean).join(' ')
  return (
    <>
      <textarea rows={props.rows ?? 8} dir="auto" {...wiring} aria-describedby={described || undefined} data-max={max}>
        {props.value}
      </textarea>
      {max !== undefined && (
        <p
          class="field-count"
          id={countId}
          data-left={t({ zh: '还可以输入 {n} 字', en: '{n} characters left' })}
          data-over={t({ zh: '超出 {n} 字，请删减', en: '{n} characters too many' })}
        >
          {t({ zh: `最多 ${max} 字`, en: `At most ${max} characters` })}
        </p>
      )}
    </>
  )
}

function Select(props: Extract<ControlKind, { kind: 'select' }> & Wired) {
  const { t } = useWords()
  return (
    <select {...props.wiring}>
      <option value="">{t(props.empty ?? { zh: '请选择', en: 'Choose one' })}</option>
      {props.options.map(option => (
        <option value={option.value} lang={option.lang} selected={option.value === props.value}>
          {t(option.label)}
        </option>
      ))}
    </select>
  )
}
