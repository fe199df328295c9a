import { sayMonth } from '../../src/law/day.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import { Digest } from '../parts/digest.tsx'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Say, T, useWords } from '../parts/words.tsx'
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
  {
    title: { zh: '月份', en: 'Month' },
    names: true,
    cell: ({ report, month, asOf }) => (
      <a href={withQuery(urls.report(report), { month, asOf })}>
        <Say words={sayMonth(month)} />
      </a>
    ),
  },
  { title: { zh: '已知时点', en: 'As known at' }, cell: ({ asOf }) => <When at={asOf} /> },
  { title: { zh: '文件', en: 'Files' }, cell: ({ month, files }) => <Files month={month} files={files} /> },
  {
    title: { zh: '重述', en: 'Restated' },
    cell: ({ report, month }) => (
      <a href={withQuery(urls.reportRestated(report), { month })}>
        <T zh={`${sayMonth(month).zh}的重述清单`} en={`Restatement list of ${sayMonth(month).en}`} />
      </a>
    ),
  },
]

/** Those in the language of the page first, then those of every language, then the others. */
function Files({ month, files }: Pick<Month, 'month' | 'files'>) {
  const { lang } = useWords()
  const shown = files.map(file => ({ ...file, ...kindOf(file.name) }))
  const placeOf = (of: 'zh' | 'en' | undefined) => (of === lang ? 0 : of === undefined ? 1 : 2)
  return (
    <>
      <ul class="plain-list">
        {shown
          .toSorted((a, b) => placeOf(a.lang) - placeOf(b.lang))
          .map(({ name, size, type, lang }) => (
            <li>
              <a href={urls.archivedFile(month, name)} download>
                {type.toUpperCase()} <Say words={lang === undefined ? { zh: '', en: '' } : languages[lang]} />
              </a>{' '}
              {sayKilobytes(size)}
            </li>
          ))}
      </ul>
      <details>
        <summary>
          <T zh="文件的哈希值" en="Hashes of the files" />
        </summary>
        <ul class="plain-list small">
          {files.map(({ name, sha256 }) => (
            <li>
              {name}
              <br />
              sha-256 <Digest digest={sha256} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** `monthly-closure-2026-10-en.docx`; data for programs are in no language. */
function kindOf(name: string): { type: string; lang: 'zh' | 'en' | undefined } {
  const type = name.slice(name.lastIndexOf('.') + 1)
  return { type, lang: type === 'json' ? undefined : name.endsWith(`-en.${type}`) ? 'en' : 'zh' }
}

const languages = { zh: { zh: '中文', en: 'in Chinese' }, en: { zh: '英文', en: 'in English' } } satisfies Record<
  string,
  Text
>

const sayKilobytes = (size: number): string => `${Math.max(1, Math.round(size / 1024))} KB`
