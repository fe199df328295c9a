import type { Because } from '../../src/cases/decide.ts'
import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { ActFields } from '../parts/act-form.tsx'
import type { ActFieldsProps } from '../parts/act-form.tsx'
import { Actions, Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { BackLink } from '../parts/page-head.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { NoSecrets } from './filing.tsx'

type TrackActProps = {
  title: Text
  action: string
  form: ActFieldsProps
  /** Why it is not open, with the article. */
  because: Because | undefined
  /** Someone acted while this form was open. */
  by: { act: Text; on: string; isSelf: boolean } | undefined
  /** What the organ wants to know. */
  question: string | undefined
  /** The state it leads to, where it leads to another. */
  leadsTo: Text | undefined
  /** What it means to do this. */
  lead: Text | undefined
}

/** One thing the petitioner does; whatever went wrong, what was typed is still here. */
export const TrackActPage = (props: TrackActProps) => (
  <>
    <BackLink href={urls.track()} words={{ zh: '回到我的事项', en: 'Back to my matter' }} />
    {props.by && <Overtaken {...props.by} />}
    {props.because && <Refused {...props.because} />}
    <h1>
      <Say words={props.title} />
    </h1>
    {props.lead && (
      <p>
        <Say words={props.lead} />
      </p>
    )}
    {props.question && (
      <div class="panel">
        <Typed text={props.question} />
      </div>
    )}
    {props.leadsTo && <LeadsTo state={props.leadsTo} />}
    {props.form.accept !== undefined && <NoSecrets />}
    <Form action={props.action} files={props.form.accept !== undefined}>
      <ActFields {...props.form} />
      <Actions>
        <Button>
          <T zh="提交" en="Send" />
        </Button>
      </Actions>
    </Form>
  </>
)

const LeadsTo = ({ state }: { state: Text }) => (
  <p>
    <Say
      words={{
        zh: `提交后，您的事项进入“${state.zh}”。`,
        en: `When you send this, your matter becomes “${state.en}”.`,
      }}
    />
  </p>
)

const Overtaken = (props: { act: Text; on: string; isSelf: boolean }) => (
  <Notice
    tone="warning"
    title={{ zh: '这一页打开以后，事项有了新的进展', en: 'Something happened after you opened this page' }}
    announced
  >
    <p>
      <Say words={props.act} /> · {props.on && <When at={props.on} />}
    </p>
    <p>
      <T
        zh="您填写的内容没有提交，还在下面。看过进展后，仍要提交的请再按一次。"
        en="What you typed was not sent and is still below. If you still want to send it, press the button again."
      />
    </p>
  </Notice>
)

const Refused = ({ reason, article }: Because) => (
  <Notice tone="error" title={{ zh: '现在不能办理', en: 'Not open now' }} announced>
    <p>
      <Say words={{ zh: `${reason.zh}（${article.zh}）`, en: `${reason.en} (${article.en})` }} />
    </p>
  </Notice>
)
