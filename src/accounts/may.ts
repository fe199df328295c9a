import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { OrganTable, Tables } from '../db/tables.ts'
import type { Role } from '../procedures/roles.ts'
import { isRole, roles } from '../procedures/roles.ts'
import type { Actor } from './actor.ts'

/** Does this administrator look after the people of this organ? The unit's own and those below it, or all. */
export const manages = (actor: Actor, organ: Pick<OrganTable, 'path'>): boolean =>
  managesAll(actor) || (managesUnit(actor) && organ.path.startsWith(pathOf(actor)))

/** The same as a condition on organs, which every list of people begins with. */
export const managedBy =
  (actor: Actor) =>
  (eb: ExpressionBuilder<Tables, 'organs'>): Expression<SqlBool> => {
    if (managesAll(actor)) return eb.lit(true)
    const path = pathOf(actor)
    return managesUnit(actor)
      ? eb(sql<string>`substr(organs.path, 1, ${sql.lit(path.length)})`, '=', path)
      : eb.lit(false)
  }

/** The roles this administrator may give and take: a unit's administrator, only those that end at the unit. */
export const rolesGivenBy = (actor: Actor): Role[] =>
  everyRole.filter(role => !isNobodys(role) && (managesAll(actor) || (managesUnit(actor) && isOfAnOrgan(role))))

const managesAll = (actor: Actor) => actor.roles.includes('system-admin') || actor.roles.includes('system')
const managesUnit = (actor: Actor) => actor.roles.includes('unit-admin')

const pathOf = (actor: Actor) => `/${actor.organs.toReversed().join('/')}/`

/** Administrators and whoever reads the whole district hold no seat of an organ; only the system's may name them. */
const isOfAnOrgan = (role: Role) => roles[role].seat !== 'none'

/** No official is the petitioner or the clockwork. */
const isNobodys = (role: Role) => role === 'petitioner' || role === 'system'

const everyRole = Object.keys(roles).filter(isRole)
