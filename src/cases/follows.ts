import { system } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { Because } from './decide.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

/** Why an act that follows another case may not be done yet: that one has not come so far. */
export async function followsTooEarly(trx: Db, { follows, cites }: Act, view: CaseView): Promise<Because | undefined> {
  if (!follows) return undefined
  const main = await mainOf(trx, follows, view)
  if (main && follows.in.includes(main.row.state)) return undefined
  return { reason: follows.because, article: sayCitation(oneOrMore(cites)[0] ?? 'office') }
}

/** What is repeated of another case is said as it was said there. */
export async function checkRepeated(trx: Db, { follows }: Act, { log }: Parted, view: CaseView): Promise<Errors> {
  const repeats = follows?.repeats
  const main = follows && repeats && (await mainOf(trx, follows, view))
  if (!main || !follows.in.includes(main.row.state)) return {}
  const { of, organ, fields } = repeats
  const part = main.assignments.find(
    part => part.is_open === 1 && part.organ === log[organ] && main.data.did[`${of}@${part.id}`] !== undefined,
  )
  if (!part) return { [organ]: [gaveNoAnswer] }
  const said = main.data.did[`${main.procedure.acts[of]?.issues ?? of}@${part.id}`]?.input ?? {}
  return Object.fromEntries(fields.flatMap(name => (said[name] === log[name] ? [] : [[name, [saidOtherwise]]])))
}

async function mainOf(trx: Db, { act, field }: NonNullable<Act['follows']>, view: CaseView) {
  const number = view.data.did[act]?.input[field]
  return typeof number === 'string' ? findCase(trx, system, number) : undefined
}

const gaveNoAnswer: Text = {
  zh: '这个单位没有答复主案，请选择答复主案的单位',
  en: 'This organ gave no answer there; choose one that did',
}
const saidOtherwise: Text = {
  zh: '与这个单位对主案的答复不一致，请照主案填写',
  en: 'This organ’s answer there says otherwise; repeat what it says',
}
