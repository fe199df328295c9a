import type { Text } from '../../src/law/words.ts'
import { rateOf } from '../../src/law/rate.ts'
import { urls } from '../../src/http/urls.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import { Say } from '../parts/words.tsx'

export type BatchRow = {
  id: string
  name: Text
  procedure: Text
  filed: number
  answered: number
  closed: number
  claimed: number
  carriedOut: number
}

/** Every term and session whose suggestions or proposals are counted, the newest first. */
export const BatchesPage = ({ rows }: { rows: readonly BatchRow[] }) => (
  <>
    <PageHead
      title={{ zh: '建议提案进度', en: 'Suggestions and proposals' }}
      lead={{
        zh: '按届次统计：到了哪一步，离 100% 还差哪几件。',
        en: 'By term and session: how far they have come, and which are still missing from 100%.',
      }}
    />
    <Table
      id="batches"
      caption={{ zh: '届次', en: 'Sessions' }}
      captionHidden
      narrow="stack"
      walk
      rows={rows}
      empty={{ zh: '还没有届次', en: 'No session was opened yet' }}
      columns={[
        {
          title: { zh: '届次', en: 'Session' },
          names: true,
          cell: ({ id, name }) => (
            <a href={urls.progressOf(id)}>
              <Say words={name} />
            </a>
          ),
        },
        { title: { zh: '类型', en: 'Kind' }, cell: ({ procedure }) => <Say words={procedure} /> },
        { title: { zh: '立案（受理）', en: 'Filed' }, kind: 'number', cell: ({ filed }) => filed },
        { title: { zh: '答复率', en: 'Answered' }, kind: 'number', cell: row => sayShare(row.answered, row.filed) },
        { title: { zh: '办结', en: 'Closed' }, kind: 'number', cell: row => sayShare(row.closed, row.filed) },
        {
          title: { zh: '落实率', en: 'Carried out' },
          kind: 'number',
          cell: row => sayShare(row.carriedOut, row.claimed),
        },
      ]}
    />
  </>
)

/** `98 / 115 · 85.22%`; a dash where there is nothing to divide by. */
export function sayShare(count: number, of: number): string {
  const rate = rateOf(count, of)
  return `${count} / ${of} · ${rate === null ? '—' : `${rate}%`}`
}
