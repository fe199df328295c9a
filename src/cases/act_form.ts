import type { Actor } from '../accounts/actor.ts'
import { hasPower } from '../accounts/organ_kinds.ts'
import type { OrganKind } from '../accounts/organ_kinds.ts'
import { listOrgans } from '../accounts/organs.ts'
import { choicesFor } from './choices.ts'
import { allowedEndings } from './files.ts'
import { needsPower } from './powers.ts'
import type { CaseView } from './view.ts'
import type { Store } from '../db/open.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { ActFieldsProps, AskedField } from '../../views/parts/act-form.tsx'
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
  const handling = listed.filter(({ kind }) => !ofSigners.includes(kind))
  const organs = withPower ? handling.filter(hasPower) : handling
  const categories = await reader.selectFrom('categories').selectAll().where('active', '=', 1).orderBy('id').execute()
  const option = (row: { id: string; zh: string; en: string }): Option => ({
    value: row.id,
    label: { zh: row.zh, en: row.en },
  })
  return { organs: organs.map(option), categories: categories.map(option) }
}

/** Where deputies and members sit together: nobody hands a matter over to them. */
const ofSigners: readonly string[] = ['delegation', 'sector', 'party-group'] satisfies OrganKind[]

/** An act that is written down, that issues a letter or that rests on a power of attorney may come with files. */
export const takesFiles = (act: string, spec: Act): boolean =>
  act !== 'pullFile' &&
  (spec.document !== undefined ||
    spec.party === 'agent' ||
    askedBy(spec).some(({ field }) => field.kind === 'paragraph'))
