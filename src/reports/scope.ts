import type { Actor } from '../accounts/actor.ts'
import { kindOf, readsBatchesOf, readsDistrictReports } from '../accounts/figure_readers.ts'
import { latestOf, listSessions } from '../accounts/terms.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { SessionTable } from '../db/tables.ts'
import type { PeriodKind } from './report.ts'

/** A report belongs to the district or to one organ, never to whoever reads it; `takesIn` is false of an organ that is no office. */
export type Scope = { kind: 'district' } | { kind: 'organ'; id: string; takesIn?: boolean }

type Asking = { scope: Scope; kind: { period: PeriodKind }; procedure: string | null }

export const district: Scope = { kind: 'district' }

/** The organ's people read its scope; those who read the district read every scope. */
export async function mayRead(db: Db, actor: Actor, { scope, kind, procedure }: Asking): Promise<boolean> {
  if (kind.period === 'session') return procedure !== null && isReader(actor, await kindOf(db, actor), procedure)
  const isOwn = scope.kind === 'organ' && scope.id === actor.organ && worksOnCases(actor)
  return isOwn || (await readsDistrictReports(db, actor))
}

/** The sessions whose figures the actor reads, the newest first. */
export async function sessionsReadBy(db: Db, actor: Actor): Promise<SessionTable[]> {
  const kind = await kindOf(db, actor)
  const sessions = await listSessions(db)
  return sessions
    .filter(({ procedure }) => isReader(actor, kind, procedure))
    .toSorted((a, b) => (a.from_day > b.from_day ? -1 : a.from_day < b.from_day ? 1 : a.id < b.id ? -1 : 1))
}

/** Those who read the district, and the office that takes such matters in. */
function isReader(actor: Actor, organKind: string | undefined, id: string): boolean {
  const procedure = latestOf(id)
  return procedure !== undefined && readsBatchesOf(actor, organKind, procedure)
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
