import { findOrgans } from '../accounts/organs.ts'
import { hasPower } from '../accounts/organ_kinds.ts'
import type { Db } from '../db/dialect.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, PartRole } from '../procedures/procedure.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { Because } from './decide.ts'
import type { CaseView } from './view.ts'

/** An accusation is handled only by an organ with the power to (《信访工作条例》 art. 30); other matters by any. */
export async function mayTake(trx: Db, organ: string, isRestricted: boolean): Promise<boolean> {
  if (!isRestricted) return true
  const row = (await findOrgans(trx, [organ])).get(organ)
  return row !== undefined && hasPower(row)
}

/** Does this act hand the matter, being an accusation, to an organ that is to work on it? */
export const needsPower = (spec: Act, view: CaseView | null): boolean =>
  view?.row.restricted === 1 && oneOrMore(spec.assigns ?? []).some(({ role }) => working.includes(role))

/** Who reviews, supervises or instructs is not chosen for handling it. */
const working: readonly PartRole[] = ['sole', 'lead', 'co-handler', 'separate', 'hop']

export const noPower: Because = {
  reason: {
    zh: '检举控告类事项只能转给纪检监察机关或者有权处理的机关，请另选机关；确有权限的，请系统管理员在单位名录中认定',
    en: 'an accusation may go only to a discipline organ or one with the power to handle it; choose another, or have the system administrator set that power among the organs',
  },
  article: sayCitation('XF 30'),
}
