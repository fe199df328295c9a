import type { Actor } from '../accounts/actor.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { CaseData } from './view.ts'

/** Who asked to be kept from the handling organ is known to the office alone. */
export const mayLearnWho = (actor: Actor, office: string, { set }: Pick<CaseData, 'set'>): boolean =>
  set['confidential'] !== true || (worksOnCases(actor) && actor.organ === office)

/** Of these cases those of which the actor may learn who filed them: nobody is found by a name kept from the finder. */
export async function withKnownPetitioner(db: Db, actor: Actor, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(['number', 'office', 'data'])
    .where('number', 'in', [...numbers])
    .execute()
  const kept = rows.filter(row => !mayLearnWho(actor, row.office, JSON.parse(row.data))).map(({ number }) => number)
  return numbers.filter(number => !kept.includes(number))
}
