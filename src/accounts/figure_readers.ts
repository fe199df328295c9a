import type { Db } from '../db/dialect.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Actor } from './actor.ts'
import { sessionalProcedures } from './terms.ts'
import { readsDistrict, worksOnCases } from './visible.ts'

/** Who reads the figures of the whole district, and who those of a batch of suggestions or proposals. */
export const readsDistrictReports = async (db: Db, actor: Actor): Promise<boolean> =>
  readsEveryFigure(actor, await kindOf(db, actor))

/**
 * Who reads the district’s figures, or a session’s, reads them of any instant, with lists. An organ’s own people are told
 * its figures as known now, with lists, or as the month was closed, without: of an earlier instant the figures stay and
 * the lists are gone where one of its matters was found to be an accusation since, which the accused would read off.
 */
export const readsAnyInstant = async (
  db: Db,
  actor: Actor,
  { isOfSession }: { isOfSession: boolean },
): Promise<boolean> => isOfSession || (await readsDistrictReports(db, actor))

/** Leaders, supervisors, statisticians, the people of the petition office, and of the office that takes such matters in. */
export const readsBatchesOf = (actor: Actor, organKind: string | undefined, { office }: Procedure): boolean =>
  readsEveryFigure(actor, organKind) || (worksOnCases(actor) && organKind === office)

/** Of some procedure at least: the page is in their navigation. */
export const readsBatches = (actor: Actor, organKind?: string): boolean =>
  sessionalProcedures().some(procedure => readsBatchesOf(actor, organKind, procedure))

/** The sort of organ the actor sits in. */
export async function kindOf(db: Db, { organ }: Actor): Promise<string | undefined> {
  if (organ === null) return undefined
  return (await db.selectFrom('organs').select('kind').where('id', '=', organ).executeTakeFirst())?.kind
}

/** Leaders, supervisors, statisticians, and the people of the petition office. */
export const readsEveryFigure = (actor: Actor, organKind: string | undefined): boolean =>
  readsDistrict(actor) ||
  actor.roles.includes('statistician') ||
  (worksOnCases(actor) && organKind === 'petition-office')
