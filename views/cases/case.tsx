import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Tag } from '../parts/tag.tsx'
import { TaskList } from '../parts/task-list.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { Acts } from './acts.tsx'
import { Deadlines } from './deadlines.tsx'
import { Files } from './files.tsx'
import { Parties } from './parties.tsx'
import { Parts } from './parts.tsx'
import { Readings } from './readings.tsx'
import { Repeats } from './repeats.tsx'
import { Story } from './story.tsx'

type CaseProps = { sheet: Sheet; today: Day; canErase: boolean }

/** A case for those who work on it: where it stands, what can be done, what is owed, and how it came here. */
export const CasePage = (props: CaseProps) => (
  <>
    <CaseHead {...props} />
    <Acts {...props} />
    <div class="split">
      {props.sheet.isSigners ? <ForSigners {...props} /> : <ForOfficials {...props} />}
      <div>
        <section aria-labelledby="matter">
          <h2 id="matter">
            <T zh="基本情况" en="The matter" />
          </h2>
          <Matter {...props} />
        </section>
        {!props.sheet.isSigners && <Parties {...props} />}
        <Files {...props} />
      </div>
    </div>
  </>
)

const ForOfficials = (props: CaseProps) => (
  <div>
    <Deadlines {...props} />
    <Closing {...props} />
    <Parts {...props} />
    <Repeats {...props} />
    <Readings {...props} />
    <Story {...props} />
  </div>
)

const ForSigners = (props: CaseProps) => (
  <div>
    <Standing {...props} />
    <Parts {...props} />
    <Deadlines {...props} />
    <Story {...props} />
  </div>
)

/** What it says now: nobody signs unseen. */
const Standing = ({ sheet }: CaseProps) => (
  <section aria-labelledby="words">
    <h2 id="words">
      <T zh="内容" en="What it says" />
    </h2>
    {sheet.words.map(({ label, text }) => (
      <div class="panel">
        <p class="muted">
          <Say words={label} />
        </p>
        <Typed text={text} />
      </div>
    ))}
  </section>
)

const CaseHead = ({ sheet }: CaseProps) => (
  <PageHead
    above={
      <>
        <a href={urls.queues()}>
          <T zh="待办" en="Queue" />
        </a>{' '}
        · <span>{sheet.label === null ? sheet.number : `${sheet.label} · ${sheet.number}`}</span>
      </>
    }
    title={sheet.title}
    tags={
      <>
        <Tag words={sheet.state} tone={sheet.isOpen ? 'neutral' : 'done'} />
        {sheet.flags.map(flag => (
          <Tag {...flag} />
        ))}
      </>
    }
    {...(sheet.next && { lead: sheet.next })}
    {...(sheet.awaits && { lead: { zh: `等待：${sheet.awaits.zh}`, en: `Awaits: ${sheet.awaits.en}` } })}
  />
)

const Matter = ({ sheet }: CaseProps) => (
  <Facts
    facts={[
      ...sheet.facts.map(({ key, value, number }) => ({
        key,
        value: number === undefined ? <Say words={value} /> : <CaseLink words={value} number={number} />,
      })),
      { key: { zh: '收到', en: 'Received' }, value: <When at={sheet.received} /> },
      sheet.ended && { key: { zh: '结束', en: 'Ended' }, value: <When at={sheet.ended} /> },
    ]}
  />
)

const CaseLink = ({ words, number }: { words: Text; number: string }) => (
  <a href={urls.case(number)}>
    <Say words={words} />
  </a>
)

const Closing = ({ sheet }: CaseProps) =>
  sheet.closing.length > 0 ? (
    <section aria-labelledby="closing">
      <h2 id="closing">
        <T zh="办结还缺什么" en="What closing still needs" />
      </h2>
      <TaskList
        tasks={sheet.closing.map(({ title, done, note }) => ({ title, done, note: done ? undefined : note }))}
      />
    </section>
  ) : null
