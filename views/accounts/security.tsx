import { urls } from '../../src/http/urls.ts'
import type { Option } from '../parts/control.tsx'
import { Field } from '../parts/field.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type Row = {
  stream: string
  streamTitle: Words
  seq: number
  title: Words
  actor: string
  name: string | null
  about: string | null
  zh: string | null
  en: string | null
  occurred_on: string
  recorded_at: string
}
type Props = { rows: readonly Row[]; next: string | undefined; stream: string | undefined; streams: readonly Option[] }

export const SecurityPage = ({ rows, next, stream, streams }: Props) => (
  <>
    <form class="filters" method="get" action={urls.adminSecurity()}>
      <Field
        kind="select"
        name="stream"
        label={{ zh: '记录', en: 'Record' }}
        value={stream}
        options={streams}
        empty={{ zh: '全部', en: 'All' }}
        optional
      />
      <button type="submit" class="button button-secondary">
        <T zh="查看" en="Show" />
      </button>
    </form>
    <Table
      id="events"
      caption={{ zh: '日志，新的在前', en: 'The log, newest first' }}
      rows={rows}
      empty={{ zh: '没有记录', en: 'Nothing on record' }}
      columns={[
        { title: { zh: '记录时间', en: 'Recorded' }, kind: 'tight', cell: row => <When at={row.recorded_at} /> },
        { title: { zh: '记录', en: 'Record' }, cell: row => <Record row={row} /> },
        { title: { zh: '序号', en: 'No.' }, kind: 'number', cell: row => row.seq },
        { title: { zh: '事件', en: 'Event' }, names: true, cell: row => <Say words={row.title} /> },
        { title: { zh: '账号', en: 'Account' }, cell: row => row.about && <Say words={row.about} /> },
        { title: { zh: '操作人', en: 'By' }, cell: row => <Who row={row} /> },
        {
          title: { zh: '单位', en: 'Organ' },
          cell: row => row.zh && row.en && <Say words={{ zh: row.zh, en: row.en }} />,
        },
        { title: { zh: '法定日', en: 'Legal day' }, kind: 'tight', cell: row => <When at={row.occurred_on} /> },
      ]}
    />
    <Pager next={next} />
  </>
)

/** A case leads to who has read it. */
const Record = ({ row }: { row: Row }) =>
  row.stream.startsWith('case:') ? (
    <a href={urls.adminReadings(row.stream.slice('case:'.length))}>
      <Say words={row.streamTitle} />
    </a>
  ) : (
    <Say words={row.streamTitle} />
  )

/** The clockwork and people without an account have no row among the people. */
const Who = ({ row }: { row: Row }) =>
  row.name !== null ? (
    <Say words={row.name} />
  ) : row.actor === 'system' ? (
    <T zh="系统" en="the system" />
  ) : (
    <T zh="信访人" en="a petitioner" />
  )
