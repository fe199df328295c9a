import type { Db } from '../db/dialect.ts'
import type { PersonTable } from '../db/tables.ts'
import { isRole } from '../procedures/roles.ts'
import type { Role } from '../procedures/roles.ts'
import type { Actor } from './actor.ts'
import { selfAndAbove } from './organs.ts'

/** An active person as an actor, or null. */
export async function actorById(db: Db, id: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .select(['people.id', 'people.name', 'people.organ', 'people.roles', 'organs.path'])
    .where('people.id', '=', id)
    .where('people.active', '=', 1)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, name: row.name, organ: row.organ, organs: selfAndAbove(row), roles: rolesOf(row) }
}

/** The role words of a row; a word that is no role any more is dropped. */
export function rolesOf(row: Pick<PersonTable, 'roles'>): Role[] {
  const words: unknown = JSON.parse(row.roles)
  return Array.isArray(words) ? words.filter(word => typeof word === 'string').filter(isRole) : []
}
