import { system } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { Because } from './decide.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

/** Why an act that follows another case may not be done yet: that one has not come so far. */
export async function followsTooEarly(trx: Db, { follows, cites }: Act, view: CaseView): Promise<Because | undefined> {
  if (!follows) return undefined
  const number = view.data.did[follows.act]?.input[follows.field]
  const main = typeof number === 'string' ? await findCase(trx, system, number) : undefined
  if (main && follows.in.includes(main.row.state)) return undefined
  return { reason: follows.because, article: sayCitation(oneOrMore(cites)[0] ?? 'office') }
}
