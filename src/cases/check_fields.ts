import { visitor } from '../accounts/actor.ts'
import type { Actor } from '../accounts/actor.ts'
import { findOrgans, isBelowOrSame } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { agencyIn } from './agency.ts'
import { listLeaders } from './leaders.ts'
import { partsIn } from './parts.ts'
import { checkRecusal } from './recusal.ts'
import type { CaseView } from './view.ts'
import { isSecondFact, readParty } from './words.ts'

/** What a form says that only the house can tell true: who one is, an organ of the right sort, a leader there is. */
export async function checkFields(
  store: Store,
  trx: Db,
  { form, spec, view, actor }: { form: Parted; spec: Act; view: CaseView | null; actor: Actor },
): Promise<Errors> {
  const errors: Errors = {}
  for (const { name, field } of fieldsOf(spec.form)) {
    const value = form.log[name]
    if (field.kind === 'fact' && view && !(await isProven(store, trx, form, view, actor))) errors[name] = [wrongFact]
    if (field.kind === 'id' && field.keep === 'nowhere' && view && !(await isTheirs(store, trx, form, name, view)))
      errors[name] = [(await hasIdentity(store, trx, view)) ? wrongIdentity : noIdentity]
    if (field.kind === 'leader' && typeof value === 'string' && !(await isLeader(trx, value, view)))
      errors[name] = [noSuchLeader]
    if (field.among && typeof value === 'string' && !(await isAmong(trx, field.among, value, actor)))
      errors[name] = [notAmong[field.among]]
    if (field.kind === 'parts' && view && !areOpen(view, field, value)) errors[name] = [noSuchPart]
  }
  const isRecusal = view !== null && spec.walls?.staff === true
  return isRecusal ? { ...errors, ...(await checkRecusal(store, trx, { form, spec, view, actor })) } : errors
}

/** Each once, and each still open in a role and state that was asked for. */
function areOpen(view: CaseView, { of }: Field, named: unknown): boolean {
  if (!Array.isArray(named)) return named === undefined
  const open = of ? partsIn(view, of).map(({ id }) => id) : []
  return new Set(named).size === named.length && named.every(id => open.includes(id))
}

/** Officials are asked for no second fact; whoever comes with a query code is. */
async function isProven(store: Store, trx: Db, form: Parted, view: CaseView, actor: Actor): Promise<boolean> {
  if (!actor.roles.includes('petitioner')) return true
  const { number } = view.row
  const lastFour = form.nowhere['secondFact'] ?? ''
  if (await isSecondFact(store, trx, number, lastFour)) return true
  return standsAsAgent(view) && isSecondFact(store, trx, number, lastFour, 'agent')
}

/** An agent whose authority an official has seen: whoever holds the query code alone cannot name one and be believed. */
function standsAsAgent(view: CaseView): boolean {
  const agency = agencyIn(view)
  return agency !== undefined && agency.by !== visitor.id
}

async function isTheirs(store: Store, trx: Db, form: Parted, name: string, view: CaseView): Promise<boolean> {
  const party = await readParty(trx, store.master, view.row.number)
  return party?.idNumber !== undefined && party.idNumber === form.nowhere[name]
}

async function hasIdentity(store: Store, trx: Db, { row }: CaseView): Promise<boolean> {
  return (await readParty(trx, store.master, row.number))?.idNumber !== undefined
}

/** One of those offered: in office, and free to know of the matter. */
const isLeader = async (trx: Db, id: string, view: CaseView | null): Promise<boolean> =>
  (await listLeaders(trx, view ?? undefined)).some(({ value }) => value === id)

async function isAmong(trx: Db, among: NonNullable<Field['among']>, id: string, actor: Actor): Promise<boolean> {
  const organ = (await findOrgans(trx, [id])).get(id)
  if (!organ) return true
  if (among === 'streets') return organ.kind === 'street'
  if (among === 'others') return id !== actor.organ
  if (among === 'offices') return organ.kind === 'petition-office' && id !== actor.organ
  return actor.organ !== null && id !== actor.organ && isBelowOrSame(organ, actor.organ)
}

const wrongFact: Text = {
  zh: '与登记的电话或者身份证号码后四位不符，请核对',
  en: 'It does not match the telephone or identity number on record',
}
const wrongIdentity: Text = {
  zh: '与登记的身份证号码不符，请核对证件',
  en: 'It does not match the identity number on record; please check the card',
}
const noIdentity: Text = {
  zh: '本件没有登记身份证号码，无从核对，不能办理；请信访人凭原查询码办理',
  en: 'No identity number is on record to compare it with, so this cannot be done; the petitioner needs the old query code',
}
const noSuchPart: Text = { zh: '名单刚才有了变化，请重新选择', en: 'The list has just changed; choose again' }
export const noSuchLeader: Text = { zh: '请从名单中选择一位领导', en: 'Choose a leader from the list' }
const notAmong: Readonly<Record<NonNullable<Field['among']>, Text>> = {
  below: { zh: '只能交给本单位的下级机关', en: 'Choose an organ below your own' },
  offices: { zh: '请选择另一个信访部门', en: 'Choose another petition office' },
  streets: { zh: '请选择街道或者乡镇', en: 'Choose a street or township' },
  others: { zh: '请选择本单位以外的单位', en: 'Choose an organ other than your own' },
}
