import type { Actor } from '../accounts/actor.ts'
import { hasPower } from '../accounts/organ_kinds.ts'
import { listOrgans } from '../accounts/organs.ts'
import { choicesFor } from './choices.ts'
import { draftToPublish } from './draft_to_publish.ts'
import { allowedEndings } from './files.ts'
import { needsPower } from './powers.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'
import type { CaseText } from './words.ts'
import type { Store } from '../db/open.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { ActFieldsProps, AskedField, Typed } from '../../views/parts/act-form.tsx'
import type { Option } from '../../views/parts/control.tsx'

/** What a page needs to draw an act's form; the page adds what was typed, what was wrong and the version. */
export async function actForm(
  store: Store,
  spec: Act,
  { files = false, view, actor }: { files?: boolean; view?: CaseView; actor?: Actor } = {},
): Promise<Pick<ActFieldsProps, 'fields' | 'articles' | 'organs' | 'categories' | 'accept'>> {
  const withPower = needsPower(spec, view ?? null)
  const choose = await choicesFor(store, { spec, view, actor, withPower })
  return {
    fields: askedBy(spec).map(asked => ({ ...asked, choices: choose(asked.field) })),
    articles: articlesOf(spec),
    ...(await listChoices(store, { withPower })),
    ...(files && { accept: allowedEndings.map(ending => `.${ending}`).join(',') }),
  }
}

/** Fields a person is asked; those without a label are the clockwork's. */
export const askedBy = (spec: Act): AskedField[] => fieldsOf(spec.form)

export const articlesOf = (spec: Act) => oneOrMore(spec.cites).map(sayCitation)

/** Organs and categories to choose from; of organs, where it is asked, only those with power over accusations. */
export async function listChoices(
  { reader }: Store,
  { withPower = false }: { withPower?: boolean } = {},
): Promise<{ organs: Option[]; categories: Option[] }> {
  const listed = await listOrgans(reader)
  const organs = withPower ? listed.filter(hasPower) : listed
  const categories = await reader.selectFrom('categories').selectAll().where('active', '=', 1).orderBy('id').execute()
  const option = (row: { id: string; zh: string; en: string }): Option => ({
    value: row.id,
    label: { zh: row.zh, en: row.en },
  })
  return { organs: organs.map(option), categories: categories.map(option) }
}

/** An act that is written down, that issues a letter or that rests on a power of attorney may come with files. */
export const takesFiles = (act: string, spec: Act): boolean =>
  act !== 'pullFile' &&
  (spec.document !== undefined ||
    spec.party === 'agent' ||
    askedBy(spec).some(({ field }) => field.kind === 'paragraph'))

/** What the case already says, so that nobody types it again: fields set before, a draft sent back, the demands. */
export async function prefilled(store: Store, view: CaseView, act: string): Promise<Typed> {
  const { procedure, row, data } = view
  const spec = procedure.acts[act]
  if (!spec) return {}
  const fields = askedBy(spec)
  const set = fields.flatMap(({ name }) => {
    // What is to be corrected is never filled in beforehand: whatever is sent would be a correction.
    const value = spec.sets?.includes(name) && !spec.corrects ? data.set[name] : undefined
    return value === undefined || value === null ? [] : [[name, [String(value)]] as const]
  })
  const isDraft = Object.values(procedure.acts).some(({ issues }) => issues === act)
  const texts = isDraft ? await readTexts(store.reader, store.master, row.number) : []
  const before = texts.filter(text => text.seq === data.did[act]?.seq)
  const rows = fields
    .filter(({ field }) => field.kind === 'outcomes')
    .flatMap(({ name }) => outcomeRows(name, before.find(text => text.field === name) ?? demandsIn(texts)))
  const words = before
    .filter(({ field }) => fields.some(({ name, field: { kind } }) => name === field && kind !== 'outcomes'))
    .map(({ field, text }) => [field, [text]] as const)
  return { ...Object.fromEntries([...set, ...words, ...rows]), ...(await draftToPublish(store, view, spec)) }
}

/** What the petitioner asked for when filing. */
const demandsIn = (texts: readonly CaseText[]) => texts.find(text => text.field === 'demands')

/** One row for each demand, with the outcome an earlier draft gave it. */
function outcomeRows(name: string, said: CaseText | undefined): (readonly [string, readonly string[]])[] {
  const lines: unknown = said ? JSON.parse(said.text) : []
  return (Array.isArray(lines) ? lines : []).flatMap((line: unknown, row) => {
    if (typeof line === 'string') return [[`${name}.${row}.demand`, [line]] as const]
    if (typeof line !== 'object' || line === null || !('demand' in line) || !('outcome' in line)) return []
    return [
      [`${name}.${row}.demand`, [String(line.demand)]] as const,
      [`${name}.${row}.outcome`, [String(line.outcome)]] as const,
    ]
  })
}
