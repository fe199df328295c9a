import { z } from 'zod'
import type { Posted } from '../http/forms.ts'
import { inputOf } from '../http/forms.ts'
import { choice, choices, day, fields, organ, words } from '../procedures/fields.ts'
import type { Errors } from '../procedures/read_form.ts'
import { readForm } from '../procedures/read_form.ts'
import { roles } from '../procedures/roles.ts'
import { organKinds } from './organ_kinds.ts'

/** Reads a post through a form: the values with their types, or every problem under its field's name. */
export function readTyped<F extends z.ZodObject>(form: F, posted: Posted): { ok: z.output<F> } | { errors: Errors } {
  const input = inputOf(form, posted)
  const read = readForm(form, input)
  return 'errors' in read ? read : { ok: form.parse(input) }
}

const { petitioner: _petitioner, system: _system, ...given } = roles
const roleTitles = Object.fromEntries(Object.entries(given).map(([role, { title }]) => [role, title]))

const name = words({ label: { zh: '姓名', en: 'Name' }, max: 60, keep: 'log' })
const login = words({ label: { zh: '登录名', en: 'Login' }, max: 40, keep: 'log' })
const zh = words({ label: { zh: '中文名称', en: 'Chinese name' }, max: 80, keep: 'log' })
const en = words({ label: { zh: '英文名称', en: 'English name' }, max: 120, keep: 'log' })
const source = words({ label: { zh: '依据', en: 'Source' }, max: 200, keep: 'log' })
const from = day({ zh: '起始日', en: 'From' })

export const personForm = z.object({
  name,
  login,
  organ: organ({ zh: '单位', en: 'Organ' }),
  roles: choices({ zh: '角色', en: 'Roles' }, roleTitles),
})
export const personChangeForm = personForm.omit({ login: true }).extend({
  active: z
    .boolean()
    .register(fields, { label: { zh: '账号启用', en: 'Account open' }, kind: 'flag', keep: 'log' })
    .optional(),
})

export const organForm = z.object({
  zh,
  en,
  kind: choice({ zh: '类别', en: 'Kind' }, organKinds),
  parent: organ({ zh: '上级单位', en: 'Organ above' }),
})
export const renameForm = z.object({ zh, en, from })
export const powerForm = z.object({
  takes: choice(
    { zh: '检举控告类事项', en: 'Accusations' },
    {
      yes: { zh: '有权办理', en: 'It has the power to handle them' },
      no: { zh: '无权办理', en: 'It has no such power' },
    },
  ),
  source,
})
export const moveForm = z.object({ parent: organ({ zh: '新的上级单位', en: 'New organ above' }) })

export const parameterForm = z.object({
  value: words({ label: { zh: '新的值', en: 'New value' }, max: 80, keep: 'log' }),
  from,
  source,
})

const lines = (label: { zh: string; en: string }) =>
  z.array(z.string().trim().min(1).max(100)).max(80).register(fields, { label, kind: 'list', keep: 'log' })

export const yearForm = z.object({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .register(fields, { label: { zh: '年份', en: 'Year' }, kind: 'count', keep: 'log' }),
  rest: lines({ zh: '放假', en: 'Rest' }),
  work: lines({ zh: '调休上班', en: 'Worked weekends' }).optional(),
  source: words({ label: { zh: '通知文号', en: 'Number of the notice' }, max: 200, keep: 'log' }),
})
export const localDayForm = z.object({
  day: day({ zh: '日期', en: 'Day' }),
  kind: choice(
    { zh: '当天', en: 'That day is' },
    { rest: { zh: '放假', en: 'rest' }, work: { zh: '上班', en: 'worked' } },
  ),
  name: words({ label: { zh: '事由', en: 'Reason' }, max: 60, keep: 'log' }),
  /** The year’s form on the same page has the plain name. */
  localSource: source,
})
export const categoryForm = z.object({ zh, en })
