import type { Actor } from '../accounts/actor.ts'
import { defaultOffice, findOrgans, isBelowOrSame, nearestOf, officeFreeOf, organsBelow } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import type { Role } from '../procedures/roles.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { Because } from './decide.ts'
import { checkFields } from './check_fields.ts'
import { checkEarlier } from './earlier.ts'
import { checkRepeated } from './follows.ts'
import { officialsIn } from './officials_named.ts'
import { recused } from './recusal.ts'
import type { CaseView } from './view.ts'

/** What a form's values point at: organs, offices, and who is accused. */

/** Organs may be named instead of given by id: people who script against the API know the names. */
export async function organsByName(trx: Db, spec: Act, form: Parted): Promise<Parted> {
  const named = organFields(spec).filter(name => form.log[name] !== undefined)
  if (named.length === 0) return form
  const words = named.flatMap(name => listOf(form.log[name]).map(String))
  const rows = await trx
    .selectFrom('organs')
    .select(['id', 'zh', 'en'])
    .where(organ => organ.or([organ('zh', 'in', words), organ('en', 'in', words)]))
    .where('active', '=', 1)
    .execute()
  const idOf = (word: unknown) => rows.find(row => row.zh === word || row.en === word)?.id ?? word
  const ids = named.map(name => {
    const value = form.log[name]
    return [name, Array.isArray(value) ? value.map(idOf) : idOf(value)]
  })
  return { ...form, log: { ...form.log, ...Object.fromEntries(ids) } }
}

/** Organs that do not exist, a second fact that does not match, and cases that cannot be meant, under the names of their fields. */
export async function checkReferences(
  store: Store,
  trx: Db,
  form: Parted,
  spec: Act,
  view: CaseView | null,
  actor: Actor,
): Promise<Errors> {
  const named = organFields(spec).flatMap(name => listOf(form.log[name]).map(id => ({ name, id: String(id) })))
  const known = await findOrgans(
    trx,
    named.map(({ id }) => id),
  )
  const wrong = named.filter(({ id }) => known.get(id)?.active !== 1).map(({ name }) => [name, [noSuchOrgan]])
  const strange = await strangeCategories(trx, form, spec)
  const unrelated = view ? await checkEarlier(trx, form, spec, view, actor) : {}
  const untrue = await checkFields(store, trx, { form, spec, view, actor })
  const repeated = view ? await checkRepeated(trx, spec, form, view) : {}
  return { ...Object.fromEntries(wrong), ...strange, ...untrue, ...unrelated, ...repeated }
}

/** A category stands in the log and in every report: only those of the list, offered still or no more. */
async function strangeCategories(trx: Db, form: Parted, spec: Act): Promise<Errors> {
  const named = fieldsOf(spec.form).filter(({ name, field }) => field.kind === 'category' && name in form.log)
  const ids = named.map(({ name }) => String(form.log[name]))
  if (ids.length === 0) return {}
  const known = await trx.selectFrom('categories').select('id').where('id', 'in', ids).execute()
  const wrong = named.filter(({ name }) => !known.some(({ id }) => id === form.log[name]))
  return Object.fromEntries(wrong.map(({ name }) => [name, [noSuchCategory]]))
}

/** The office a case belongs to, free of those it accuses, as soon as it accuses them; null where there is none. */
export async function officeFor(
  trx: Db,
  { office: kind }: Pick<Procedure, 'office'>,
  actor: Actor,
  view: CaseView | null,
  accused: readonly string[],
): Promise<string | null> {
  if (view && !(await isAccused(trx, view.row.office, accused))) return view.row.office
  if (view) return officeFreeOf(trx, view.row.office, [...accused, ...view.data.walls.organs])
  const own = actor.roles.includes('clerk') ? [actor.organ ?? ''] : actor.organs
  const office = (await nearestOf(trx, kindsTaking[kind], own)) ?? (await defaultOffice(trx, kind))
  return office === undefined ? null : officeFreeOf(trx, office, accused)
}

/** Matters are written down where they are taken in, and whoever signs for others sits under the office of such matters. */
export async function mayOpen(
  trx: Db,
  { office }: Pick<Procedure, 'office'>,
  actor: Actor,
  role: Role,
): Promise<boolean> {
  if (role !== 'clerk' && role !== 'convener') return true
  const own = role === 'clerk' ? [actor.organ ?? ''] : actor.organs
  return (await nearestOf(trx, kindsTaking[office], own)) !== undefined
}

/** A superior's petition office is of the sort of its organ. */
const kindsTaking: Readonly<Record<Procedure['office'], readonly string[]>> = {
  'petition-office': ['petition-office', 'superior'],
  congress: ['congress'],
  cppcc: ['cppcc'],
}

export async function isAccused(trx: Db, organ: string, accused: readonly string[]): Promise<boolean> {
  const row = (await findOrgans(trx, [organ])).get(organ)
  return row !== undefined && accused.some(id => isBelowOrSame(row, id))
}

/**
 * Whom the act walls off: the organs named with all that is below them today (so that moving one away later frees
 * nobody), the officials a decision recuses, or those whose name stands in what was written.
 */
export async function wallsFrom(
  store: Store,
  trx: Db,
  { form, spec, view, actor }: { form: Parted; spec: Act; view: CaseView | null; actor: Actor },
): Promise<{ organs: string[]; people: string[] }> {
  const accused = accusedOrgans(form, spec)
  const people =
    view && spec.walls?.staff
      ? await recused(store, trx, { form, spec, view, actor })
      : (await officialsIn(trx, form.text[spec.walls?.people ?? ''] ?? '')).map(({ id }) => id)
  return {
    organs: [...new Set([...accused, ...(await organsBelow(trx, accused))])],
    people: [...people, ...(spec.walls?.self ? [actor.id] : [])],
  }
}

export const accusedOrgans = (form: Parted, spec: Act): string[] =>
  listOf(form.log[spec.walls?.organs ?? '']).filter(id => typeof id === 'string')

const organFields = (spec: Act) =>
  fieldsOf(spec.form)
    .filter(({ field }) => field.kind === 'organ' || field.kind === 'organs')
    .map(({ name }) => name)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

export const noSuchOrgan: Text = { zh: '请从名单中选择一个单位', en: 'Choose an organ from the list' }
const noSuchCategory: Text = { zh: '请从名单中选择一个类别', en: 'Choose a category from the list' }
export const neverToTheAccused: Because = {
  reason: {
    zh: '检举、控告材料不得转给被检举、控告的单位及其下属单位，请另选机关',
    en: 'a report of wrongdoing may not go to the organ it accuses, nor to one below it; choose another',
  },
  article: sayCitation('XF 30'),
}
export const notTaken: Because = {
  reason: { zh: '本单位不受理这一类事项', en: 'your organ does not take in such matters' },
  article: sayCitation('office'),
}
export const noOfficeIsFree: Because = {
  reason: {
    zh: '本区所有信访部门都与被反映单位有关，请向上一级信访部门提出',
    en: 'every office here stands under the organ you report on; please turn to the level above',
  },
  article: sayCitation('XF 20'),
}
