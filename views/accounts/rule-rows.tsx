import { Field } from '../parts/field.tsx'
import { T } from '../parts/words.tsx'
import type { RuleFieldsProps } from './rule-fields.tsx'

/** One row an entry, and a few empty ones: a row that is cleared is gone, and more come after saving. */
export const RuleRows = (props: RuleFieldsProps) => (
  <>
    <p class="muted">
      <T
        zh="一行一项，按这个顺序列出。把一行清空就是删去；空行不必填。"
        en="One entry a row, listed in this order. Clear a row to remove it; empty rows may stay empty."
      />
    </p>
    {rowsIn(props).map(at => (
      <Row {...props} at={at} />
    ))}
  </>
)

const SPARE = 3

function rowsIn({ typed }: RuleFieldsProps): number[] {
  const filled = Object.entries(typed).flatMap(([name, [value = '']]) => {
    const at = /^rows\.(\d{1,2})\.(?:code|zh|en)$/.exec(name)?.[1]
    return at === undefined || value.trim() === '' ? [] : [Number(at)]
  })
  return Array.from({ length: Math.min(40, Math.max(-1, ...filled) + 1 + SPARE) }, (_, at) => at)
}

const Row = (props: RuleFieldsProps & { at: number }) => (
  <fieldset class="field">
    <legend>
      <T zh={`第${props.at + 1}行`} en={`Row ${props.at + 1}`} />
    </legend>
    <div class="filters entry">
      <Field kind="text" {...part(props, 'code')} label={{ zh: '代码', en: 'Code' }} width="short" />
      <Field kind="text" {...part(props, 'zh')} label={{ zh: '中文', en: 'Chinese' }} />
      <Field kind="text" {...part(props, 'en')} label={{ zh: '英文', en: 'English' }} />
      {props.means && (
        <Field
          kind="select"
          {...part(props, 'means')}
          label={{ zh: '含义', en: 'Meaning' }}
          options={Object.entries(props.means).map(([value, label]) => ({ value, label }))}
          {...(!props.mustMean && { empty: { zh: '没有特别含义', en: 'None in particular' } })}
        />
      )}
    </div>
  </fieldset>
)

/** Spare rows need not be filled in, so none is announced as required. */
function part({ typed, errors, at }: RuleFieldsProps & { at: number }, name: string) {
  const field = `rows.${at}.${name}`
  return {
    name: field,
    value: typed[field]?.[0],
    error: errors[field]?.[0],
    optional: true,
    autocomplete: 'off',
  }
}
