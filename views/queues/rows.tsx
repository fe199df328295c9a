import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { QueueRow } from '../../src/queues/rows.ts'
import { DaysLeft } from '../parts/deadline.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type RowsProps = {
  rows: readonly QueueRow[]
  today: Day
  caption: Words
  empty: Words
  /** All await the reader: no row needs to say so. */
  isMine: boolean
  /** Each is there for an organ's part of it. */
  isOfParts: boolean
}

/** Cases, one a row: what, where it stands, whose move it is and by when. */
export const Rows = (props: RowsProps) => (
  <Table
    id="rows"
    caption={props.caption}
    captionHidden
    empty={props.empty}
    narrow="stack"
    walk
    rows={props.rows}
    columns={[
      { title: { zh: '标题', en: 'Title' }, names: true, cell: row => <Title {...row} /> },
      { title: { zh: '编号', en: 'Number' }, kind: 'tight', cell: row => row.label ?? row.number },
      { title: { zh: '类别', en: 'Kind' }, kind: 'tight', cell: row => <Say words={row.kind} /> },
      {
        title: { zh: '状态', en: 'State' },
        kind: 'tight',
        cell: row => <Tag words={row.state} tone={row.isOpen ? 'neutral' : 'done'} />,
      },
      ...(props.isOfParts ? [parts] : []),
      ...(props.isMine || props.isOfParts ? [] : [awaits]),
      { title: { zh: '下一步', en: 'Next' }, cell: row => (row.next ? <Say words={row.next} /> : '—') },
      { title: { zh: '到期', en: 'Due' }, kind: 'tight', cell: Due },
      { title: { zh: '剩余', en: 'Left' }, kind: 'tight', cell: row => <Left {...row} today={props.today} /> },
    ]}
  />
)

const awaits = {
  title: { zh: '等待', en: 'Awaits' },
  cell: (row: QueueRow) => (row.awaits ? <Say words={row.awaits} /> : '—'),
}

const parts = {
  title: { zh: '部分', en: 'Part' },
  cell: ({ parts }: QueueRow) => (
    <div>
      {parts.map((part, index) => (
        <>
          {index > 0 && <br />}
          <Say words={part} />
        </>
      ))}
    </div>
  ),
}

/** The day, and what is due on it where that is not the matter itself. */
const Due = ({ due, clock }: QueueRow) =>
  due === null ? (
    '—'
  ) : (
    <div>
      <When at={due} />
      {clock && (
        <>
          <br />
          <Say words={clock} />
        </>
      )}
    </div>
  )

const Title = (row: QueueRow) => (
  <>
    <a href={urls.case(row.number)}>
      <Typed text={row.title} inline />
    </a>{' '}
    {row.isRestricted && <Tag words={{ zh: '检举控告', en: 'Accusation' }} tone="attention" />}
  </>
)

const Left = (row: QueueRow & { today: Day }) =>
  row.due === null ? <T zh="没有期限" en="None" /> : <DaysLeft due={row.due} today={row.today} />
