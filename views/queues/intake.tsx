import { urls, withQuery } from '../../src/http/urls.ts'
import type { Start } from '../../src/cases/starts.ts'
import type { Text } from '../../src/law/words.ts'
import { ActFields } from '../parts/act-form.tsx'
import type { ActFieldsProps } from '../parts/act-form.tsx'
import { Actions, Button, ButtonLink, PrintButton } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { Facts } from '../parts/facts.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type IntakeProps = {
  title: Text
  start: Start
  /** The others the reader may begin. */
  starts: readonly Start[]
  /** Names this form: sent twice, it files once. */
  once: string
  channels: readonly Option[]
  refused: { reason: Text; article: Text } | undefined
  form: ActFieldsProps
}

/**
 * What came in by letter, telephone, fax or in person: the petitioner is who it is about, never who types. Or a draft of
 * the reader's own, which has no channel and no postmark.
 */
export const IntakePage = (props: IntakeProps) => (
  <>
    <BackLink href={urls.queues()} words={{ zh: '返回待办', en: 'Back to the queue' }} />
    <PageHead title={props.title} lead={props.start.isOwn ? drafting : whose} />
    {props.starts.length > 1 && <Starts {...props} />}
    {props.refused && (
      <Notice tone="error" announced>
        <p>
          <Say words={props.refused.reason} />
        </p>
        <p>
          <T zh="依据：" en="Under: " />
          <Say words={props.refused.article} />
        </p>
      </Notice>
    )}
    <Form action={urls.queue('new')} files>
      <input type="hidden" name="once" value={props.once} />
      <input type="hidden" name="procedure" value={props.start.procedure.id} />
      <input type="hidden" name="act" value={props.start.act} />
      <ActFields {...props.form} />
      {props.channels.length > 0 && (
        <Field
          kind="radios"
          name="channel"
          label={{ zh: '渠道', en: 'Channel' }}
          options={props.channels}
          value={props.form.typed['channel']?.[0]}
          error={props.form.errors['channel']?.[0]}
        />
      )}
      <Actions>
        <Button>
          {props.start.isOwn ? (
            <T zh="保存草稿" en="Save the draft" />
          ) : (
            <T zh="登记并出具回执" en="Record it and give a receipt" />
          )}
        </Button>
      </Actions>
    </Form>
  </>
)

const Starts = (props: IntakeProps) => (
  <p>
    {props.starts.map(({ procedure, act, spec, isOwn }) => (
      <>
        <a
          href={withQuery(urls.queue('new'), { procedure: procedure.id, act })}
          aria-current={procedure.id === props.start.procedure.id && act === props.start.act ? 'page' : undefined}
        >
          <Say words={isOwn ? spec.title : procedure.title} />
        </a>{' '}
      </>
    ))}
  </p>
)

/** For the petitioner, on paper: the code is shown to the clerk for half an hour and kept nowhere in the open. */
export const IntakeReceipt = (props: { number?: string; code?: string; at?: string }) =>
  props.number === undefined ? (
    <Notice tone="info" title={{ zh: '正在登记', en: 'Being recorded' }}>
      <p>
        <T zh="请过几秒钟刷新本页。" en="Reload this page in a few seconds." />
      </p>
    </Notice>
  ) : (
    <>
      <PageHead title={{ zh: '回执', en: 'Receipt' }} lead={handOver} />
      <Facts
        facts={[
          { key: { zh: '编号', en: 'Number' }, value: <span class="code">{props.number}</span> },
          { key: { zh: '查询码', en: 'Query code' }, value: <span class="code">{props.code}</span> },
          props.at && { key: { zh: '登记时间', en: 'Recorded' }, value: <When at={props.at} /> },
          { key: { zh: '怎样查询', en: 'How to track' }, value: <Say words={howToTrack} /> },
        ]}
      />
      <Actions>
        <PrintButton>
          <T zh="打印回执" en="Print the receipt" />
        </PrintButton>
        <ButtonLink href={urls.case(props.number)}>
          <T zh="打开本件" en="Open the case" />
        </ButtonLink>
      </Actions>
    </>
  )

const howToTrack: Text = {
  zh: '在本站“查询进度”填写编号和查询码',
  en: 'On this site under “Track”, with the number and the code',
}
const drafting: Text = {
  zh: '先存为草稿：只有您和您邀请的人看得到，提交以前都可以修改、邀请联名。',
  en: 'It is kept as a draft, seen only by you and those you ask to sign; revise it and ask others until you submit it.',
}
const whose: Text = {
  zh: '信访人一栏填写来信来访的人，不是登记的人；有姓名、电话的请一并填写，以便告知和查询。',
  en: 'The petitioner is the person who wrote, called or came, never the one who records it; give name and telephone so that they can be told.',
}
const handOver: Text = {
  zh: '请把编号和查询码交给信访人。查询码半小时后不再显示，经办人不得留存。',
  en: 'Give the number and the code to the petitioner. The code is shown for half an hour; do not keep it.',
}
