import { randomBytes } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import { urls } from '../http/urls.ts'
import type { Role } from '../procedures/roles.ts'
import { system } from './actor.ts'
import { absent, change, done, record } from './change.ts'
import type { Changed } from './change.ts'
import { seatOrgan } from './organ_changes.ts'
import { hashPassword } from './password.ts'
import { seatPerson } from './people.ts'

/** What a set-up link is for: the district with its first system administrator, then one of the two other administrators. */
export type Purpose = 'district' | 'security-auditor' | 'unit-admin'

/** Where the house is still empty, the path of the one page that furnishes it, valid once; otherwise null. */
export async function setupLink(store: Store, now: string): Promise<string | null> {
  return change(store, async trx => {
    if (await trx.selectFrom('people').select('id').limit(1).executeTakeFirst()) return null
    await trx.deleteFrom('setup').where('used_at', 'is', null).execute()
    await record(trx, 'security', 'offerSetup', { actor: system, now }, {})
    return urls.setup(await addToken(store, trx, 'district'))
  })
}

/** What an unused link is for, or null. */
export async function purposeOf(store: Store, token: string): Promise<Purpose | null> {
  const row = await store.db
    .selectFrom('setup')
    .select('purpose')
    .where('hash', '=', hashOf(store, token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return purposes.find(purpose => purpose === row?.purpose) ?? null
}

export type FirstPerson = { name: string; login: string; password: string }
export type District = FirstPerson & { governmentZh: string; governmentEn: string } & {
  officeZh: string
  officeEn: string
  superiorZh?: string | undefined
  superiorEn?: string | undefined
}

/** Furnishes an empty house: three organs, the system's administrator, and links for the two other administrators. */
export async function setUpDistrict(
  store: Store,
  now: string,
  token: string,
  asked: District,
): Promise<Changed & { links?: { purpose: Purpose; path: string }[] }> {
  const hash = await hashPassword(asked.password)
  const links: { purpose: Purpose; path: string }[] = []
  const changed = await allOrNothing(store, async trx => {
    if (!(await use(store, trx, now, token))) return absent
    const by = { actor: system, now }
    const superior = await seatOrgan(trx, by, { ...superiorOf(asked), kind: 'superior', parent: null })
    if (superior.outcome !== 'done') return superior
    const names = { zh: asked.governmentZh, en: asked.governmentEn }
    const government = await seatOrgan(trx, by, { ...names, kind: 'government', parent: superior.id })
    if (government.outcome !== 'done') return renamed(government, 'governmentZh')
    const office = { zh: asked.officeZh, en: asked.officeEn }
    const seated = await seatOrgan(trx, by, { ...office, kind: 'petition-office', parent: government.id })
    if (seated.outcome !== 'done') return renamed(seated, 'officeZh')
    links.splice(0)
    for (const purpose of ['security-auditor', 'unit-admin'] as const)
      links.push({ purpose, path: urls.setup(await addToken(store, trx, purpose)) })
    return seatFirst(store, trx, now, asked, government.id, 'system-admin', hash)
  })
  return changed.outcome === 'done' ? { ...changed, links } : changed
}

/** The security auditor or the unit administrator takes their seat: another person than those before. */
export async function setUpAdmin(store: Store, now: string, token: string, asked: FirstPerson): Promise<Changed> {
  const hash = await hashPassword(asked.password)
  const purpose = await purposeOf(store, token)
  if (purpose === null || purpose === 'district') return absent
  return allOrNothing(store, async trx => {
    if (!(await use(store, trx, now, token))) return absent
    const government = await trx
      .selectFrom('organs')
      .select('id')
      .where('kind', '=', 'government')
      .where('active', '=', 1)
      .orderBy('path')
      .executeTakeFirstOrThrow()
    return seatFirst(store, trx, now, asked, government.id, purpose, hash)
  })
}

const purposes: readonly Purpose[] = ['district', 'security-auditor', 'unit-admin']

async function addToken(store: Store, trx: Db, purpose: Purpose): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await trx
    .insertInto('setup')
    .values({ hash: hashOf(store, token), purpose, used_at: null })
    .execute()
  return token
}

const hashOf = (store: Store, token: string) => lookupHash(store.master, 'setup', token)

/** Uses the link up; false where it is used, or there is none. */
async function use(store: Store, trx: Db, now: string, token: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('setup')
    .set({ used_at: now })
    .where('hash', '=', hashOf(store, token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const superiorOf = ({ superiorZh, superiorEn }: District) => ({
  zh: superiorZh ?? '上级信访机关',
  en: superiorEn ?? superiorZh ?? 'Superior petition organ',
})

const renamed = (changed: Changed, name: string): Changed =>
  changed.outcome === 'invalid'
    ? { outcome: 'invalid', errors: { [name]: Object.values(changed.errors).flat() } }
    : changed

async function seatFirst(
  store: Store,
  trx: Db,
  now: string,
  { name, login }: FirstPerson,
  organ: string,
  role: Role,
  hash: string,
): Promise<Changed> {
  const by = { actor: system, now }
  const seated = await seatPerson(store, trx, by, { name, login, organ, roles: [role] }, { hash, mustChange: false })
  if (seated.outcome === 'done') await record(trx, 'security', 'useSetup', by, { person: seated.id })
  return seated.outcome === 'done' ? done(seated.id) : seated
}

/** What was not done leaves nothing behind: the link still works for the corrected form. */
async function allOrNothing(store: Store, work: (trx: Db) => Promise<Changed>): Promise<Changed> {
  try {
    return await change(store, async trx => {
      const changed = await work(trx)
      if (changed.outcome !== 'done') throw new Undone(changed)
      return changed
    })
  } catch (error) {
    if (error instanceof Undone) return error.changed
    throw error
  }
}

class Undone extends Error {
  readonly changed: Changed
  constructor(changed: Changed) {
    super('not done')
    this.changed = changed
  }
}
