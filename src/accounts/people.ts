import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { PersonTable } from '../db/tables.ts'
import { lookupHash, randomCode } from '../db/vault.ts'
import type { Errors } from '../procedures/read_form.ts'
import { isRole } from '../procedures/roles.ts'
import type { Role } from '../procedures/roles.ts'
import { mixesDuties } from './admins.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'
import { storePassword } from './credentials.ts'
import { manages, rolesGivenBy } from './may.ts'
import { hashPassword } from './password.ts'
import { rolesOf } from './person.ts'
import { endSessionsOf } from './session.ts'

/**
 * People and their roles. A change is an event in the stream `people`; because a name is personal data it stands in the
 * row only, and the event holds a keyed hash of name and login that can prove but not tell them.
 */
export type NewPerson = { name: string; login: string; organ: string; roles: readonly string[] }
/** A hash already made, or none: then the one-time password must be changed at the first sign-in. */
export type FirstPassword = { hash: string; mustChange: boolean }

/** Adds a person with a one-time password, which is given back once and kept nowhere. */
export async function addPerson(store: Store, by: By, asked: NewPerson): Promise<Changed & { password?: string }> {
  const password = oneTimePassword()
  const first = { hash: await hashPassword(password), mustChange: true }
  const changed = await change(store, trx => seatPerson(store, trx, by, asked, first))
  return changed.outcome === 'done' ? { ...changed, password } : changed
}

/** The same within a transaction, with the password as given. */
export async function seatPerson(
  store: Store,
  trx: Db,
  by: By,
  asked: NewPerson,
  first: FirstPassword,
): Promise<Changed> {
  const login = asked.login.toLowerCase()
  const errors = { ...(await checkLogin(trx, login)), ...(await checkPlace(trx, by, asked)) }
  if (Object.keys(errors).length > 0) return invalid(errors)
  const { name, organ } = asked
  const row = { id: randomUUID(), login, name, organ, roles: JSON.stringify(asked.roles), active: 1 }
  await trx.insertInto('people').values(row).execute()
  await storePassword(trx, row.id, { ...first, now: by.now })
  await record(trx, 'people', 'addPerson', by, payloadOf(store, row))
  return done(row.id)
}

export type PersonChange = { name: string; organ: string; roles: readonly string[]; active: boolean }

/** Changes name, organ, roles, or closes the account; whoever is closed is signed out and their tokens end. */
export async function changePerson(store: Store, by: By, id: string, asked: PersonChange): Promise<Changed> {
  return change(store, async trx => {
    const before = await findManaged(trx, by, id)
    if (!before) return absent
    const errors = { ...(await checkPlace(trx, by, asked)), ...(await checkStanding(trx, by, before, asked)) }
    if (Object.keys(errors).length > 0) return invalid(errors)
    const { name, organ, active } = asked
    const row = { ...before, name, organ, roles: JSON.stringify(asked.roles), active: active ? 1 : 0 }
    await trx.updateTable('people').set(row).where('id', '=', id).execute()
    if (!active) await shutOut(trx, by, id)
    await record(trx, 'people', 'changePerson', by, payloadOf(store, row))
    return done(id)
  })
}

/** A new one-time password, given back once; every session ends. */
export async function resetPassword(store: Store, by: By, id: string): Promise<Changed & { password?: string }> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const changed = await change(store, async trx => {
    if (!(await findManaged(trx, by, id))) return absent
    await storePassword(trx, id, { hash, mustChange: true, now: by.now })
    await endSessionsOf(trx, id)
    await record(trx, 'security', 'resetPassword', by, { person: id })
    return done(id)
  })
  return changed.outcome === 'done' ? { ...changed, password } : changed
}

/** Lets a locked person try again at once. */
export async function unlock(store: Store, by: By, id: string): Promise<Changed> {
  return change(store, async trx => {
    if (!(await findManaged(trx, by, id))) return absent
    await trx.updateTable('credentials').set({ failures: 0, locked_until: null }).where('person', '=', id).execute()
    await record(trx, 'security', 'unlock', by, { person: id })
    return done(id)
  })
}

/** The person, where this administrator looks after them: a unit's administrator never touches another administrator. */
export async function findManaged(db: Db, { actor }: Pick<By, 'actor'>, id: string): Promise<PersonTable | undefined> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  if (!person) return undefined
  const organ = await db.selectFrom('organs').select('path').where('id', '=', person.organ).executeTakeFirst()
  const given = rolesGivenBy(actor)
  const isTheirs = organ && manages(actor, organ) && rolesOf(person).every(role => given.includes(role))
  return isTheirs ? person : undefined
}

const oneTimePassword = () => randomCode(12)

const payloadOf = (store: Store, { id, organ, roles, active, name, login }: PersonTable) => ({
  id,
  organ,
  roles: JSON.parse(roles),
  active,
  named: lookupHash(store.master, 'person', JSON.stringify([id, name, login])),
})

async function checkLogin(trx: Db, login: string): Promise<Errors> {
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)) return { login: [badLogin] }
  const taken = await trx.selectFrom('people').select('id').where('login', '=', login).executeTakeFirst()
  return taken ? { login: [takenLogin] } : {}
}

async function checkPlace(trx: Db, { actor }: By, asked: { organ: string; roles: readonly string[] }): Promise<Errors> {
  const organ = await trx
    .selectFrom('organs')
    .select('path')
    .where('id', '=', asked.organ)
    .where('active', '=', 1)
    .executeTakeFirst()
  const roles = asked.roles.filter(isRole)
  return {
    ...(!(organ && manages(actor, organ)) && { organ: [notYourOrgan] }),
    ...((roles.length !== asked.roles.length || roles.length === 0) && { roles: [noRole] }),
    ...(roles.some(role => !rolesGivenBy(actor).includes(role)) && { roles: [notYourRole] }),
    ...(mixesDuties(roles) && { roles: [threeAdmins] }),
  }
}

/** Nobody changes their own standing, and the last of a kind of administrator stays. */
async function checkStanding(trx: Db, { actor }: By, before: PersonTable, asked: PersonChange): Promise<Errors> {
  const had = rolesOf(before)
  const isSame = asked.active && asked.organ === before.organ && sameRoles(had, asked.roles)
  if (before.id === actor.id && !isSame) return { '': [notYourself] }
  const lost = had.filter(role => rare.includes(role) && (!asked.active || !asked.roles.includes(role)))
  const others =
    lost.length === 0
      ? []
      : await trx.selectFrom('people').select('roles').where('active', '=', 1).where('id', '<>', before.id).execute()
  return lost.some(role => !others.some(row => rolesOf(row).includes(role))) ? { roles: [lastOne] } : {}
}

const rare: readonly Role[] = ['system-admin', 'security-auditor']

const sameRoles = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every(role => b.includes(role))

async function shutOut(trx: Db, { now }: By, person: string) {
  await endSessionsOf(trx, person)
  await trx
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .execute()
}

// prettier-ignore
const [badLogin, takenLogin, notYourOrgan, noRole, notYourRole, threeAdmins, notYourself, lastOne] = [
  { zh: '登录名用2到40个小写字母、数字、点、横线，以字母或者数字开头', en: 'A login is 2 to 40 lower-case letters, digits, dots or dashes, beginning with a letter or digit' },
  { zh: '这个登录名已经有人用了，请换一个', en: 'This login is taken; choose another' },
  { zh: '请选择您管理的单位', en: 'Choose an organ you look after' },
  { zh: '请至少选择一个角色', en: 'Choose at least one role' },
  { zh: '其中有您不能授予的角色，请联系系统管理员', en: 'You cannot give one of these roles; ask the system administrator' },
  { zh: '系统管理员、单位管理员、安全审计员须由不同的人担任，也不兼办信访事项（等级保护：管理权限分离）', en: 'System, unit and security administration are for different people who handle no cases (graded protection: separation of duties)' },
  { zh: '不能变更自己的单位、角色或者停用自己的账号，请由另一位管理员办理', en: 'You cannot change your own organ or roles, or close your own account; another administrator must' },
  { zh: '这是最后一位系统管理员或者安全审计员，请先指定接任的人', en: 'This is the last system administrator or security auditor; appoint the successor first' },
]
