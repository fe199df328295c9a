import type { Actor } from '../accounts/actor.ts'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'

/** A report belongs to the district or to one organ, never to whoever reads it. */
export type Scope = { kind: 'district' } | { kind: 'organ'; id: string }

export const district: Scope = { kind: 'district' }

/** The organ's people read its scope; those who read the district read every scope. */
export async function mayRead(db: Db, actor: Actor, scope: Scope): Promise<boolean> {
  const isOwn = scope.kind === 'organ' && scope.id === actor.organ && worksOnCases(actor)
  return isOwn || (await readsDistrictReports(db, actor))
}

/** The one line on accusations is for the district's leaders and the head of the petition office. */
export const readsAccusations = (actor: Actor): boolean =>
  actor.roles.includes('leader') || actor.roles.includes('chief')

/** An organ by its id or by any name it has had. */
export async function organNamed(db: Db, word: string): Promise<string | undefined> {
  const now = await db
    .selectFrom('organs')
    .select('id')
    .where(eb => eb.or([eb('id', '=', word), eb('zh', '=', word), eb('en', '=', word)]))
    .orderBy('id')
    .executeTakeFirst()
  if (now) return now.id
  const earlier = await db
    .selectFrom('organ_names')
    .select('organ')
    .where(eb => eb.or([eb('zh', '=', word), eb('en', '=', word)]))
    .orderBy('organ')
    .executeTakeFirst()
  return earlier?.organ
}
