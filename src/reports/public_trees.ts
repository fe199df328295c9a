import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { namesOf, organKinds } from './names.ts'
import type { PublicDimension } from './public_counts.ts'
import type { Branch } from './public_merge.ts'

/** Every value a breakdown may have, whether or not it counts anything: what is not told must not tell by its absence. */
export type PublicTree = { root: Branch; names: ReadonlyMap<string, Text> }

/** The values of every dimension as they were called on the day. Organs stand below their kind. */
export async function publicTrees(db: Db, on: Day): Promise<Record<PublicDimension, PublicTree>> {
  const categories = await db.selectFrom('categories').select(['id', 'zh', 'en']).orderBy('id').execute()
  return {
    channel: flat(Object.entries(channels)),
    category: flat(categories.map(({ id, zh, en }) => [id, { zh, en }])),
    organ: await organTree(db, on),
  }
}

const flat = (values: readonly (readonly [string, Text])[]): PublicTree => ({
  root: { id: ROOT, parts: [...values.map(([id]) => id), UNSAID].map(leaf) },
  names: new Map([...values, [UNSAID, unsaid]]),
})

async function organTree(db: Db, on: Day): Promise<PublicTree> {
  const organs = await db.selectFrom('organs').select(['id', 'kind']).orderBy('path').execute()
  const names = await namesOf(
    db,
    'organ',
    organs.map(({ id }) => id),
    on,
  )
  const kinds = Object.keys(organKinds).map(kind => ({
    id: `${KIND}${kind}`,
    parts: organs.filter(organ => organ.kind === kind).map(({ id }) => leaf(id)),
  }))
  const others = organs.filter(({ kind }) => organKinds[kind] === undefined).map(({ id }) => leaf(id))
  return {
    root: { id: ROOT, parts: [...kinds.filter(({ parts }) => parts.length > 0), ...others, leaf(UNSAID)] },
    names: new Map([
      ...Object.entries(organKinds).map(([kind, text]): [string, Text] => [`${KIND}${kind}`, text]),
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
