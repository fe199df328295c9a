import type { Text } from '../law/words.ts'
import type { Listed } from '../procedures/parameter.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'

/** Lists that each session has its own, such as its classes of answers; what a row means goes into the log with it. */
export function rowsOf({ parameters }: Procedure, rules: Readonly<Record<string, string>>, list: string): Listed[] {
  const rows: unknown = JSON.parse(rules[list] ?? parameters[list]?.standard ?? '[]')
  return Array.isArray(rows) ? rows.filter(isListed) : []
}

function isListed(row: unknown): row is Listed {
  return typeof row === 'object' && row !== null && 'code' in row && 'zh' in row && 'en' in row
}

/** A row that the session's list has, with everything that a row of its meaning asks for. */
export function checkListed(
  procedure: Procedure,
  rules: Readonly<Record<string, string>>,
  { form: schema }: Act,
  form: Parted,
): Errors {
  const errors: Errors = {}
  const all = fieldsOf(schema)
  for (const { name, field } of all) {
    const code = form.log[name]
    if (field.list === undefined || typeof code !== 'string') continue
    const row = rowsOf(procedure, rules, field.list).find(row => row.code === code)
    if (!row) errors[name] = [notListed]
    for (const asked of field.asks?.[row?.means ?? ''] ?? []) {
      const label = all.find(({ name }) => name === asked)?.field.label
      if (label && form.log[asked] === undefined && form.text[asked] === undefined) errors[asked] = [enter(label)]
    }
  }
  return errors
}

/** `<field>Means` beside each code: the list may be edited later. */
export function withMeanings(
  procedure: Procedure,
  rules: Readonly<Record<string, string>>,
  { form: schema }: Act,
  form: Parted,
): Parted {
  const meanings = fieldsOf(schema).flatMap(({ name, field: { list } }) => {
    const row =
      list === undefined ? undefined : rowsOf(procedure, rules, list).find(({ code }) => code === form.log[name])
    return row?.means === undefined ? [] : [[`${name}Means`, row.means] as const]
  })
  return meanings.length === 0 ? form : { ...form, log: { ...form.log, ...Object.fromEntries(meanings) } }
}

const notListed: Text = { zh: '请从本届次的名单中选择', en: 'Choose a row of this session’s list' }
const enter = ({ zh, en }: Text): Text => ({ zh: `选了这一类，请填写“${zh}”`, en: `This class asks for “${en}”` })
