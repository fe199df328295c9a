import { z } from 'zod'
import { inputOf } from '../http/forms.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { procedureIds, procedureOn } from '../procedures/registry.ts'
import { readForm } from '../procedures/read_form.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { Content } from './drafts.ts'

/** One question of filing. Which fields it asks for depends on the procedure; which of them must be answered, on the matter. */
export type Step = { id: string; title: Text; names: readonly string[] }
type Typed = Content['typed']

type Question = {
  id: string
  title: Text
  names: readonly string[]
  when?: (procedure: Procedure, typed: Typed) => boolean
  /** Asked for here although the schema, which also serves the counter, leaves it open. */
  needs?: (procedure: Procedure, typed: Typed) => readonly string[]
}

/** Accusations may be anonymous; whoever else files online leaves a name and a telephone, the second fact of tracking. */
// prettier-ignore
const questions: readonly Question[] = [
  { id: 'kind', title: { zh: '您要反映的是哪一类事情？', en: 'What kind of matter is it?' }, names: ['kind'] },
  { id: 'accused', title: { zh: '您反映的是谁的问题？', en: 'Whom is your report about?' }, names: ['accusedOrgans', 'accusedPeople'], when: isWalled },
  { id: 'matter', title: { zh: '发生了什么事？', en: 'What happened?' }, names: ['title', 'body', 'category', 'place'] },
  { id: 'demands', title: { zh: '您有什么请求？', en: 'What do you ask for?' }, names: ['demands'], needs: (_, typed) => typed['kind']?.[0] === 'appeal' ? ['demands'] : [] },
  { id: 'files', title: { zh: '您有要附上的材料吗？', en: 'Do you have anything to attach?' }, names: [] },
  { id: 'about', title: { zh: '怎样联系您？', en: 'How can you be reached?' }, names: ['petitioner', 'phone', 'idNumber', 'address', 'heads'], needs: (procedure, typed) => isWalled(procedure, typed) ? [] : ['petitioner', 'phone'] },
  { id: 'identity', title: { zh: '要不要对承办单位保密您的身份？', en: 'Should the organ that handles it not learn who you are?' }, names: ['confidential'], when: isNamed },
  { id: 'publication', title: { zh: '办理结果可以公开吗？', en: 'May the result be published?' }, names: ['publicConsent'], when: (procedure, typed) => !isWalled(procedure, typed) },
]

/** Procedures anyone may file under, with the act that files. */
export const openToAnyone = (day: string): { procedure: Procedure; submit: Act }[] =>
  procedureIds().flatMap(id => {
    const found = filingOf(id, day)
    return found ? [found] : []
  })

export function filingOf(id: string, day: string): { procedure: Procedure; submit: Act } | undefined {
  if (!procedureIds().includes(id)) return undefined
  const procedure = procedureOn(id, day)
  const submit = procedure.acts['submit']
  return submit && submit.from === 'start' && oneOrMore(submit.by).includes('petitioner')
    ? { procedure, submit }
    : undefined
}

/** The questions of this matter, in order. */
export function stepsOf(procedure: Procedure, submit: Act, typed: Typed): Step[] {
  const shape = submit.form?.shape ?? {}
  return questions
    .filter(
      ({ id, names, when = () => true }) =>
        (id === 'files' || names.some(name => name in shape)) && when(procedure, typed),
    )
    .map(({ id, title, names }) => ({ id, title, names: names.filter(name => name in shape) }))
}

/** The part of the act's form a step asks for, with what must be answered here. */
export function formOf(procedure: Procedure, submit: Act, step: Step, typed: Typed): z.ZodObject {
  const needed = questions.find(({ id }) => id === step.id)?.needs?.(procedure, typed) ?? []
  const shape = step.names.flatMap(name => {
    const schema = submit.form?.shape[name]
    if (!schema) return []
    return [[name, needed.includes(name) && schema instanceof z.ZodOptional ? schema.unwrap() : schema] as const]
  })
  return z.object(Object.fromEntries(shape))
}

/** What is wrong with a step as it stands. */
export function errorsOf(form: z.ZodObject, typed: Typed): Errors {
  const read = readForm(form, inputOf(form, { typed, uploads: [] }))
  return 'errors' in read ? read.errors : {}
}

/** The first question not yet answered, or answered before another answer made it ask for more. */
export const firstOpen = (procedure: Procedure, submit: Act, { typed, answered }: Content): Step | undefined =>
  stepsOf(procedure, submit, typed).find(
    step =>
      !answered.includes(step.id) || Object.keys(errorsOf(formOf(procedure, submit, step, typed), typed)).length > 0,
  )

function isWalled(procedure: Procedure, typed: Typed): boolean {
  return procedure.kinds[typed['kind']?.[0] ?? '']?.restricted === true
}

/** Nothing can be kept back of somebody who left neither name nor number. */
function isNamed(_: Procedure, typed: Typed): boolean {
  return ['petitioner', 'phone', 'idNumber', 'address'].some(name => (typed[name]?.[0] ?? '').trim() !== '')
}
