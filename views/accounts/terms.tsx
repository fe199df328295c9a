import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Empty } from '../parts/empty.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { OpenTerm } from './open-term.tsx'

export type TermRow = Text & { id: string; term: number; session: number; from_day: string; cutoff_on: string }
export type TermsProps = {
  procedures: readonly { id: string; title: Text; rows: readonly (TermRow & { local: number })[] }[]
  /** The value that stands for the standards where rules are copied. */
  standards: string
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

export const TermsPage = (props: TermsProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    {props.procedures.length === 0 && (
      <Empty words={{ zh: '没有按届次编号的程序', en: 'No procedure is numbered by session' }} />
    )}
    {props.procedures.map(({ id, title, rows }) => (
      <section>
        <h2>
          <Say words={title} />
        </h2>
        <Table
          id={`terms-${id}`}
          caption={title}
          captionHidden
          rows={rows}
          columns={columns}
          narrow="stack"
          empty={{ zh: '还没有届次', en: 'No sessions yet' }}
        />
      </section>
    ))}
    {props.procedures.length > 0 && <OpenTerm {...props} />}
  </>
)

const columns: readonly Column<TermRow & { local: number }>[] = [
  {
    title: { zh: '届次', en: 'Session' },
    names: true,
    cell: row => (
      <a href={urls.adminTerm(row.id)}>
        <Say words={row} />
      </a>
    ),
  },
  {
    title: { zh: '届、次', en: 'Term and session' },
    kind: 'tight',
    cell: row => <T zh={`${row.term}届${row.session}次`} en={`${row.term}-${row.session}`} />,
  },
  { title: { zh: '起始日', en: 'First day' }, kind: 'tight', cell: row => <When at={row.from_day} /> },
  { title: { zh: '截止日', en: 'Cut-off day' }, kind: 'tight', cell: row => <When at={row.cutoff_on} /> },
  { title: { zh: '不同于标准的规则', en: 'Rules that differ' }, kind: 'number', cell: row => row.local },
]
