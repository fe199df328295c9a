import type { OrganTable } from '../../src/db/tables.ts'
import type { Text } from '../../src/law/words.ts'
import { ActField } from '../parts/act-form.tsx'
import type { AskedField, Typed } from '../parts/act-form.tsx'
import { Actions, Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Say, T } from '../parts/words.tsx'
import { Carried, Filing } from './filing.tsx'
import type { FilingFrame } from './filing.tsx'
import { OrganPicker } from './organ-picker.tsx'

type QuestionProps = {
  frame: FilingFrame
  step: { id: string; title: Text }
  fields: readonly AskedField[]
  typed: Typed
  errors: Errors
  organs: readonly OrganTable[]
  categories: readonly Option[]
  isStale: boolean
}

/** One question a page. */
export const QuestionPage = (props: QuestionProps) => (
  <Filing frame={props.frame} isStale={props.isStale}>
    <ErrorSummary errors={props.errors} />
    <h1>
      <Say words={props.step.title} />
    </h1>
    <Lead {...props} />
    <Form action={props.frame.action}>
      <Carried {...props.frame} />
      {props.fields.map(asked => (
        <Question {...props} asked={asked} />
      ))}
      <Actions>
        <Button>
          <T zh="继续" en="Continue" />
        </Button>
      </Actions>
    </Form>
  </Filing>
)

/** One who may stay anonymous is told what that means. */
function Lead({ step, fields }: QuestionProps) {
  const mayBeAnonymous = fields.some(({ name, isRequired }) => name === 'phone' && !isRequired)
  const lead = mayBeAnonymous ? anonymous : leads[step.id]
  return lead ? (
    <p>
      <Say words={lead} />
    </p>
  ) : null
}

function Question(props: QuestionProps & { asked: AskedField }) {
  const { asked, typed, errors, organs, categories } = props
  const { name, field, isRequired } = asked
  const shared = { name, label: field.label, error: errors[name]?.[0], optional: !isRequired }
  if (field.kind === 'organs')
    return <OrganPicker {...shared} hint={field.hint} chosen={typed[name] ?? []} organs={organs} />
  if (name === 'kind') return <Field {...shared} kind="radios" value={typed[name]?.[0]} options={inPlainWords(asked)} />
  const hinted = { ...asked, field: { ...field, ...(hints[name] && { hint: hints[name] }) } }
  return <ActField asked={hinted} {...{ typed, errors, categories }} organs={[]} own />
}

const inPlainWords = ({ field }: AskedField): Option[] =>
  Object.entries(field.options ?? {}).map(([value, title]) => ({ value, label: plainly[value] ?? title, hint: title }))

// prettier-ignore
const plainly: Readonly<Record<string, Text>> = {
  appeal:     { zh: '我有一件事要解决，或者对处理不服', en: 'I need something settled, or disagree with how it was handled' },
  suggestion: { zh: '我有一个建议，或者有意见要提', en: 'I have a suggestion or an opinion' },
  accusation: { zh: '我要检举、控告某个单位或者某个人', en: 'I want to report wrongdoing of an organ or a person' },
}

const leads: Readonly<Record<string, Text>> = {
  accused: {
    zh: '您选的单位、它们的下属单位和您写的人，都不会看到您的来信，也不会知道有这封来信（《信访工作条例》第三十条）。被反映的是信访部门的，材料直接送上一级。',
    en: 'The organs you choose, those below them and the persons you name will neither see your letter nor learn that there is one (Regulations on Petition Work, art. 30). If it is about the petition office, it goes straight to the level above.',
  },
  demands: { zh: '每一项请求都会分别得到答复。', en: 'Each of them is answered separately.' },
}
const anonymous: Text = {
  zh: '检举控告可以不写姓名和电话。不留联系方式的，我们无法向您反馈，只能凭编号和查询码查看状态，也不能评价。',
  en: 'A report of wrongdoing may be anonymous. Without a way to reach you nothing can be told to you: its state can only be seen with the number and the query code, and it cannot be rated.',
}

const hints: Readonly<Record<string, Text>> = {
  title: {
    zh: '一句话，例如：楼顶漏水，物业一直不修',
    en: 'One sentence, such as: the roof leaks and nobody repairs it',
  },
  phone: {
    zh: '承办单位用它与您联系；评价时也用后四位确认是您本人',
    en: 'The organ reaches you by it; its last four digits also show that it is you who rates',
  },
  idNumber: {
    zh: '可以不填。填写后，换了电话也能确认是您本人；加密保存，只有办理人员能看到',
    en: 'You may leave it out. With it you can be recognised after a change of telephone; it is kept encrypted and seen only by those who handle the matter',
  },
  address: {
    zh: '书面答复送到这里；不写住址的，可能无法书面告知（第十九条、第二十三条）',
    en: 'The written answer goes there; without it you may not be told in writing (arts. 19, 23)',
  },
  heads: { zh: '您一个人就填1', en: 'Just you: 1' },
}
