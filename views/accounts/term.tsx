import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Facts } from '../parts/facts.tsx'
import { Form } from '../parts/form.tsx'
import { BackLink } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { Names } from './organs.tsx'
import { RuleValue } from './rule-value.tsx'
import type { TermRow } from './terms.tsx'

type Line = {
  href: string
  title: Words
  group: 'days' | 'ways' | 'lists'
  value: Words
  from: string | null
  source: Words
  isLocal: boolean
  standard: Words
  next: { value: Words; from: string } | undefined
}

type Props = {
  session: TermRow
  procedure: Words
  lines: readonly Line[]
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

export const TermPage = (props: Props) => (
  <>
    <BackLink href={urls.adminTerms()} words={{ zh: '全部届次', en: 'All sessions' }} />
    <ErrorSummary errors={props.errors} />
    <Facts
      dense
      facts={[
        { key: { zh: '程序', en: 'Procedure' }, value: <Say words={props.procedure} /> },
        { key: { zh: '编号', en: 'Id' }, value: <span class="code">{props.session.id}</span> },
        { key: { zh: '起始日', en: 'First day' }, value: <When at={props.session.from_day} /> },
        { key: { zh: '截止日', en: 'Cut-off day' }, value: <When at={props.session.cutoff_on} /> },
      ]}
    />
    {groups.map(({ group, caption }) => (
      <RuleTable group={group} caption={caption} lines={props.lines.filter(line => line.group === group)} />
    ))}
    <h2>
      <T zh="更名" en="Rename" />
    </h2>
    <Form action={urls.adminTerm(props.session.id)}>
      <Names {...props} />
      <Actions>
        <Button kind="secondary">
          <T zh="更名" en="Rename" />
        </Button>
      </Actions>
    </Form>
  </>
)

const RuleTable = (props: { group: string; caption: Words; lines: readonly Line[] }) =>
  props.lines.length === 0 ? null : (
    <Table id={`rules-${props.group}`} caption={props.caption} rows={props.lines} columns={columns} narrow="stack" />
  )

const columns: readonly Column<Line>[] = [
  {
    title: { zh: '规则', en: 'Rule' },
    names: true,
    cell: line => (
      <a href={line.href}>
        <Say words={line.title} />
      </a>
    ),
  },
  { title: { zh: '本届次', en: 'In this session' }, cell: line => <Value line={line} /> },
  {
    title: { zh: '标准', en: 'Standard' },
    cell: line => (line.isLocal ? <RuleValue value={line.standard} /> : <T zh="相同" en="the same" />),
  },
  {
    title: { zh: '起始日', en: 'Since' },
    kind: 'tight',
    cell: line => (line.from ? <When at={line.from} /> : <T zh="默认" en="Default" />),
  },
  { title: { zh: '依据', en: 'Source' }, cell: line => <Say words={line.source} /> },
]

/** The value now, and what is already decided for later. */
const Value = ({ line }: { line: Line }) => (
  <>
    {line.isLocal ? (
      <strong>
        <RuleValue value={line.value} />
      </strong>
    ) : (
      <RuleValue value={line.value} />
    )}
    {line.next && (
      <p class="muted">
        <T zh="自" en="From " />
        <When at={line.next.from} />
        <T zh="起：" en=": " />
        <RuleValue value={line.next.value} />
      </p>
    )}
  </>
)

const groups = [
  { group: 'days', caption: { zh: '期限和日期', en: 'Terms and days' } },
  { group: 'ways', caption: { zh: '办法和数字', en: 'Ways and numbers' } },
  { group: 'lists', caption: { zh: '清单', en: 'Lists' } },
] as const
