import { urls, withQuery } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { T, useWords } from '../parts/words.tsx'
import { PublishedTable } from './published-table.tsx'
import type { TitledLine } from './published-table.tsx'

export type PublishedProps = {
  lines: readonly TitledLine[]
  kinds: readonly { id: string; title: Text; isChosen: boolean }[]
  sessions: readonly Option[]
  kind: string | undefined
  session: string | undefined
  next: string | undefined
}

/** Answers made public, newest first. Petitions never are; answers to deputies and CPPCC members are, once reviewed. */
export const PublishedPage = ({ lines, kinds, sessions, kind, session, next }: PublishedProps) => (
  <>
    <PageHead
      title={{ zh: '公开的答复', en: 'Published answers' }}
      lead={{
        zh: '对代表建议、政协提案的答复，经审查后在这里公开',
        en: 'Answers to deputies’ suggestions and CPPCC proposals, published after review',
      }}
    />
    <Tabs
      label={{ zh: '类型', en: 'Kinds' }}
      tabs={[
        { href: urls.published(), text: { zh: '全部', en: 'All' }, current: kind === undefined },
        ...kinds.map(({ id, title, isChosen }) => ({
          href: withQuery(urls.published(), { kind: id }),
          text: title,
          current: isChosen,
        })),
      ]}
    />
    {sessions.length > 0 && <ChooseSession {...{ sessions, session, kind }} />}
    {lines.length === 0 ? (
      <Empty words={{ zh: '没有公开的答复', en: 'No published answers' }} />
    ) : (
      <PublishedTable lines={lines} />
    )}
    <Pager next={next && withQuery(urls.published(), { kind: session ? undefined : kind, session, after: next })} />
    <About />
  </>
)

function ChooseSession({ sessions, session, kind }: Pick<PublishedProps, 'sessions' | 'session' | 'kind'>) {
  const { t } = useWords()
  return (
    <form
      class="not-printed"
      method="get"
      action={urls.published()}
      role="search"
      aria-label={t({ zh: '按届次查看', en: 'Choose a session' })}
    >
      {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
      <div class="row">
        <Field
          kind="select"
          name="session"
          label={{ zh: '届次', en: 'Session' }}
          value={session}
          options={sessions}
          empty={{ zh: '不限', en: 'Any' }}
          optional
        />
        <Button kind="secondary">
          <T zh="查看" en="Show" />
        </Button>
      </div>
    </form>
  )
}

const About = () => (
  <>
    <p>
      <a href={urls.publicStatistics()}>
        <T
          zh="每月的受理、办复和满意情况，见公开统计"
          en="How many matters come in and are answered each month: public statistics"
        />
      </a>
    </p>
    <p>
      <T
        zh="类别（A、B 等）是承办单位在答复里的说法；是否落实，以核实过的佐证为准，另外标明。"
        en="A class (A, B …) is what the organ says in its answer; whether it was carried out is told beside it, by evidence that was checked."
      />
    </p>
    <p>
      <T
        zh="信访事项涉及个人，一律不公开，提出人可以自己查询。"
        en="Petitions concern persons and are never published; whoever filed one can follow it."
      />{' '}
      <a href={urls.track()}>
        <T zh="查询我的事项" en="Track my matter" />
      </a>
    </p>
  </>
)
