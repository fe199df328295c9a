import { urls, withQuery } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import { Digest } from '../parts/digest.tsx'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type File = { name: string; size: number; sha256: string }
type Month = { report: string; month: string; asOf: string; digest: string; files: readonly File[] }
type Props = { months: readonly Month[]; title: Text; next: string | undefined; isTold: boolean }

/** What was reported, as it was reported: the same question asked today gives the same bytes. */
export const ArchivePage = ({ months, title, next, isTold }: Props) => (
  <>
    <PageHead
      title={{ zh: '月报存档', en: 'Archive of monthly reports' }}
      lead={{
        zh: '每月首个工作日定稿。定稿以后补录、更正、恢复办理的，不改动这里的数字，另在重述中列出。',
        en: 'Closed on the first working day of each month. What is recorded, corrected or reopened later changes nothing here; it is listed under the restatements.',
      }}
    />
    <Form action={urls.reportReaders()}>
      <input type="hidden" name="told" value={isTold ? 'no' : 'yes'} />
      <Button kind="secondary">
        {isTold ? (
          <T zh="不再通知我" en="Stop notifying me" />
        ) : (
          <T zh="定稿时通知我" en="Notify me when a month is closed" />
        )}
      </Button>
    </Form>
    <Table
      id="archive"
      caption={title}
      captionHidden
      narrow="stack"
      rows={months}
      columns={columns}
      empty={{ zh: '还没有定稿的月份', en: 'No month has been closed yet' }}
    />
    {next !== undefined && (
      <p>
        <a href={`${urls.reportArchive()}?before=${next}`}>
          <T zh="更早的月份" en="Earlier months" />
        </a>
      </p>
    )}
  </>
)

const columns: readonly Column<Month>[] = [
  { title: { zh: '月份', en: 'Month' }, names: true, cell: ({ month }) => month },
  { title: { zh: '已知时点', en: 'As known at' }, cell: ({ asOf }) => <When at={asOf} /> },
  {
    title: { zh: '文件', en: 'Files' },
    cell: ({ month, files }) => (
      <ul class="plain-list">
        {files.map(({ name, size, sha256 }) => (
          <li>
            <a href={urls.archivedFile(month, name)} download>
              {name}
            </a>{' '}
            <T zh={`${size} 字节`} en={`${size} bytes`} />
            <br />
            <span class="muted small">
              sha-256 <Digest digest={sha256} />
            </span>
          </li>
        ))}
      </ul>
    ),
  },
  {
    title: { zh: '重述', en: 'Restated' },
    cell: ({ report, month }) => (
      <a href={withQuery(urls.reportRestated(report), { month })}>
        <T zh={`${month} 的重述清单`} en={`Restatement list of ${month}`} />
      </a>
    ),
  },
]
