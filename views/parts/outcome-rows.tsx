import type { Typed } from './act-form.tsx'
import type { Option } from './control.tsx'
import { Field, fieldId } from './field.tsx'
import { Say, T } from './words.tsx'
import type { Words } from './words.tsx'

type OutcomeRowsProps = {
  name: string
  label: Words
  error?: Words | undefined
  optional: boolean
  typed: Typed
  options: readonly Option[]
}

/** One row a demand, its outcome beside it; where no demand is on record, one row to write it in. */
export const OutcomeRows = (props: OutcomeRowsProps) => (
  <fieldset id={fieldId(props.name)} class={props.error ? 'field field-wrong' : 'field'} tabindex={-1}>
    <legend>
      <Say words={props.label} />
    </legend>
    {props.error && (
      <p class="field-error">
        <strong>
          <T zh="错误：" en="Error: " />
        </strong>
        <Say words={props.error} />
      </p>
    )}
    {demandsIn(props).map((demand, row) => (
      <OutcomeRow {...props} demand={demand} row={row} />
    ))}
  </fieldset>
)

function OutcomeRow({
  name,
  row,
  demand,
  typed,
  options,
  optional,
}: OutcomeRowsProps & { demand: string; row: number }) {
  const [asked, chosen] = [`${name}.${row}.demand`, `${name}.${row}.outcome`]
  const select = { name: chosen, kind: 'select' as const, options, value: typed[chosen]?.[0] }
  return demand === '' ? (
    <>
      <Field name={asked} kind="text" label={{ zh: '请求', en: 'Demand' }} value="" optional={optional} />
      <Field {...select} label={{ zh: '意见', en: 'Outcome' }} optional={optional} />
    </>
  ) : (
    <>
      <input type="hidden" name={asked} value={demand} />
      <Field {...select} label={demand} />
    </>
  )
}

function demandsIn({ name, typed }: OutcomeRowsProps): string[] {
  const rows = Array.from({ length: 10 }, (_, row) => typed[`${name}.${row}.demand`]?.[0] ?? '').filter(Boolean)
  return rows.length > 0 ? rows : ['']
}
