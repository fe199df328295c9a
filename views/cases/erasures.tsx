import { urls } from '../../src/http/urls.ts'
import { Notice } from '../parts/notice.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

export type Order = { id: string; at: string; words: boolean; reason: Words }
type Done = {
  number: string | null
  order?: string | undefined
  recorded_at: string
  reason: Words
  words: boolean
  name: string | null
}
type Props = { orders: readonly Order[]; done: readonly Done[]; next: string | undefined; isLater: boolean }

/** What is to be erased, without a word of what it is about, and what was. */
export const ErasuresPage = ({ orders, done, next, isLater }: Props) => (
  <>
    {isLater && (
      <Notice tone="info">
        <p>
          <T
            zh="信息已经删除。数据库的旧页正被别的读取占用，系统几分钟内自动清除。"
            en="It is erased. Somebody still reads older pages of the database; they are cleared within minutes."
          />
        </p>
      </Notice>
    )}
    <Table
      id="orders"
      caption={{ zh: '等待执行的决定', en: 'Orders to carry out' }}
      rows={orders}
      narrow="stack"
      empty={{
        zh: '没有等待执行的决定。由办案的信访部门负责人在案件页作出',
        en: 'None. Heads of petition offices order an erasure on the page of a case',
      }}
      columns={[
        {
          title: { zh: '决定编号', en: 'Order' },
          names: true,
          cell: row => <a href={urls.adminErasure(row.id)}>{row.id}</a>,
        },
        { title: { zh: '决定时间', en: 'Ordered' }, kind: 'tight', cell: row => <When at={row.at} /> },
        ...told,
      ]}
    />
    <Table
      id="erasures"
      caption={{ zh: '已经删除的，新的在前', en: 'Erased, newest first' }}
      rows={done}
      narrow="stack"
      empty={{ zh: '没有记录', en: 'Nothing on record' }}
      columns={[
        { title: { zh: '案件编号', en: 'Case' }, names: true, cell: row => row.number ?? '—' },
        { title: { zh: '决定编号', en: 'Order' }, cell: row => row.order ?? '—' },
        { title: { zh: '删除时间', en: 'Erased' }, kind: 'tight', cell: row => <When at={row.recorded_at} /> },
        ...told,
        {
          title: { zh: '执行人', en: 'By' },
          cell: row => (row.name ? <Say words={row.name} /> : <T zh="命令行" en="the command line" />),
        },
      ]}
    />
    <Pager next={next} />
  </>
)

const told = [
  { title: { zh: '依据', en: 'Reason' }, cell: (row: { reason: Words }) => <Say words={row.reason} /> },
  {
    title: { zh: '正文和附件', en: 'Texts and files' },
    cell: (row: { words: boolean }) => (row.words ? <T zh="一并删除" en="Destroyed too" /> : <T zh="保留" en="Kept" />),
  },
]
