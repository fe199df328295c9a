import type { ExportTable } from '../../src/db/tables.ts'
import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Tone } from '../parts/tag.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, useWords } from '../parts/words.tsx'

type Row = ExportTable & { title: Text; asOf: string | undefined; until: string | undefined }
type Props = { exports: readonly Row[]; refused: keyof typeof refusals | undefined }

export const ExportsPage = ({ exports, refused }: Props) => (
  <>
    <PageHead
      title={{ zh: '后台生成的文件', en: 'Files made in the background' }}
      lead={{
        zh: '清单较长的工作簿在后台生成，这期间您可以做别的事。这里只列您自己的文件。',
        en: 'Workbooks with long lists are made while you do something else. Only your own are here.',
      }}
    />
    {refused && (
      <Notice tone="error" title={{ zh: '没有接受这次申请', en: 'This was not taken on' }}>
        <Say words={refusals[refused]} />
      </Notice>
    )}
    <Exports exports={exports} />
  </>
)

/** Asks for a workbook of so many rows, by the same question as the page it stands on. */
export const MakeLong = ({ rows, asked }: LongFile) => (
  <Form action={urls.exports()}>
    {Object.entries(asked).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
    <Button kind="secondary">
      <T zh={`在后台生成 XLSX（约 ${rows} 行）`} en={`Make XLSX in the background (about ${rows} rows)`} />
    </Button>
  </Form>
)

export type LongFile = { rows: number; asked: Readonly<Record<string, string | undefined>> }

/** While something is under way htmx looks again every two seconds; without it the link does. */
export function Exports({ exports }: Pick<Props, 'exports'>) {
  const isUnderWay = exports.some(({ state }) => state === 'waiting' || state === 'making')
  const again = {
    'hx-get': urls.exports(),
    'hx-trigger': 'every 2s',
    'hx-select': '#exports',
    'hx-target': '#exports',
    'hx-swap': 'outerMorph',
  }
  return (
    <section id="exports" {...(isUnderWay && again)}>
      {isUnderWay && (
        <p>
          <a href={urls.exports()}>
            <T zh="刷新进度" en="Refresh" />
          </a>
        </p>
      )}
      <Table
        id="exports-table"
        caption={{ zh: '我的文件', en: 'My files' }}
        captionHidden
        narrow="stack"
        rows={exports}
        columns={columns}
        empty={{ zh: '还没有在后台生成过文件', en: 'No file has been made in the background yet' }}
      />
    </section>
  )
}

const columns: readonly Column<Row>[] = [
  {
    title: { zh: '文件', en: 'File' },
    names: true,
    cell: ({ title, name, lang, asOf }) => (
      <div>
        <Say words={title} />
        <br />
        <span class="muted">
          {name} <Say words={languages[lang]} />
          {asOf !== undefined && (
            <>
              {' '}
              <T zh="已知截至 " en="as known at " />
              <When at={asOf} />
            </>
          )}
        </span>
      </div>
    ),
  },
  { title: { zh: '申请时间', en: 'Asked for' }, cell: ({ asked_at }) => <When at={asked_at} /> },
  { title: { zh: '进度', en: 'Progress' }, cell: row => <State row={row} /> },
  { title: { zh: '操作', en: 'Action' }, cell: row => <Act row={row} /> },
]

const State = ({ row }: { row: Row }) => (
  <div>
    <Tag words={states[row.state].words} tone={states[row.state].tone} />
    {row.state === 'making' && <HowFar written={row.written} listed={row.listed} />}
    {row.until !== undefined && (
      <p class="muted">
        <T zh={`${row.written} 行，保留到 `} en={`${row.written} rows, kept until `} />
        <When at={row.until} />
      </p>
    )}
    {row.problem !== null && (
      <p>
        <Say words={problems[row.problem]} />
      </p>
    )}
  </div>
)

function HowFar({ written, listed }: Pick<Row, 'written' | 'listed'>) {
  const { t } = useWords()
  return (
    <>
      {' '}
      <progress
        aria-label={t({ zh: '已写的行', en: 'Rows written' })}
        max={listed ?? undefined}
        value={listed ? written : undefined}
      />
      <p>
        {listed === null ? (
          <T zh="正在计算数字" en="Working out the figures" />
        ) : (
          <T zh={`已写 ${written} 行，共 ${listed} 行`} en={`${written} of ${listed} rows written`} />
        )}
      </p>
    </>
  )
}

function Act({ row: { id, state } }: { row: Row }) {
  if (state === 'cancelled' || state === 'failed' || state === 'expired') return <>—</>
  return (
    <Actions>
      {state === 'ready' && (
        <ButtonLink href={urls.exportFile(id)} download>
          <T zh="下载" en="Download" />
        </ButtonLink>
      )}
      <Form action={urls.exportCancel(id)}>
        <Button kind="quiet">{state === 'ready' ? <T zh="删除" en="Delete" /> : <T zh="取消" en="Cancel" />}</Button>
      </Form>
    </Actions>
  )
}

const refusals = {
  busy: {
    zh: '您已有两份文件在生成。请等其中一份生成好，或取消一份，再试。',
    en: 'Two of your files are being made. Wait for one of them, or cancel one, then ask again.',
  },
  full: {
    zh: '您已保留十份文件。请先删除不再需要的，再申请新的。',
    en: 'You keep ten files already. Delete one you need no more, then ask again.',
  },
} satisfies Record<string, Text>

const languages = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } satisfies Record<
  Row['lang'],
  Text
>

const states = {
  waiting: { words: { zh: '排队等候', en: 'Waiting' }, tone: 'neutral' },
  making: { words: { zh: '生成中', en: 'Being made' }, tone: 'attention' },
  ready: { words: { zh: '已生成', en: 'Ready' }, tone: 'done' },
  cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'neutral' },
  failed: { words: { zh: '没有生成', en: 'Not made' }, tone: 'late' },
  expired: { words: { zh: '已过期删除', en: 'Expired' }, tone: 'neutral' },
} satisfies Record<Row['state'], { words: Text; tone: Tone }>

const problems = {
  stopped: {
    zh: '生成时服务器停了三次。请稍后重新申请；仍不行请告诉系统管理员。',
    en: 'The server stopped three times while making it. Ask again later; if it happens again, tell the administrator.',
  },
  error: {
    zh: '生成时系统出了问题。请重新申请；仍不行请告诉系统管理员。',
    en: 'Something broke while it was made. Ask again; if it happens again, tell the administrator.',
  },
  closed: { zh: '这份报表您已不能查看。', en: 'This report is no longer yours to read.' },
} satisfies Record<NonNullable<Row['problem']>, Text>
