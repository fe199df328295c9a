import type { z } from 'zod'
import type { Outcome } from '../cases/perform.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { errorShape } from './api_shapes.ts'
import type { Ctx } from './context.ts'
import { notFound } from './errors.tsx'

type ErrorAnswer = z.infer<typeof errorShape>

/** Why an act was not done, as JSON with `error` and, where one applies, `article`. */
export function failure(c: Ctx, outcome: Exclude<Outcome, { outcome: 'done' }>): Promise<Response> | Response {
  const lang = c.get('lang')
  switch (outcome.outcome) {
    case 'absent':
      return notFound(c)
    case 'refused': {
      const refused = { reason: outcome.because.reason[lang], article: outcome.because.article[lang] }
      return c.json({ error: refused.reason, article: refused.article, refused } satisfies ErrorAnswer, 403)
    }
    case 'invalid':
      return invalid(c, outcome.errors)
    case 'overtaken': {
      const { version, by } = outcome
      const overtaken = { act: by.act[lang], on: by.on, version, isSelf: by.isSelf }
      return c.json({ error: overtakenBy(by.act, by.on)[lang], overtaken } satisfies ErrorAnswer, 409)
    }
  }
}

/** Every problem under the name of its field. */
export function invalid(c: Ctx, problems: Errors): Response {
  const lang = c.get('lang')
  const errors = Object.fromEntries(Object.entries(problems).map(([field, said]) => [field, said.map(t => t[lang])]))
  return c.json({ error: mistaken[lang], errors } satisfies ErrorAnswer, 422)
}

export function unauthorised(c: Ctx): Response {
  c.header('WWW-Authenticate', 'Bearer')
  return c.json({ error: wrongToken[c.get('lang')] } satisfies ErrorAnswer, 401)
}

/** The problems of a request's own members; what is wrong within `input` is told by its form. */
export function problemsOf(error: z.ZodError): Errors {
  return Object.fromEntries(
    error.issues.flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => [key, [unknownField]])
        : [[String(issue.path[0] ?? 'body'), [wrongValue]]],
    ),
  )
}

/** What the case itself gives a form is nobody's to send. */
export const givenIn = (spec: Act, input: Record<string, unknown> = {}): Errors =>
  Object.fromEntries(
    Object.entries(spec.form?.shape ?? {}).flatMap(([name, schema]) =>
      Object.hasOwn(input, name) && fieldOf(schema)?.kind === 'given' ? [[name, [unknownField]]] : [],
    ),
  )

const overtakenBy = (act: Text, on: string): Text => ({
  zh: `已有人先办了“${act.zh}”（${on}），请重新读取后再办`,
  en: `someone did “${act.en}” first (${on}); read the case again before you act`,
})
const mistaken: Text = { zh: '有几项需要改正', en: 'Some fields need correcting' }
const unknownField: Text = { zh: '没有这一项', en: 'There is no such field' }
const wrongValue: Text = { zh: '没有填写，或者填写得不对', en: 'It is missing or not right' }
const wrongToken: Text = { zh: '令牌缺失、不对或者已经作废', en: 'The token is missing, wrong or revoked' }
export const versionMissing: Text = {
  zh: '请给出您所看到的版本号',
  en: 'Give the version you saw: this act moves the case',
}
export const reusedKey: Text = {
  zh: '这个幂等键已经用于另一份内容',
  en: 'This idempotency key was used for another body',
}
