import type { TheirAct } from '../../src/portal/their_acts.ts'
import type { TheirStep } from '../../src/portal/their_story.ts'
import type { CaseTable } from '../../src/db/tables.ts'
import type { TheirFile } from '../../src/portal/their_files.ts'
import type { PetitionerNotice } from '../../src/portal/notices.ts'
import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button, ButtonLink } from '../parts/button.tsx'
import type { DeadlineProps } from '../parts/deadline.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Tag } from '../parts/tag.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { Clocks } from './clocks.tsx'
import { TheirActs } from './their-acts.tsx'
import { TheirStory } from './their-story.tsx'

export type TrackedProps = {
  title: Text
  row: CaseTable
  state: Text
  next: Text | undefined
  steps: readonly TheirStep[]
  files: readonly TheirFile[]
  deadlines: readonly DeadlineProps[]
  notices: readonly PetitionerNotice[]
  acts: readonly TheirAct[]
  /** An organ waits for their answer to this. */
  question: string | undefined
  /** False for an accusation: state and dates, and nothing else (《信访工作条例》 art. 30). */
  isOpen: boolean
  done: Text | undefined
  today: string
}

/** Where the matter stands, who has it, until when, and what can be done. */
export const TrackedPage = (props: TrackedProps) => (
  <>
    {props.done && (
      <Notice tone="success" title={{ zh: `已提交：${props.done.zh}`, en: `Sent: ${props.done.en}` }} announced />
    )}
    <PageHead
      title={props.title}
      tags={<Tag words={props.state} tone={props.row.is_open === 1 ? 'attention' : 'done'} />}
    />
    {props.next && (
      <p class="lead">
        <Say words={props.next} />
      </p>
    )}
    {props.question !== undefined && <Asked question={props.question} />}
    {!props.isOpen && <StateOnly />}
    <Clocks {...props} />
    <TheirActs acts={props.acts} />
    <TheirStory {...props} />
    {props.files.length > 0 && <Files files={props.files} />}
    {props.notices.length > 0 && <Notices notices={props.notices} />}
    <Leave />
  </>
)

const Asked = (props: { question: string }) => (
  <Notice tone="warning" title={{ zh: '有一个问题等您回答', en: 'A question is waiting for your answer' }}>
    <Typed text={props.question} />
    <p>
      <ButtonLink href={urls.trackAct('reply')} kind="primary">
        <T zh="现在回答" en="Answer it" />
      </ButtonLink>
    </p>
  </Notice>
)

const StateOnly = () => (
  <Notice tone="info">
    <p>
      <T
        zh="检举控告类事项在网上只显示状态和日期，不显示内容和承办单位（《信访工作条例》第三十条）。"
        en="Of a report of wrongdoing only its state and dates are shown, neither its content nor who handles it (Regulations on Petition Work, art. 30)."
      />
    </p>
  </Notice>
)

const Files = (props: { files: readonly TheirFile[] }) => (
  <section>
    <h2>
      <T zh="您的附件" en="Your attachments" />
    </h2>
    <ul>
      {props.files.map(file => (
        <li>
          <a href={urls.trackAttachment(file.id)} download>
            <Typed text={file.name} inline />
          </a>{' '}
          <span class="muted">
            <When at={file.on} />
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const Notices = (props: { notices: readonly PetitionerNotice[] }) => (
  <section>
    <h2>
      <T zh="通知" en="Notices" />
    </h2>
    <ul>
      {props.notices.map(({ says, at, isNew }) => (
        <li>
          {isNew && (
            <>
              <Tag words={{ zh: '新', en: 'New' }} tone="attention" />{' '}
            </>
          )}
          <Say words={says} />{' '}
          <span class="muted">
            <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const Leave = () => (
  <section class="clear-draft">
    <Form action={urls.track()} plain>
      <p class="muted">
        <T zh="30分钟后自动退出。" en="You are signed out after 30 minutes." />
      </p>
      <input type="hidden" name="leave" value="1" />
      <Button kind="secondary">
        <T zh="离开" en="Leave" />
      </Button>
    </Form>
  </section>
)
