import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../accounts/actor.ts'
import { signsCases, visibleTo } from '../accounts/visible.ts'
import { readPlace } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, Tables } from '../db/tables.ts'
import { personalRoles } from '../procedures/procedure.ts'
import { isRole, roles } from '../procedures/roles.ts'
import { countUpTo, MOST, pageAt } from './page.ts'
import type { QueuePage } from './page.ts'

/** Cases the actor drafted, signed or is asked to sign: first those that await the actor, and of each the newest. */
export const listSigned = async (db: Db, actor: Actor, after: string | null, limit: number): Promise<QueuePage> =>
  pageAt(
    db,
    actor,
    await partsSigned(db, actor, readPlace(after))
      .limit(limit + 1)
      .execute(),
    limit,
  )

/** How many of them await the actor. */
export const countAwaitingSigner = (db: Db, actor: Actor): Promise<number> =>
  countUpTo(
    partsSigned(db, actor, undefined)
      .having(sql<string>`${rank}`, '=', MINE)
      .limit(MOST + 1),
    db,
  )

export const isSigned = (actor: Actor, part: AssignmentTable): boolean =>
  part.person === actor.id && personalRoles.includes(part.role)

export const partsSigned = (db: Db, actor: Actor, after: Place | undefined) =>
  db
    .selectFrom('assignments')
    .select(['case_number as number', rank.as('key')])
    .where('person', '=', signsCases(actor) ? actor.id : '')
    .where('role', 'in', [...personalRoles])
    .where('is_open', '=', sql.lit(1))
    .where(eb => eb(seenBy(eb, actor), 'is not', null))
    .groupBy('case_number')
    .$if(after !== undefined, query =>
      query.having(sql<boolean>`(${rank}, case_number) < (${after?.key ?? ''}, ${after?.number ?? ''})`),
    )
    .orderBy('key', 'desc')
    .orderBy('case_number', 'desc')

/** Asked as a value of each part, which no database can answer by reading every case. */
const seenBy = (eb: ExpressionBuilder<Tables, 'assignments'>, actor: Actor) =>
  eb
    .selectFrom('cases')
    .select('cases.number')
    .whereRef('cases.number', '=', 'assignments.case_number')
    .where(visibleTo(actor))

const MINE = '1'
const signers = Object.keys(roles).filter(role => isRole(role) && roles[role].seat === 'signer')

/** Asked to sign and not answered; or the first who signed, where the case awaits whoever signs. */
const rank = sql<string>`max(case
  when state = 'invited' then '1'
  when role = 'signer' and (select awaits_role from cases where number = case_number) in (${sql.join(signers)}) then '1'
  else '0' end)`
