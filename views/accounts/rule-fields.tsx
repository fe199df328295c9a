import type { Text } from '../../src/law/words.ts'
import type { Unit } from '../../src/law/term.ts'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { RuleRows } from './rule-rows.tsx'

export type RuleFieldsProps = {
  unit: 'term' | 'number' | 'words' | 'choice' | 'day' | 'list'
  choices: Readonly<Record<string, Text>> | undefined
  means: Readonly<Record<string, Text>> | undefined
  mustMean: boolean
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

/** The new value, asked for as its unit wants it. */
export function RuleFields(props: RuleFieldsProps) {
  const shared = {
    name: 'value',
    label: { zh: '新的值', en: 'New value' },
    value: props.typed['value']?.[0],
    error: props.errors['value']?.[0],
  }
  if (props.choices) return <Field {...shared} kind="radios" options={optionsOf(props.choices)} />
  switch (props.unit) {
    case 'term':
      return <TermFields {...props} />
    case 'list':
      return <RuleRows {...props} />
    case 'day':
      return <Field {...shared} kind="date" hint={noDay} optional />
    default:
      return (
        <Field
          {...shared}
          kind={props.unit === 'number' ? 'number' : 'text'}
          autocomplete="off"
          width={widthOf(props)}
        />
      )
  }
}

/** Here, unlike for the whole house, the place says which days count as well. */
const TermFields = ({ typed, errors }: RuleFieldsProps) => (
  <>
    <Field
      kind="number"
      name="count"
      label={{ zh: '多少', en: 'How many' }}
      value={typed['count']?.[0]}
      error={errors['count']?.[0]}
      autocomplete="off"
      width="short"
    />
    <Field
      kind="select"
      name="unit"
      label={{ zh: '怎样计算', en: 'Counted in' }}
      options={optionsOf(units)}
      value={typed['unit']?.[0]}
      error={errors['unit']?.[0]}
    />
  </>
)

const widthOf = ({ unit }: RuleFieldsProps) => (unit === 'number' ? 'short' : 'full')

const optionsOf = (words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const units = {
  'calendar day': { zh: '日（自然日）', en: 'calendar days' },
  'working day': { zh: '工作日', en: 'working days' },
  'calendar month': { zh: '个月', en: 'calendar months' },
  hour: { zh: '小时', en: 'hours' },
} satisfies Record<Unit, Text>

const noDay: Text = { zh: '没有这样的日期就空着', en: 'Leave it empty where there is no such day' }
