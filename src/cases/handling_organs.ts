import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { CaseView } from './view.ts'

/** Whether matters may be handed over to all of these: not to bodies of those who sign, nor to the office that does it. */
export async function allHandle(trx: Db, organs: readonly string[], view: CaseView | null): Promise<boolean> {
  if (organs.includes(view?.row.office ?? '')) return false
  const signing = await trx
    .selectFrom('organs')
    .select('id')
    .where('id', 'in', [...organs])
    .where('kind', 'in', ['delegation', 'sector', 'party-group', 'committee', 'mass-organisation'])
    .limit(1)
    .execute()
  return signing.length === 0
}

export const handlesNothing: Text = {
  zh: '代表团、界别、党派、团体、专门委员会和受理部门自己不承办，请另选单位',
  en: 'delegations, sectors, parties, organisations, committees and the office itself handle nothing; choose another organ',
}
