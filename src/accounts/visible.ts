import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { personalRoles } from '../procedures/procedure.ts'
import type { Role } from '../procedures/roles.ts'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import type { Actor } from './actor.ts'

/**
 * The cases an actor may see, as a condition every query on cases begins with. Walls are part of it
 * (《信访工作条例》 arts. 28, 30): an accused organ, what is below it, and anyone recused learn nothing.
 */
export const visibleTo =
  (actor: Actor) =>
  (eb: ExpressionBuilder<Tables, 'cases'>): Expression<SqlBool> => {
    if (actor.roles.includes('system')) return eb.lit(true)
    if (actor.roles.includes('petitioner')) return eb('cases.number', '=', actor.number ?? '')
    const mayKnow = eb.or([isWithOrgan(eb, actor), mayRead(eb, actor), isSigner(eb, actor)])
    return eb.and([mayKnow, eb.not(isWalled(eb, actor))])
  }

/** Whether the actor may see every one of these cases: only then is there a list of them to link to. */
export async function isAllVisible(db: Db, cases: Numbers, actor: Actor): Promise<boolean> {
  const hidden = await db
    .selectFrom(cases.as('l'))
    .select('l.case_number')
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cases')
            .select('cases.number')
            .whereRef('cases.number', '=', 'l.case_number')
            .where(visibleTo(actor)),
        ),
      ),
    )
    .limit(1)
    .execute()
  return hidden.length === 0
}

type Numbers = AliasableExpression<{ case_number: string }>

/** Roles that work on the cases of their organ, and roles that read those of the district. */
const working: readonly Role[] = ['clerk', 'chief', 'handler', 'director', 'coHandler', 'reviewer']
const reading: readonly Role[] = ['supervisor', 'leader']

const signing: readonly Role[] = ['deputy', 'member', 'convener']

export const worksOnCases = (actor: Actor): boolean => actor.roles.some(role => working.includes(role))
export const readsDistrict = (actor: Actor): boolean => actor.roles.some(role => reading.includes(role))

/** Signs suggestions or proposals, and sees those alone. */
export const signsCases = (actor: Actor): boolean => actor.roles.some(role => signing.includes(role))

/** Does nothing but sign: has no organ's lists, and finds only what is told to signers. */
export const onlySigns = (actor: Actor): boolean => signsCases(actor) && !worksOnCases(actor) && !readsDistrict(actor)

/** Asked as a value and not as `exists`, which PostgreSQL may answer by first reading the organ's whole history. */
function isWithOrgan(eb: ExpressionBuilder<Tables, 'cases'>, actor: Actor) {
  if (!worksOnCases(actor) || actor.organ === null) return never(eb)
  const place = eb
    .selectFrom('case_organs')
    .select('case_organs.organ')
    .where('case_organs.organ', '=', actor.organ)
    .whereRef('case_organs.received_at', '=', 'cases.received_at')
    .whereRef('case_organs.case_number', '=', 'cases.number')
  return eb(place, 'is not', null)
}

const mayRead = (eb: ExpressionBuilder<Tables, 'cases'>, actor: Actor) =>
  readsDistrict(actor)
    ? eb.and([eb('cases.drafted', '=', 0), eb.or([eb('cases.restricted', '=', 0), isInCharge(eb, actor)])])
    : never(eb)

/** A leader reads of an accusation only where named to it. */
function isInCharge(eb: ExpressionBuilder<Tables, 'cases'>, actor: Actor) {
  const part = eb
    .selectFrom('assignments')
    .select(of => of.fn.max('assignments.id').as('id'))
    .whereRef('assignments.case_number', '=', 'cases.number')
    .where('assignments.person', '=', actor.id)
    .where('assignments.role', '=', 'charge')
    .where('assignments.is_open', '=', 1)
  return eb(part, 'is not', null)
}

/** Whoever signed it, or is asked to and has not said no. */
function isSigner(eb: ExpressionBuilder<Tables, 'cases'>, actor: Actor) {
  if (!signsCases(actor)) return never(eb)
  const part = eb
    .selectFrom('assignments')
    .select(of => of.fn.max('assignments.id').as('id'))
    .whereRef('assignments.case_number', '=', 'cases.number')
    .where('assignments.person', '=', actor.id)
    .where('assignments.role', 'in', [...personalRoles])
    .where('assignments.is_open', '=', 1)
  return eb(part, 'is not', null)
}

const isWalled = (eb: ExpressionBuilder<Tables, 'cases'>, actor: Actor) =>
  eb.exists(
    eb
      .selectFrom('walls')
      .select('walls.case_number')
      .whereRef('walls.case_number', '=', 'cases.number')
      .where(standsBefore(actor)),
  )

/** A wall around the actor's organ, around one above it, or around the actor. */
export const standsBefore = (actor: Actor) => (wall: ExpressionBuilder<Tables, 'walls'>) =>
  wall.or([wall('walls.organ', 'in', ['', ...actor.organs]), wall('walls.person', '=', actor.id)])

const never = (eb: ExpressionBuilder<Tables, 'cases'>) => eb.lit(false)
