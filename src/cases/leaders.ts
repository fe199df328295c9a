import type { Db } from '../db/dialect.ts'
import type { Option } from '../../views/parts/control.tsx'

/** Leaders who are in office, by name, each with where they sit. */
export async function listLeaders(db: Db): Promise<Option[]> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .select(['people.id', 'people.name', 'people.roles', 'organs.zh', 'organs.en'])
    .where('people.active', '=', 1)
    .orderBy('organs.path')
    .orderBy('people.name')
    .execute()
  return rows
    .filter(({ roles }) => listOf(JSON.parse(roles)).includes('leader'))
    .map(({ id, name, zh, en }) => ({
      value: id,
      label: { zh: `${name}（${zh}）`, en: `${name} (${en})` },
      lang: 'zh',
    }))
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
