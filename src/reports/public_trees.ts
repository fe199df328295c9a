import { organKindHeadings } from '../accounts/organ_kinds.ts'
import type { Db } from '../db/dialect.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { namesOf } from './names.ts'
import type { PublicDimension } from './public_counts.ts'
import type { Branch } from './public_merge.ts'

/** Every value a breakdown may have, whether or not it counts anything: what is not told must not tell by its absence. */
export type PublicTree = { root: Branch; names: ReadonlyMap<string, Text> }

/** The values of every dimension that were there at the instant, as they were then called. Organs stand below their kind. */
export async function publicTrees(db: Db, asOf: string): Promise<Record<PublicDimension, PublicTree>> {
  const later = await addedLater(db, asOf)
  const categories = await db.selectFrom('categories').select(['id', 'zh', 'en']).orderBy('id').execute()
  return {
    channel: flat(Object.entries(channels)),
    category: flat(categories.filter(({ id }) => !later.has(id)).map(({ id, zh, en }) => [id, { zh, en }])),
    organ: await organTree(db, asOf, later),
  }
}

/** Organs and categories that came after the instant: which there are decides what is merged. */
async function addedLater(db: Db, asOf: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('events')
    .select('payload')
    .where('stream', 'in', ['organs', 'categories'])
    .where('act', 'in', ['addOrgan', 'addCategory'])
    .where('recorded_at', '>', asOf)
    .execute()
  return new Set(rows.map(({ payload }) => String(JSON.parse(payload).id)))
}

const flat = (values: readonly (readonly [string, Text])[]): PublicTree => ({
  root: { id: ROOT, parts: [...values.map(([id]) => id), UNSAID].map(leaf) },
  names: new Map([...values, [UNSAID, unsaid]]),
})

/** In the order of their ids: where an organ stands in the tree of organs may change. */
async function organTree(db: Db, asOf: string, later: ReadonlySet<string>): Promise<PublicTree> {
  const known = await db.selectFrom('organs').select(['id', 'kind']).orderBy('id').execute()
  const organs = known.filter(({ id }) => !later.has(id))
  const names = await namesOf(
    db,
    'organ',
    organs.map(({ id }) => id),
    { through: dayOf(asOf), asOf },
  )
  const kinds = Object.keys(organKindHeadings).map(kind => ({
    id: `${KIND}${kind}`,
    parts: organs.filter(organ => organ.kind === kind).map(({ id }) => leaf(id)),
  }))
  const others = organs.filter(({ kind }) => organKindHeadings[kind] === undefined).map(({ id }) => leaf(id))
  return {
    root: { id: ROOT, parts: [...kinds.filter(({ parts }) => parts.length > 0), ...others, leaf(UNSAID)] },
    names: new Map([
      ...Object.entries(organKindHeadings).map(([kind, text]): [string, Text] => [`${KIND}${kind}`, text]),
      ...organs.map(({ id }): [string, Text] => [id, names.get(id)?.name ?? { zh: id, en: id }]),
      [UNSAID, unsaid],
    ]),
  }
}

/** Also of what is said in a word that is no value (any more). */
export const UNSAID = ''
const ROOT = '*'
const KIND = 'kind:'
const leaf = (id: string): Branch => ({ id, parts: [] })
const unsaid = { zh: '未注明', en: 'Not stated' }
