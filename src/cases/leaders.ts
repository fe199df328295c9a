import { isBelowOrSame } from '../accounts/organs.ts'
import { rolesOf } from '../accounts/person.ts'
import type { Db } from '../db/dialect.ts'
import type { Option } from '../../views/parts/control.tsx'
import type { CaseView } from './view.ts'

/** Leaders who are in office and may know of the case, by name, each with where they sit. */
export async function listLeaders(db: Db, view?: Pick<CaseView, 'data'>): Promise<Option[]> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .select(['people.id', 'people.name', 'people.roles', 'organs.path', 'organs.zh', 'organs.en'])
    .where('people.active', '=', 1)
    .orderBy('organs.path')
    .orderBy('people.name')
    .execute()
  const { organs, people } = view?.data.walls ?? { organs: [], people: [] }
  const isWalled = ({ id, path }: { id: string; path: string }) =>
    people.includes(id) || organs.some(organ => isBelowOrSame({ path }, organ))
  return rows
    .filter(row => rolesOf(row).includes('leader') && !isWalled(row))
    .map(({ id, name, zh, en }) => ({
      value: id,
      label: { zh: `${name}（${zh}）`, en: `${name} (${en})` },
      lang: 'zh',
    }))
}
