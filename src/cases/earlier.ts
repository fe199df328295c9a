import { system } from '../accounts/actor.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { repeatedBy } from './marks.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

/** A form that names a case means an earlier one; one hidden from the actor cannot be told from one that is not there. */
export async function checkEarlier(trx: Db, form: Parted, spec: Act, view: CaseView, actor: Actor): Promise<Errors> {
  const errors: Errors = {}
  for (const { name, field } of fieldsOf(spec.form)) {
    const number = form.log[name]
    if (field.kind !== 'case' || typeof number !== 'string') continue
    const problem = field.in
      ? await problemWithMain(trx, number, view, actor, field.in)
      : await problemWith(trx, number, view, actor, field.after)
    if (problem) errors[name] = [problem]
  }
  return errors
}

async function problemWith(
  trx: Db,
  number: string,
  view: CaseView,
  actor: Actor,
  after: readonly string[] | undefined,
) {
  const { procedure, row } = view
  if (number === row.number) return itself
  const earlier = await findCase(trx, actor, number)
  if (!earlier || earlier.procedure.id !== procedure.id) return notFound
  if (after && !standsAfter(earlier, after)) return notConcluded
  if (after) return (await isOfSamePerson(trx, view, number)) ? undefined : ofAnother
  if (earlier.row.received_on > row.received_on) return receivedLater
  return (await leadsTo(trx, earlier, row.number)) ? theOtherWay : undefined
}

/** Another of the same office, far enough on its way. */
async function problemWithMain(
  trx: Db,
  number: string,
  { procedure, row }: CaseView,
  actor: Actor,
  states: readonly string[],
): Promise<Text | undefined> {
  if (number === row.number) return itself
  const main = await findCase(trx, actor, number)
  if (!main || main.procedure.id !== procedure.id || main.row.office !== row.office) return notFound
  if (main.row.session !== row.session) return otherSession
  return states.includes(main.row.state) && main.row.label !== null ? undefined : notYet
}

/** One of these acts was done, and none after it has voided what was decided. */
function standsAfter({ procedure, data }: CaseView, acts: readonly string[]): boolean {
  const lastOf = (names: readonly string[]) => Math.max(-1, ...names.map(act => data.did[act]?.seq ?? -1))
  const voiding = Object.keys(procedure.acts).filter(act => procedure.acts[act]?.voids)
  return lastOf(acts) > lastOf(voiding)
}

/** Both filed under one identity number or telephone (an agent may serve several), or found by the office to repeat it. */
async function isOfSamePerson(trx: Db, view: CaseView, number: string): Promise<boolean> {
  const petitionersOf = (of: string) =>
    trx.selectFrom('parties').select('id').where('case_number', '=', of).where('role', '=', 'petitioner')
  const common = await trx
    .selectFrom('party_hashes as mine')
    .innerJoin('party_hashes as theirs', on =>
      on.onRef('theirs.hash', '=', 'mine.hash').onRef('theirs.kind', '=', 'mine.kind'),
    )
    .select('mine.party')
    .where('mine.party', 'in', petitionersOf(view.row.number))
    .where('theirs.party', 'in', petitionersOf(number))
    .where('mine.kind', 'in', ['idNumber', 'phone'])
    .executeTakeFirst()
  return common !== undefined || leadsTo(trx, view, number)
}

/** Of two received on one day only one can repeat the other. */
async function leadsTo(trx: Db, from: CaseView, number: string): Promise<boolean> {
  const before = repeatedBy(from)
  if (before === undefined || before === number) return before === number
  const next = await findCase(trx, system, before)
  return next !== undefined && leadsTo(trx, next, number)
}

const itself: Text = {
  zh: '这是本件自己的编号，请填写在先的那一件',
  en: 'This is the case itself; give the earlier one',
}
const notFound: Text = { zh: '查不到这个编号，请核对', en: 'No such number was found; please check it' }
const receivedLater: Text = {
  zh: '那一件收到在后，请在那一件上关联本件',
  en: 'That one was received later; link it to this one, on its own page',
}
const notConcluded: Text = {
  zh: '那一件没有已经送达的复核意见，不能据此不再受理',
  en: 'No re-review of that one has been served; it cannot be the ground to decline',
}
const ofAnother: Text = {
  zh: '那一件不是同一信访人提出的；确属同一人的，请先关联为重复件',
  en: 'That one was filed by another person; if it is the same person, link it as a repeat first',
}
const notYet: Text = {
  zh: '那一件还没有立案，或者已经不再办理，不能并入',
  en: 'That one is not filed yet, or is handled no more; nothing can be merged into it',
}
const otherSession: Text = {
  zh: '那一件属于另一届次，只能并入同一届次的提案',
  en: 'That one belongs to another session; merge only within one session',
}
const theOtherWay: Text = {
  zh: '那一件已经关联为本件的重复件，请先取消那边的关联',
  en: 'That one is linked as repeating this one; unlink it there first',
}
