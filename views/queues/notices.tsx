import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

/** What it is about: a case and its number, or the archive and a month. */
export type Told = { id: string; href: string; number: string; title: string; text: Text; at: string; isRead: boolean }

type NoticesProps = {
  notices: readonly Told[]
  /** They are the organ's, and not the reader's alone. */
  isShared: boolean
  first: string | undefined
  next: string | undefined
}

/** Messages to the reader, and to the reader's organ: there one reading counts for the organ. */
export const NoticesPage = (props: NoticesProps) => (
  <>
    <PageHead title={{ zh: '消息', en: 'Notices' }} lead={props.isShared ? shared : own} />
    <Form action={urls.notices()} plain>
      <Table
        id="notices"
        caption={{ zh: '消息', en: 'Notices' }}
        captionHidden
        narrow="stack"
        walk
        empty={{ zh: '没有消息', en: 'No notices' }}
        rows={props.notices}
        columns={columns}
      />
      {props.notices.some(notice => !notice.isRead) && (
        <Actions>
          {props.notices.map(({ id }) => (
            <input type="hidden" name="shown" value={id} />
          ))}
          <Button kind="secondary">
            <T zh="本页都标为已读" en="Mark this page as read" />
          </Button>
        </Actions>
      )}
    </Form>
    {props.first && (
      <p>
        <a href={props.first}>
          <T zh="回到第一页" en="Back to the first page" />
        </a>
      </p>
    )}
    <Pager next={props.next} />
  </>
)

const columns = [
  { title: { zh: '消息', en: 'Notice' }, names: true, cell: (notice: Told) => <Message {...notice} /> },
  { title: { zh: '案件', en: 'Case' }, cell: (notice: Told) => <Typed text={notice.title} inline /> },
  { title: { zh: '编号', en: 'Number' }, kind: 'tight' as const, cell: (notice: Told) => notice.number },
  { title: { zh: '时间', en: 'Time' }, kind: 'tight' as const, cell: (notice: Told) => <When at={notice.at} /> },
  { title: { zh: '已读', en: 'Read' }, kind: 'tight' as const, cell: (notice: Told) => <Reading {...notice} /> },
]

const Message = (notice: Told) => (
  <a href={notice.href}>
    <Say words={notice.text} />
  </a>
)

const Reading = (notice: Told) =>
  notice.isRead ? (
    <Tag words={{ zh: '已读', en: 'Read' }} tone="done" />
  ) : (
    <Button kind="quiet" name="id" value={notice.id}>
      <T zh="标为已读" en="Mark as read" />
      <span class="for-readers">
        {' '}
        {notice.number} <Say words={notice.text} />
      </span>
    </Button>
  )

const shared: Text = {
  zh: '发给本单位的消息。一人标为已读，全单位都显示已读。',
  en: 'Messages to your unit. Read by one is read for the unit.',
}

const own: Text = { zh: '发给您的消息。', en: 'Messages to you.' }
