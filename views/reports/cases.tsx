import type { Text } from '../../src/law/words.ts'
import type { Day } from '../../src/law/day.ts'
import { urls } from '../../src/http/urls.ts'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Say, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

export type Listed = {
  number: string
  title: string | undefined
  state: Text
  lead: Text | undefined
  received: Day
  heads: number | undefined
  times: number | undefined
}

/** The cases a figure counts: as many as the figure says. */
export const FigureCasesPage = (props: {
  title: Text
  side: Text
  count: number
  unit: Text
  period: Text
  back: string
  rows: readonly Listed[]
  next: string | undefined
}) => (
  <>
    <BackLink href={props.back} words={{ zh: '回到报表', en: 'Back to the report' }} />
    <PageHead
      title={props.title}
      above={<Say words={props.period} />}
      lead={{
        zh: `${props.side.zh}：${props.count} ${props.unit.zh}`,
        en: `${props.side.en}: ${props.count} ${props.unit.en}`,
      }}
    />
    <Table
      id="cases"
      caption={props.title}
      captionHidden
      narrow="stack"
      walk
      rows={props.rows}
      empty={{ zh: '没有事项', en: 'No matters' }}
      columns={[
        {
          title: { zh: '编号', en: 'Number' },
          names: true,
          kind: 'tight',
          cell: ({ number }) => <a href={urls.case(number)}>{number}</a>,
        },
        { title: { zh: '标题', en: 'Title' }, cell: ({ title }) => title && <Typed inline text={title} /> },
        { title: { zh: '目前状态', en: 'State now' }, cell: ({ state }) => <Say words={state} /> },
        { title: { zh: '目前承办单位', en: 'Organ now' }, cell: ({ lead }) => (lead ? <Say words={lead} /> : '—') },
        { title: { zh: '收件日', en: 'Received' }, kind: 'tight', cell: ({ received }) => <When at={received} /> },
        ...(props.rows.some(({ heads }) => heads !== undefined) ? [headsColumn] : []),
        ...(props.rows.some(({ times }) => times !== undefined) ? [timesColumn] : []),
      ]}
    />
    <Pager next={props.next} />
  </>
)

const timesColumn = {
  title: { zh: '计次', en: 'Times counted' },
  kind: 'number' as const,
  cell: ({ times }: Listed) => times,
}

const headsColumn = {
  title: { zh: '人数', en: 'People' },
  kind: 'number' as const,
  cell: ({ heads }: Listed) => heads,
}
