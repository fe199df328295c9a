import { listOrgans } from '../accounts/organs.ts'
import { allowedEndings } from '../cases/files.ts'
import type { CaseView } from '../cases/view.ts'
import { readTexts } from '../cases/words.ts'
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
  { files = false }: { files?: boolean } = {},
): Promise<Pick<ActFieldsProps, 'fields' | 'articles' | 'organs' | 'categories' | 'accept'>> {
  return {
    fields: askedBy(spec),
    articles: articlesOf(spec),
    ...(await listChoices(store)),
    ...(files && { accept: allowedEndings.map(ending => `.${ending}`).join(',') }),
  }
}

/** Fields a person is asked; those without a label are the clockwork's. */
export const askedBy = (spec: Act): AskedField[] => fieldsOf(spec.form)

export const articlesOf = (spec: Act) => oneOrMore(spec.cites).map(sayCitation)

/** Organs and categories to choose from. */
export async function listChoices({ reader }: Store): Promise<{ organs: Option[]; categories: Option[] }> {
  const organs = await listOrgans(reader)
  const categories = await reader.selectFrom('categories').selectAll().where('active', '=', 1).orderBy('id').execute()
  const option = (row: { id: string; zh: string; en: string }): Option => ({
    value: row.id,
    label: { zh: row.zh, en: row.en },
  })
  return { organs: organs.map(option), categories: categories.map(option) }
}

/** What the case already says, so that nobody types it again: fields set before, and each demand for its outcome. */
export async function prefilled(store: Store, view: CaseView, spec: Act): Promise<Typed> {
  const fields = askedBy(spec)
  const set = fields.flatMap(({ name }) => {
    const value = spec.sets?.includes(name) ? view.data.set[name] : undefined
    return value === undefined || value === null ? [] : [[name, [String(value)]] as const]
  })
  const outcomes = fields.filter(({ field }) => field.kind === 'outcomes')
  const demands = outcomes.length > 0 ? await readDemands(store, view.row.number) : []
  const rows = outcomes.flatMap(({ name }) =>
    demands.map((demand, row) => [`${name}.${row}.demand`, [demand]] as const),
  )
  return Object.fromEntries([...set, ...rows])
}

/** What the petitioner asked for, one a line. */
async function readDemands(store: Store, number: string): Promise<string[]> {
  const texts = await readTexts(store.reader, store.master, number)
  const said = texts.find(text => text.field === 'demands')
  const list: unknown = said ? JSON.parse(said.text) : []
  return Array.isArray(list) ? list.filter(line => typeof line === 'string') : []
}
