import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { QueueRow } from '../../src/queues/rows.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Search } from '../parts/search.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Tab } from '../parts/tabs.tsx'
import { T } from '../parts/words.tsx'
import { Rows } from './rows.tsx'
import { SearchForm } from './search-form.tsx'

export type Asked = { q: string; state: string; procedure: string; organ: string; overdue: boolean }
export type Choices = { states: Option[]; procedures: Option[]; organs: Option[] }

export type QueuePageProps = {
  title: Text
  tabs: readonly Tab[]
  rows: readonly QueueRow[]
  today: Day
  empty: Text
  first: string | undefined
  next: string | undefined
  /** All await the reader. */
  isMine: boolean
  canFile: boolean
  /** Words and filters; undefined on the other queues, which offer the words only. */
  search: { asked: Asked; choices: Choices; hint: Text | undefined } | undefined
}

/** One worklist of the reader's, and the way to the others. */
export const QueuePage = (props: QueuePageProps) => (
  <>
    <PageHead
      title={props.title}
      actions={
        props.canFile && (
          <ButtonLink href={urls.queue('new')}>
            <T zh="登记来信来访" en="Record a letter, call or visit" />
          </ButtonLink>
        )
      }
    />
    <Tabs label={{ zh: '待办分类', en: 'Queues' }} tabs={props.tabs} />
    {props.search ? (
      <SearchForm {...props.search} />
    ) : (
      <Search action={urls.queue('all')} label={{ zh: '查找案件', en: 'Find cases' }} />
    )}
    <Rows rows={props.rows} today={props.today} caption={props.title} empty={props.empty} isMine={props.isMine} />
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
