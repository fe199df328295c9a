import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import type { Act } from '../procedures/procedure.ts'
import { isSeated } from './decide.ts'
import { namesListed, officialsCalled, officialsIn } from './officials_named.ts'
import type { Official } from './officials_named.ts'
import { organsInvolved } from './view.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'

export type Deciding = { form: Parted; spec: Act; view: CaseView; actor: Actor }

/**
 * 《信访工作条例》 art. 28: an organ decides on its own people, and nobody on themselves. What concerns a head is for the
 * head of the petition office, who then decides on everyone the request names.
 */
export async function checkRecusal(store: Store, trx: Db, deciding: Deciding): Promise<Errors> {
  const { spec, actor, view } = deciding
  const field = spec.walls?.people ?? ''
  const { names, called, meant, concerned } = await whoIsMeant(store, trx, deciding)
  if (concerned.some(({ id }) => id === actor.id)) return { decision: [notOnOneself] }
  if (concerned.some(isHead) && !decidesOnHeads(actor, view)) return { decision: [notOnAHead] }
  const unknown = names.filter(name => !called.some(official => official.name === name))
  if (unknown.length > 0) return { [field]: [noSuchOfficial(unknown)] }
  const foreign = names.filter(name => !meant.some(official => official.name === name))
  if (foreign.length > 0) return { [field]: [notYours(foreign)] }
  if (meant.some(({ id }) => id === actor.id)) return { [field]: [notOnOneself] }
  if (meant.some(isHead) && !decidesOnHeads(actor, view)) return { [field]: [notOnAHead] }
  return {}
}

/** Those whom a decision walls off: of people with one name only those the decider may decide on. */
export const recused = async (store: Store, trx: Db, deciding: Deciding): Promise<string[]> =>
  (await whoIsMeant(store, trx, deciding)).meant.map(({ id }) => id)

async function whoIsMeant(store: Store, trx: Db, { form, spec, view, actor }: Deciding) {
  const names = namesListed(form.text[spec.walls?.people ?? ''] ?? '')
  const called = await officialsCalled(trx, names)
  const involved = organsInvolved(view)
  const isInvolved = ({ organ }: Official) => involved.includes(organ)
  const concerned = (await officialsIn(trx, await requestOn(store, trx, view))).filter(isInvolved)
  const isOfHead = (official: Official) =>
    isHead(official) ? isInvolved(official) : concerned.some(isHead) && concerned.some(({ id }) => id === official.id)
  const mayDecideOn = (official: Official) =>
    official.organ === actor.organ || (decidesOnHeads(actor, view) && isOfHead(official))
  return { names, called, meant: called.filter(mayDecideOn), concerned }
}

/** Whom the requests that wait for a decision ask to stand aside, in their own words. */
async function requestOn(store: Store, trx: Db, { row, data }: CaseView): Promise<string> {
  const texts = await readTexts(trx, store.master, row.number)
  const waiting = texts.filter(({ seq, field }) => field === 'who' && seq > (data.did['decideRecusal']?.seq ?? 0))
  return waiting.map(({ text }) => text).join('\n')
}

const isHead = ({ roles }: Pick<Official, 'roles'>) => roles.includes('director') || roles.includes('chief')

const decidesOnHeads = (actor: Actor, view: CaseView) => isSeated('chief', actor, view)

const noSuchOfficial = (names: readonly string[]): Text => ({
  zh: `没有叫“${names.join('、')}”的工作人员，请核对；只写姓名，几个人用顿号分开`,
  en: `No official is called “${names.join(', ')}”; write names only, separated by commas`,
})
const notYours = (names: readonly string[]): Text => ({
  zh: `“${names.join('、')}”不是本单位的工作人员，应由其所在单位的负责人决定`,
  en: `“${names.join(', ')}” is not of your organ; the head of their own organ decides`,
})
const notOnOneself: Text = {
  zh: '申请您本人回避的，您不能自己决定；请由另一位负责人决定，或者自行回避',
  en: 'You cannot decide on your own recusal; another head decides, or you recuse yourself',
}
const notOnAHead: Text = {
  zh: '申请单位负责人回避的，由信访部门负责人决定',
  en: 'The recusal of the head of an organ is decided by the head of the petition office',
}
