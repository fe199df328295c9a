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
import type { Words } from '../parts/words.tsx'
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
  if (field.kind === 'flag') return <YesOrNo {...shared} value={typed[name]?.[0]} />
  if (name === 'kind') return <Field {...shared} kind="radios" value={typed[name]?.[0]} options={inPlainWords(asked)} />
  const hinted = { ...asked, field: { ...field, ...(hints[name] && { hint: hints[name] }) } }
  return <ActField asked={hinted} {...{ typed, errors, categories }} organs={[]} own />
}

/** No is chosen until somebody says yes: nothing is agreed to by passing by. */
const YesOrNo = (props: { name: string; label: Text; error: Words | undefined; value: string | undefined }) => (
  <Field {...props} kind="radios" value={props.value ?? ''} options={yesOrNo} />
)

const yesOrNo: readonly Option[] = [
  { value: '', label: { zh: '否', en: 'No' } },
  { value: 'true', label: { zh: '是', en: 'Yes' } },
]

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
  identity: {
    zh: '选“是”以后，只有信访部门的工作人员能看到您的姓名、电话、证件号码和住址；承办单位看不到，需要了解情况时在网上向您提问，或者由信访部门转达。您在标题和正文里写的内容承办单位会看到，不想让它知道的请不要写在里面。',
    en: 'If you say yes, only staff of the petition office see your name, telephone, identity number and address. The organ that handles it does not; it asks you on this site or through the petition office. What you write in the title and the text it will see: leave out there whatever it should not know.',
  },
  publication: {
    zh: '有些办理结果会在本站公开，供遇到同样问题的人参考。公开前由专人审查，不含您的姓名、电话、住址等个人信息。选“否”不影响办理；以后改变主意，请告诉信访部门。',
    en: 'Some results are published on this site for others with the same question. They are checked first and hold no name, telephone, address or other personal data. Saying no changes nothing in how your matter is handled; if you change your mind, tell the petition office.',
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
