import { findOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import { isDay, sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { fieldsIn } from '../procedures/read_form.ts'
import { listNames } from './names.ts'

/** What was chosen or entered in an act, with its labels; never another case, which its reader may not know of. */
export async function sayLogged(
  store: Store,
  { deadlines, acts }: Pick<Procedure, 'deadlines' | 'acts'>,
  spec: Act,
  input: Readonly<Record<string, unknown>>,
): Promise<{ label: Text; value: Text }[]> {
  const answered = fieldsIn(shapeOf(spec)).filter(
    ({ name, field }) => input[name] !== undefined && field.keep === 'log' && field.kind !== 'case',
  )
  const organs = answered.flatMap(({ name, field }) => (isOrgan(field) ? listOf(input[name]) : []))
  const names = await findOrgans(store.reader, organs)
  const people = await listNames(
    store.reader,
    answered.flatMap(({ name, field }) => (field.kind === 'leader' ? listOf(input[name]) : [])),
  )
  const categories = new Map(
    (await store.reader.selectFrom('categories').selectAll().execute()).map(row => [row.id, row]),
  )
  const say = (name: string, field: Field, value: string): Text =>
    field.options?.[value] ??
    (name === 'deadline' ? deadlines[value]?.title : undefined) ??
    (field.kind === 'day' && isDay(value) ? sayDay(value) : undefined) ??
    (field.kind === 'act' ? acts[value]?.title : undefined) ??
    (people.has(value) ? plain(people.get(value) ?? '') : undefined) ??
    (isOrgan(field) ? names.get(value) : field.kind === 'category' ? categories.get(value) : undefined) ??
    plain(value)
  return answered.map(({ name, field }) => ({
    label: field.label,
    value: joined(listOf(input[name]).map(value => say(name, field, value))),
  }))
}

const isOrgan = (field: Field) => field.kind === 'organ' || field.kind === 'organs'
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)])
const plain = (value: string): Text => (value === 'true' ? { zh: '是', en: 'Yes' } : { zh: value, en: value })
const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(text => text.zh).join('、'),
  en: texts.map(text => text.en).join(', '),
})
