import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Field as Asked } from '../../src/procedures/fields.ts'
import type { Option } from './control.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Errors } from './error-summary.tsx'
import { Field } from './field.tsx'
import { OutcomeRows } from './outcome-rows.tsx'
import { Say, T } from './words.tsx'
import type { Words } from './words.tsx'

/** A field as it is asked here; `choices` where only some of a list may be chosen. */
export type AskedField = { name: string; field: Asked; isRequired: boolean; choices?: readonly Option[] | undefined }
/** What was typed, as typed, by field name. */
export type Typed = Readonly<Record<string, readonly string[] | undefined>>

export type ActFieldsProps = {
  fields: readonly AskedField[]
  /** The articles the act stands on, as they are said. */
  articles: readonly Text[]
  typed: Typed
  errors: Errors
  organs: readonly Option[]
  categories: readonly Option[]
  /** The version of the case this form was drawn with. */
  version?: number | undefined
  /** Endings that may be attached, `.pdf,.jpg`; undefined where the act takes no files. */
  accept?: string | undefined
  /** An official may give an earlier legal day; undefined where the day is today and nothing else. */
  today?: Day | undefined
  /** What that day is of, where it is not the act itself: a postmark, a visit. */
  dayLabel?: Text | undefined
  /** The person fills in their own particulars: the browser may help. */
  own?: boolean | undefined
}

/** What an act asks for, with what is wrong above it. The form around it and its button are the page's. */
export const ActFields = (props: ActFieldsProps) => (
  <>
    <ErrorSummary errors={props.errors} labels={labelsOf(props.fields)} />
    <Articles articles={props.articles} />
    {props.version !== undefined && <input type="hidden" name="version" value={String(props.version)} />}
    {props.fields.map(asked => (
      <ActField {...props} asked={asked} />
    ))}
    {props.accept !== undefined && <Attachments accept={props.accept} error={props.errors['files']?.[0]} />}
    {props.today !== undefined && <LegalDay {...props} today={props.today} />}
  </>
)

/** One field of an act, drawn by its kind. */
export function ActField(props: Pick<ActFieldsProps, 'typed' | 'errors' | 'organs' | 'categories' | 'own'> & Of) {
  const { name, field, isRequired } = props.asked
  const typed = props.typed[name] ?? []
  const error = props.errors[name]?.[0]
  const shared = { name, label: field.label, hint: field.hint, error, optional: !isRequired }
  const [value] = typed
  switch (field.kind) {
    case 'paragraph':
      return <Field {...shared} kind="textarea" value={value} maxLength={field.max} />
    case 'list':
      return <Field {...shared} kind="textarea" value={typed.join('\n')} rows={5} />
    case 'choice':
      return <Choice {...shared} options={optionsOf(field)} value={value} />
    case 'choices':
      return <Field {...shared} kind="checkboxes" values={typed} options={optionsOf(field)} />
    case 'flag':
      return <Field {...shared} kind="checkboxes" values={typed} options={[{ value: 'true', label: yes }]} />
    case 'organ':
      return <Field {...shared} kind="select" value={value} options={props.asked.choices ?? props.organs} />
    case 'leader':
    case 'act':
      return <Field {...shared} kind="select" value={value} options={props.asked.choices ?? []} />
    case 'people':
    case 'parts':
      return <Field {...shared} kind="checkboxes" values={typed} options={props.asked.choices ?? []} />
    case 'listed':
      return <Field {...shared} kind="radios" value={value} options={props.asked.choices ?? []} />
    case 'organs':
      return <Field {...shared} kind="checkboxes" values={typed} options={props.organs} />
    case 'category':
      return <Field {...shared} kind="select" value={value} options={props.categories} />
    case 'day':
      return <Field {...shared} kind="date" value={value} />
    case 'count':
      return <Field {...shared} kind="number" value={value} autocomplete="off" />
    case 'tel':
      return <Field {...shared} kind="tel" value={value} autocomplete={props.own ? 'tel' : 'off'} />
    case 'case':
    case 'id':
    case 'fact':
      return <Field {...shared} kind="text" value={value} width="short" autocomplete="off" />
    case 'outcomes':
      return <OutcomeRows {...shared} typed={props.typed} options={optionsOf(field)} />
    case 'given':
      return null
    case 'words':
      return <Field {...shared} kind="text" value={value} autocomplete={(props.own && help[name]) || 'off'} />
  }
}

type Of = { asked: AskedField }

/** Up to six stand open; more fold into a list. */
function Choice(props: { options: readonly Option[]; value: string | undefined } & Shared) {
  return props.options.length > 6 ? <Field {...props} kind="select" /> : <Field {...props} kind="radios" />
}

type Shared = { name: string; label: Words; hint: Words | undefined; error: Words | undefined; optional: boolean }

const Articles = (props: { articles: readonly Text[] }) => (
  <p class="muted">
    <T zh="依据：" en="Under: " />
    {props.articles.map((article, index) => (
      <>
        {index > 0 && <T zh="；" en="; " />}
        <Say words={article} />
      </>
    ))}
  </p>
)

const Attachments = (props: { accept: string; error: Words | undefined }) => (
  <Field
    kind="file"
    name="files"
    label={attachments}
    hint={limits}
    accept={props.accept}
    error={props.error}
    multiple
    optional
  />
)

/** The legal day may lie before today; why is asked for only once it is needed. */
const LegalDay = (props: ActFieldsProps & { today: Day }) => (
  <>
    <Field
      kind="date"
      name="occurredOn"
      label={props.dayLabel ?? legalDay}
      hint={legalDayHint}
      value={props.typed['occurredOn']?.[0] ?? props.today}
      max={props.today}
      error={props.errors['occurredOn']?.[0]}
      optional
    />
    {(props.errors['lateReason'] || props.typed['lateReason']?.[0]) && (
      <Field
        kind="textarea"
        name="lateReason"
        label={lateReason}
        rows={3}
        value={props.typed['lateReason']?.[0]}
        error={props.errors['lateReason']?.[0]}
      />
    )}
  </>
)

const labelsOf = (fields: readonly AskedField[]): Record<string, Words> => ({
  ...Object.fromEntries(fields.map(({ name, field }) => [name, field.label])),
  files: attachments,
  part: { zh: '哪一份', en: 'Which one' },
  occurredOn: legalDay,
  lateReason,
})

const optionsOf = (field: Asked): Option[] =>
  Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }))

const help: Readonly<Record<string, string>> = { petitioner: 'name', address: 'street-address' }
const yes: Text = { zh: '是', en: 'Yes' }
const attachments: Text = { zh: '附件', en: 'Attachments' }
const limits: Text = {
  zh: '图片、PDF、Word、Excel、录音、录像或者纯文本，每个不超过20兆；退回改正时须重新选择',
  en: 'Pictures, PDF, Word, Excel, audio, video or plain text, 20 MB each; choose them again if the form comes back',
}
const legalDay: Text = { zh: '办理日期', en: 'Day it was done' }
const legalDayHint: Text = {
  zh: '不填就是今天；补录以前的事写当时的日期，不能晚于今天',
  en: 'Today unless you say otherwise; for something done earlier give that day, never a later one',
}
const lateReason: Text = { zh: '补录理由', en: 'Why it is recorded late' }
