import { organKindHeadings } from '../accounts/organ_kinds.ts'
import { nameThen, organsThen } from '../accounts/organs_then.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { editions } from '../procedures/registry.ts'
import type { Dimension } from './figures.ts'

/** A value of a dimension as a reader knows it, its group where it has one, and its place in the table. */
type Named = { name: Text; group: Text | null; order: string }

/** The names of a dimension's values; an organ's is the one it had on the through day, as known at the instant. */
export async function namesOf(
  db: Db,
  dimension: Dimension,
  keys: readonly (string | null)[],
  cut: { through: Day; asOf: string },
): Promise<Map<string | null, Named>> {
  const known = keys.filter(key => key !== null)
  const named =
    dimension === 'organ' || dimension === 'place'
      ? await organsNamed(db, known, cut)
      : plain(await textsOf(db, dimension), known)
  return new Map<string | null, Named>([...named, [null, { name: unsaid, group: null, order: '~' }]])
}

async function organsNamed(
  db: Db,
  ids: readonly string[],
  { through, asOf }: { through: Day; asOf: string },
): Promise<[string, Named][]> {
  const organs = await organsThen(db, asOf)
  return ids.map((id): [string, Named] => {
    const organ = organs.get(id)
    const kind = organ?.kind ?? ''
    const place = String(Object.keys(organKindHeadings).indexOf(kind) + 1).padStart(2, '0')
    const name = nameThen(organ, through) ?? { zh: id, en: id }
    return [
      id,
      {
        name: { zh: name.zh, en: name.en },
        group: organKindHeadings[kind] ?? null,
        order: `${place} ${organ?.path ?? id}`,
      },
    ]
  })
}

async function textsOf(db: Db, dimension: Exclude<Dimension, 'organ' | 'place'>): Promise<[string, Text][]> {
  switch (dimension) {
    case 'procedure':
      return editions.map(({ id, title }) => [id, title])
    case 'petition_kind':
      return editions.flatMap(({ kinds }) =>
        Object.entries(kinds).map(([id, { title }]): [string, Text] => [id, title]),
      )
    case 'channel':
      return Object.entries(channels)
    case 'category':
      return (await db.selectFrom('categories').select(['id', 'zh', 'en']).orderBy('id').execute()).map(row => [
        row.id,
        { zh: row.zh, en: row.en },
      ])
  }
}

const plain = (texts: readonly [string, Text][], keys: readonly string[]): [string, Named][] =>
  keys.map(key => {
    const place = texts.findIndex(([id]) => id === key)
    const name = texts[place]?.[1] ?? { zh: key, en: key }
    return [key, { name, group: null, order: place < 0 ? `~${key}` : String(place).padStart(4, '0') }]
  })

const unsaid = { zh: '未注明', en: 'Not stated' }
