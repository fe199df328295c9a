import type { Db } from '../db/dialect.ts'
import { nameKey } from './organs.ts'

/** The house's categories by id and by either name. */
export async function categoriesByName(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('categories').select(['id', 'zh', 'en']).execute()
  return new Map(rows.flatMap(({ id, zh, en }) => [en, zh, id].map((name): [string, string] => [nameKey(name), id])))
}
