import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type Value = { value: Words; from: string | null; source: Words }
type Line = Value & { href: string; title: Words; procedure: Words }

export const ParametersPage = ({ rows }: { rows: readonly Line[] }) => (
  <Table
    id="parameters"
    caption={{ zh: '现行参数', en: 'In force' }}
    rows={rows}
    narrow="stack"
    columns={[
      {
        title: { zh: '参数', en: 'Parameter' },
        names: true,
        cell: row => (
          <a href={row.href}>
            <Say words={row.title} />
          </a>
        ),
      },
      { title: { zh: '适用', en: 'For' }, cell: row => <Say words={row.procedure} /> },
      ...valueColumns,
    ]}
  />
)

type Props = {
  action: string
  history: readonly Value[]
  isTerm: boolean
  choices: Readonly<Record<string, Text>> | undefined
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

export const ParameterPage = ({ action, history, isTerm, choices, typed, errors }: Props) => (
  <>
    <ErrorSummary errors={errors} />
    <Table
      id="history"
      caption={{ zh: '历次取值', en: 'Values' }}
      rows={history}
      columns={valueColumns}
      narrow="stack"
    />
    <h2>
      <T zh="改变" en="Change" />
    </h2>
    <Form action={action}>
      {choices ? (
        <Field
          kind="radios"
          name="value"
          label={{ zh: '新的值', en: 'New value' }}
          value={typed['value']?.[0]}
          options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
          error={errors['value']?.[0]}
        />
      ) : (
        <Field
          kind="text"
          name="value"
          label={{ zh: '新的值', en: 'New value' }}
          hint={
            isTerm ? { zh: '只填数字，计日方法不变', en: 'The number only; how days are counted stays' } : undefined
          }
          value={typed['value']?.[0]}
          error={errors['value']?.[0]}
          autocomplete="off"
          width="short"
        />
      )}
      <Field
        kind="date"
        name="from"
        label={{ zh: '自哪一天起', en: 'From' }}
        hint={{ zh: '今天或者以后；已经起算的期限不变', en: 'Today or later; terms already running stay' }}
        value={typed['from']?.[0]}
        error={errors['from']?.[0]}
      />
      <Field
        kind="text"
        name="source"
        label={{ zh: '依据', en: 'Source' }}
        value={typed['source']?.[0]}
        error={errors['source']?.[0]}
        autocomplete="off"
      />
      <Actions>
        <Button>
          <T zh="保存变更" en="Save" />
        </Button>
      </Actions>
    </Form>
  </>
)

const valueColumns: readonly Column<Value>[] = [
  { title: { zh: '值', en: 'Value' }, cell: row => <Say words={row.value} /> },
  {
    title: { zh: '起始日', en: 'From' },
    cell: row => (row.from ? <When at={row.from} /> : <T zh="默认" en="Default" />),
  },
  { title: { zh: '依据', en: 'Source' }, cell: row => <Say words={row.source} /> },
]
