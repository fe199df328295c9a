import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { BackLink } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { RuleFields } from './rule-fields.tsx'
import { RuleValue } from './rule-value.tsx'
import type { RuleFieldsProps } from './rule-fields.tsx'
import type { TermRow } from './terms.tsx'

type Value = { value: Words; from: string | null; source: Words }
type Props = RuleFieldsProps & {
  session: TermRow
  action: string
  history: readonly Value[]
  standard: Value
  earliest: string
  seen: string
}

export const RulePage = (props: Props) => (
  <>
    <BackLink href={urls.adminTerm(props.session.id)} words={props.session} />
    <ErrorSummary errors={props.errors} />
    <Table
      id="history"
      caption={{ zh: '历次取值', en: 'Values' }}
      rows={[...props.history, props.standard]}
      columns={columns}
      narrow="stack"
    />
    <h2>
      <T zh="改变" en="Change" />
    </h2>
    <Form action={props.action}>
      <input type="hidden" name="seen" value={props.seen} />
      <RuleFields {...props} />
      <Field
        kind="date"
        name="from"
        label={{ zh: '自哪一天起', en: 'From' }}
        hint={{ zh: '今天或者以后；已经起算的期限不变', en: 'Today or later; terms already running stay' }}
        min={props.earliest}
        value={props.typed['from']?.[0]}
        error={props.errors['from']?.[0]}
      />
      <Field
        kind="text"
        name="source"
        label={{ zh: '依据', en: 'Source' }}
        hint={{ zh: '文件名称和文号，或者会议决定', en: 'The document and its number, or the decision of a meeting' }}
        value={props.typed['source']?.[0]}
        error={props.errors['source']?.[0]}
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

const columns: readonly Column<Value>[] = [
  { title: { zh: '值', en: 'Value' }, cell: row => <RuleValue value={row.value} /> },
  {
    title: { zh: '起始日', en: 'From' },
    kind: 'tight',
    cell: row => (row.from ? <When at={row.from} /> : <T zh="标准" en="Standard" />),
  },
  { title: { zh: '依据', en: 'Source' }, cell: row => <Say words={row.source} /> },
]
