import { findOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import { isDay, sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsIn } from '../procedures/read_form.ts'
import { rowsOf } from './listed.ts'
import { sayParts } from './meant_part.ts'
import { listNames } from './names.ts'
import type { Reads } from './sight.ts'
import type { CaseView } from './view.ts'

/**
 * What was chosen or entered in an act, with its labels; never another case, which its reader may not know of, nor people
 * whose names are kept from the reader.
 */
export async function sayLogged(
  store: Store,
  view: CaseView,
  spec: Act,
  input: Readonly<Record<string, unknown>>,
  reads: Reads,
): Promise<{ label: Text; value: Text }[]> {
  const { deadlines, acts } = view.procedure
  const isHidden = ({ kind }: Field) => kind === 'case' || (kind === 'people' && reads === 'unknowing')
  const answered = fieldsIn(shapeOf(spec)).filter(
    ({ name, field }) => input[name] !== undefined && field.keep === 'log' && !isHidden(field),
  )
  const organs = answered.flatMap(({ name, field }) => (isOrgan(field) ? listOf(input[name]) : []))
  const names = await findOrgans(store.reader, organs)
  const people = await listNames(
    store.reader,
    answered.flatMap(({ name, field }) => (isPerson(field) ? listOf(input[name]) : [])),
  )
  const categories = new Map(
    (await store.reader.selectFrom('categories').selectAll().execute()).map(row => [row.id, row]),
  )
  const parts = answered.some(({ name, field }) => isPart(name, field))
    ? await sayParts(store.reader, view, reads)
    : noParts
  const say = (name: string, field: Field, value: string): Text =>
    field.options?.[value] ??
    (isPart(name, field) ? parts.get(value) : undefined) ??
    (field.list === undefined ? undefined : sayRow(view, field.list, value)) ??
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

/** “A 解决或者基本解决”, of the session's own list. */
export function sayRow({ procedure, rules }: Pick<CaseView, 'procedure' | 'rules'>, list: string, code: string): Text {
  const row = rowsOf(procedure, rules, list).find(row => row.code === code)
  return row ? { zh: `${code} ${row.zh}`, en: `${code} ${row.en}` } : plain(code)
}

const noParts: ReadonlyMap<string, Text> = new Map()
/** The clockwork says whose term has lapsed by the part's id. */
const isPart = (name: string, { kind }: Field) => kind === 'parts' || name === 'part'
const isPerson = ({ kind }: Field) => kind === 'leader' || kind === 'people'
const isOrgan = (field: Field) => field.kind === 'organ' || field.kind === 'organs'
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)])
const plain = (value: string): Text => (value === 'true' ? { zh: '是', en: 'Yes' } : { zh: value, en: value })
const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(text => text.zh).join('、'),
  en: texts.map(text => text.en).join(', '),
})
