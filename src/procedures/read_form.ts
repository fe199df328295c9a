import { z } from 'zod'
import type { Text } from '../law/words.ts'
import { fields } from './fields.ts'
import type { Field } from './fields.ts'

export type Errors = Record<string, Text[]>
/** A form's values, parted by where each is kept. */
export type Parted = {
  log: Record<string, unknown>
  text: Record<string, string>
  party: Record<string, string>
  nowhere: Record<string, string>
}

/** Reads an act's input through its schema; every problem lands under the name of its field. */
export function readForm(
  form: z.ZodObject | undefined,
  input: Readonly<Record<string, unknown>>,
): { ok: Parted } | { errors: Errors } {
  const unknown = Object.keys(input).filter(name => !form || !Object.hasOwn(form.shape, name))
  if (unknown.length > 0) return { errors: Object.fromEntries(unknown.map(name => [name, [unknownField]])) }
  if (!form) return { ok: { log: {}, text: {}, party: {}, nowhere: {} } }
  const parsed = form.safeParse(input)
  return parsed.success ? { ok: part(form, parsed.data) } : { errors: explained(form, parsed.error) }
}

/** The form's fields in order, with what is asked and whether it must be answered. */
export const fieldsOf = (form: z.ZodObject | undefined) => fieldsIn(form?.shape ?? {})

export function fieldsIn(shape: z.ZodObject['shape']): { name: string; field: Field; isRequired: boolean }[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    return field && field.kind !== 'given' ? [{ name, field, isRequired: !(schema instanceof z.ZodOptional) }] : []
  })
}

export function fieldOf(schema: z.core.$ZodType): Field | undefined {
  return fields.get(schema) ?? (schema instanceof z.ZodOptional ? fieldOf(schema.unwrap()) : undefined)
}

function fieldNamed(form: z.ZodObject, name: string): Field | undefined {
  const schema = form.shape[name]
  return schema ? fieldOf(schema) : undefined
}

function part(form: z.ZodObject, values: Record<string, unknown>): Parted {
  const parted: Parted = { log: {}, text: {}, party: {}, nowhere: {} }
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    const field = fieldNamed(form, name)
    const keep = field?.keep ?? 'log'
    if (keep === 'log') parted.log[name] = value
    else parted[keep][name] = typeof value === 'string' ? value : JSON.stringify(value)
    if (field?.logs) parted.log[name] = field.logs(value)
  }
  return parted
}

function explained(form: z.ZodObject, error: z.ZodError): Errors {
  const errors: Errors = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    const field = fieldNamed(form, name)
    errors[name] = [...(errors[name] ?? []), explain(issue, field)]
  }
  return errors
}

/** Says what to do, in both languages. */
function explain(issue: z.core.$ZodIssue, field: Field | undefined): Text {
  const label = field?.label ?? { zh: '这一项', en: 'this field' }
  const isMissing =
    issue.code === 'invalid_type' ||
    (issue.code === 'too_small' && issue.origin !== 'number') ||
    issue.code === 'invalid_value'
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return {
      zh: `“${label.zh}”最多${issue.maximum}个字，请缩短`,
      en: `“${label.en}” takes at most ${issue.maximum} characters; please shorten it`,
    }
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return {
      zh: `“${label.zh}”最多${issue.maximum}项，请删去多出的`,
      en: `“${label.en}” takes at most ${issue.maximum}; remove the others`,
    }
  }
  if (issue.code === 'too_big')
    return {
      zh: `“${label.zh}”最多${issue.maximum}，请改为${issue.maximum}以内`,
      en: `“${label.en}” is at most ${issue.maximum}; enter ${issue.maximum} or less`,
    }
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return { zh: `“${label.zh}”至少为${issue.minimum}`, en: `“${label.en}” is at least ${issue.minimum}` }
  }
  const said = problems[issue.message]
  if (said) return said
  if (!isMissing) return { zh: `请检查“${label.zh}”`, en: `Check “${label.en}”` }
  const isChoice = field !== undefined && chosen.includes(field.kind)
  return isChoice
    ? { zh: `请选择“${label.zh}”`, en: `Choose “${label.en}”` }
    : { zh: `请填写“${label.zh}”`, en: `Enter “${label.en}”` }
}

const chosen: readonly Field['kind'][] = ['choice', 'choices', 'organ', 'organs', 'leader', 'people', 'parts', 'listed']

const unknownField: Text = { zh: '没有这一项', en: 'There is no such field' }

const problems: Readonly<Record<string, Text>> = {
  control: { zh: '含有看不见的控制字符，请删除后重填', en: 'It holds invisible control characters; remove them' },
  phone: {
    zh: '请填写11位手机号码，或者带区号的固定电话',
    en: 'Enter an 11-digit mobile number, or a landline with area code',
  },
  residentId: {
    zh: '身份证号码不对：应为18位，请对照证件重填',
    en: 'The identity number is not right: 18 characters, as on the card',
  },
  lastFour: { zh: '请填写后四位，例如 0012', en: 'Enter the last four characters, for example 0012' },
  representativesForGroup: {
    zh: '五人以上走访，须推选一至五名代表（第二十条）',
    en: 'More than five people visiting choose one to five representatives (art. 20)',
  },
  namesWhenGranted: {
    zh: '同意回避须写明回避人员的姓名；驳回的不写',
    en: 'Name who stands aside when it is granted, and nobody when it is denied',
  },
  reasonWhenNotPublished: { zh: '不公开须写明理由', en: 'Say why it is not published' },
  summaryWhenAsked: { zh: '摘要公开须写出摘要', en: 'Write the summary to be published' },
  twoOrMore: { zh: '请选择至少两个单位', en: 'Choose two organs or more' },
  nothingNew: { zh: '请填写要变更的内容', en: 'Say what is to change' },
  routeForAppeal: { zh: '申诉求决类须选择法定途径', en: 'An appeal needs its lawful route' },
  reasonWhenDissatisfied: { zh: '不满意请写明原因', en: 'Say why you are dissatisfied' },
}
