import { isBelowOrSame } from '../accounts/organs.ts'
import { rolesOf } from '../accounts/person.ts'
import type { Db } from '../db/dialect.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Role } from '../procedures/roles.ts'

export type MaySign = { id: string; name: string; zh: string; en: string }

/**
 * Everyone in office who may sign such a matter, by where they sit. Whoever signs for others signs only for what stands
 * under the office of such matters: the convener of a delegation no proposal, that of a sector no suggestion.
 */
export async function listWhoMaySign(
  db: Db,
  { office }: Pick<Procedure, 'office'>,
  by: readonly Role[],
): Promise<MaySign[]> {
  const offices = await db.selectFrom('organs').select('id').where('kind', '=', office).execute()
  const rows = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .select(['people.id', 'people.name', 'people.roles', 'organs.path', 'organs.zh', 'organs.en'])
    .where('people.active', '=', 1)
    .orderBy('organs.path')
    .orderBy('people.name')
    .execute()
  const sitsUnder = (path: string) => offices.some(({ id }) => isBelowOrSame({ path }, id))
  return rows
    .filter(({ path, roles }) =>
      rolesOf({ roles }).some(role => by.includes(role) && (isOfOne(role) || sitsUnder(path))),
    )
    .map(({ id, name, zh, en }) => ({ id, name, zh, en }))
}

/** Deputies sign suggestions and members proposals, wherever they sit. */
const isOfOne = (role: Role) => role !== 'convener'
