import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import type { ListRow } from '../../src/progress/lists.ts'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Say, Typed } from '../parts/words.tsx'
import { sayAsOf } from './batch.tsx'

/** The matters one side of a figure counts: as many as the figure says, as they stood on that day. */
export const CountedPage = (props: {
  title: Text
  count: number
  session: Text
  day: string
  back: string
  rows: readonly ListRow[]
  next: string | undefined
}) => (
  <>
    <BackLink href={props.back} words={props.session} />
    <PageHead
      title={{ zh: `${props.title.zh} ${props.count} 件`, en: `${props.title.en}: ${props.count}` }}
      above={<Say words={props.session} />}
      lead={sayAsOf(props.day)}
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
          cell: ({ number, label }) => <a href={urls.case(number)}>{label ?? number}</a>,
        },
        { title: { zh: '标题', en: 'Title' }, cell: ({ title }) => title && <Typed inline text={title} /> },
        { title: { zh: '承办单位', en: 'Organ' }, cell: ({ lead }) => (lead ? <Say words={lead} /> : '—') },
        { title: { zh: '当时状态', en: 'State then' }, cell: ({ state }) => <Say words={state} /> },
      ]}
    />
    <Pager next={props.next} />
  </>
)
