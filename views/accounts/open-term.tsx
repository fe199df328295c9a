import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { T } from '../parts/words.tsx'
import { Names } from './organs.tsx'
import type { TermsProps } from './terms.tsx'

/** A new session begins with the rules of an earlier one; each may then be changed. */
export const OpenTerm = (props: TermsProps) => (
  <>
    <h2>
      <T zh="开新届次" en="Open a session" />
    </h2>
    <Form action={urls.adminTerms()}>
      <Field
        kind="radios"
        {...asked(props, 'procedure')}
        label={{ zh: '程序', en: 'Procedure' }}
        options={props.procedures.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Field
        kind="number"
        {...asked(props, 'term')}
        label={{ zh: '届', en: 'Term' }}
        width="short"
        autocomplete="off"
      />
      <Field
        kind="number"
        {...asked(props, 'session')}
        label={{ zh: '次', en: 'Session' }}
        width="short"
        autocomplete="off"
      />
      <Names {...props} />
      <Field
        kind="date"
        {...asked(props, 'from')}
        label={{ zh: '起始日', en: 'First day' }}
        hint={{
          zh: '自这一天起提交的归入本届次；政协提案一般自全体会议前三个月起',
          en: 'What is submitted from this day on belongs to it; proposals usually from three months before the plenary',
        }}
      />
      <Field
        kind="date"
        {...asked(props, 'cutoff')}
        label={{ zh: '截止日', en: 'Cut-off day' }}
        hint={{
          zh: '会议期间提交的最后一天；此后到下一届次起始日前，编入闭会（平时）序列',
          en: 'The last day of its series; after it, until the next session begins, comes the series between sessions',
        }}
      />
      <Field
        kind="select"
        {...asked(props, 'copyOf')}
        label={{ zh: '规则取自', en: 'Rules taken from' }}
        hint={{ zh: '开出以后可以逐条变更', en: 'Each can be changed once the session is open' }}
        options={copies(props)}
      />
      <Actions>
        <Button>
          <T zh="开新届次" en="Open the session" />
        </Button>
      </Actions>
    </Form>
  </>
)

const asked = ({ typed, errors }: TermsProps, name: string) => ({
  name,
  value: typed[name]?.[0],
  error: errors[name]?.[0],
})

const copies = ({ procedures, standards }: TermsProps) => [
  { value: standards, label: { zh: '标准', en: 'The standards' } },
  ...procedures.flatMap(({ title, rows }) =>
    rows.map(({ id, zh, en }) => ({
      value: id,
      label: { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` },
    })),
  ),
]
