import { urls } from '../../src/http/urls.ts'
import type { MeantPart } from '../../src/cases/meant_part.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import type { Text } from '../../src/law/words.ts'
import { ActFields } from '../parts/act-form.tsx'
import type { ActFieldsProps } from '../parts/act-form.tsx'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { Story } from './story.tsx'

type ActPageProps = {
  number: string
  /** The number in its session's series, where it has one. */
  label: string | null
  title: string
  act: string
  heading: Text
  /** What the one who does it should know before. */
  warning: Text | undefined
  refused: { reason: Text; article: Text } | undefined
  overtaken: { act: Text; on: string; isSelf: boolean } | undefined
  /** Of an act on a part: which one, or those to choose from. */
  part: MeantPart | undefined
  form: ActFieldsProps
  sheet: Sheet
}

/** One act of one case: what it asks for, or why it is not open. */
export const ActPage = (props: ActPageProps) => (
  <>
    <BackLink href={urls.case(props.number)} words={{ zh: '返回本件', en: 'Back to the case' }} />
    <PageHead
      above={
        <>
          {props.label ?? props.number} · <Typed text={props.title} inline />
        </>
      }
      title={props.heading}
    />
    {props.refused && <Refused {...props.refused} />}
    {props.overtaken && <Overtaken {...props.overtaken} number={props.number} />}
    {props.warning && (
      <Notice tone="warning">
        <p>
          <Say words={props.warning} />
        </p>
      </Notice>
    )}
    <SoFar {...props} />
    <Form action={urls.act(props.number, props.act)} files={props.form.accept !== undefined}>
      {props.part && <Which {...props.part} error={props.form.errors['part']?.[0]} />}
      <ActFields {...props.form} />
      <Actions>
        <Button>
          <Say words={props.heading} />
        </Button>
        <ButtonLink href={urls.case(props.number)} kind="quiet">
          <T zh="不办了，返回" en="Leave it and go back" />
        </ButtonLink>
      </Actions>
    </Form>
  </>
)

/** The part it is about, or those it might be about. */
function Which({ id, parts, error }: MeantPart & { error: Words | undefined }) {
  const meant = parts.find(part => part.id === id)
  return meant ? (
    <>
      <input type="hidden" name="part" value={meant.id} />
      <p>
        <Say words={meant.says} />
      </p>
    </>
  ) : parts.length > 1 ? (
    <Field
      kind="select"
      name="part"
      label={{ zh: '哪一份', en: 'Which one' }}
      options={parts.map(({ id: value, says }) => ({ value, label: says }))}
      value={undefined}
      hint={undefined}
      error={error}
    />
  ) : null
}

/** Nobody signs unseen: what stands in the case is one press away, and open where nothing else is asked. */
const SoFar = ({ sheet, form }: ActPageProps) => (
  <details open={form.fields.length === 0}>
    <summary>
      <T zh="到目前为止的内容" en="The case so far" />
    </summary>
    <Story sheet={sheet} />
  </details>
)

/** Why, and under which article; what was typed stays below. */
const Refused = (props: { reason: Text; article: Text }) => (
  <Notice tone="error" title={{ zh: '这一步现在不能办', en: 'This step is not open now' }} announced>
    <p>
      <Say words={props.reason} />
    </p>
    <p>
      <T zh="依据：" en="Under: " />
      <Say words={props.article} />
    </p>
  </Notice>
)

/** Someone acted while this form was open. */
const Overtaken = (props: { act: Text; on: string; isSelf: boolean; number: string }) => (
  <Notice
    tone="warning"
    title={{ zh: '没有办理：本件刚才有了变化', en: 'Not done: the case has just changed' }}
    announced
  >
    <p>
      {props.isSelf ? (
        <T zh="您自己已经办过：" en="You yourself have already done: " />
      ) : (
        <T zh="别人先办了：" en="Someone else acted first: " />
      )}
      <Say words={props.act} />
      {props.on !== '' && (
        <>
          <T zh="，" en=", " />
          <When at={props.on} />
        </>
      )}
    </p>
    <p>
      <T
        zh="您填写的内容还在下面。请先看看本件现在的情况，确有需要再提交一次。"
        en="What you typed is still below. Look at the case as it is now, and send it again only if it is still needed."
      />{' '}
      <a href={urls.case(props.number)}>
        <T zh="查看本件" en="See the case" />
      </a>
    </p>
  </Notice>
)
