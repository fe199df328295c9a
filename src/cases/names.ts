import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { CaseView } from './view.ts'

/** The names of every organ that has had to do with the case, each as it was on a day; by default as it is. */
export async function namesOf(db: Db, view: CaseView, more: readonly string[] = []) {
  const { office, lead } = view.row
  const ids = [office, lead, ...view.assignments.map(part => part.organ), ...more].filter(id => id !== null)
  const rows = await db
    .selectFrom('organ_names')
    .selectAll()
    .where('organ', 'in', [...new Set(ids)])
    .orderBy('from_day')
    .execute()
  return (organ: string | null, on: Day = '9999-12-31'): Text | undefined =>
    rows.findLast(row => row.organ === organ && row.from_day <= on) ?? rows.find(row => row.organ === organ)
}

/** The names of people by their ids. */
export async function listNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
