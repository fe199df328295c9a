import { urls, withQuery } from '../../src/http/urls.ts'
import type { Start } from '../../src/cases/starts.ts'
import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { QueueRow } from '../../src/queues/rows.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Search } from '../parts/search.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Tab } from '../parts/tabs.tsx'
import { Say, T } from '../parts/words.tsx'
import { Rows } from './rows.tsx'
import { SearchForm } from './search-form.tsx'
import type { SearchFormProps } from './search-form.tsx'

export type QueuePageProps = {
  title: Text
  tabs: readonly Tab[]
  rows: readonly QueueRow[]
  today: Day
  empty: Text
  first: string | undefined
  next: string | undefined
  /** Why a list that goes on has no next page. */
  cut: Text | undefined
  /** All await the reader. */
  isMine: boolean
  /** Each is there for an organ's part of it. */
  isOfParts: boolean
  starts: readonly Start[]
  /** What the reader did to a case that is no longer theirs to see. */
  left: Text | undefined
  /** The reader may look for cases at all. */
  finds: boolean
  /** Words and filters; undefined on the other queues, which offer the words only. */
  search: SearchFormProps | undefined
}

/** One worklist of the reader's, and the way to the others. */
export const QueuePage = (props: QueuePageProps) => (
  <>
    {props.left && <Left act={props.left} />}
    <PageHead title={props.title} actions={props.starts.length > 0 && <Starts starts={props.starts} />} />
    <Tabs label={{ zh: '待办分类', en: 'Queues' }} tabs={props.tabs} />
    {props.search ? (
      <SearchForm {...props.search} />
    ) : (
      props.finds && <Search method="post" action={urls.queue('all')} label={{ zh: '查找案件', en: 'Find cases' }} />
    )}
    <Rows {...props} caption={props.title} />
    {props.cut && (
      <p>
        <Say words={props.cut} />
      </p>
    )}
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

/** Each on a press of its own: a letter that came in, or a draft of one's own. */
const Starts = ({ starts }: Pick<QueuePageProps, 'starts'>) => (
  <>
    {starts.map(({ procedure, act, spec, isOwn }) => (
      <ButtonLink href={withQuery(urls.queue('new'), isOwn ? { procedure: procedure.id, act } : {})}>
        {isOwn ? <Say words={spec.title} /> : <T zh="登记来信来访" en="Record a letter, call or visit" />}
      </ButtonLink>
    ))}
  </>
)

const Left = ({ act }: { act: Text }) => (
  <Notice tone="success" title={{ zh: `已办理：${act.zh}`, en: `Done: ${act.en}` }} announced>
    <p>
      <T
        zh="按这一步的规定，您不再能看到那一件；它由其他人员继续办理。"
        en="By this step you no longer see that case; others go on with it."
      />
    </p>
  </Notice>
)
