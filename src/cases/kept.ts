import type { Actor } from '../accounts/actor.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { CaseData } from './view.ts'

/** Who asked to be kept from the handling organ is known to the office alone. */
export const mayLearnWho = (actor: Actor, office: string, { set }: Pick<CaseData, 'set'>): boolean =>
  set['confidential'] !== true || (worksOnCases(actor) && actor.organ === office)

/** Stands where the name or the delegation of somebody who signed would. */
export const keptSigner = ({ office }: Pick<Procedure, 'office'>): Text =>
  office === 'cppcc'
    ? { zh: '委员（已请求保密）', en: 'Member (asked for confidentiality)' }
    : { zh: '代表（已请求保密）', en: 'Deputy (asked for confidentiality)' }

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
