import type { By } from '../accounts/change.ts'
import { seatOrgan } from '../accounts/organ_changes.ts'
import type { OrganKind } from '../accounts/organ_kinds.ts'
import { defaultOffice } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'

/** Organs by every name they bear or bore, the present ones first. */
export async function organsByName(db: Db): Promise<Map<string, string>> {
  const organs = await db.selectFrom('organs').select(['id', 'zh', 'en']).orderBy('active').orderBy('path').execute()
  const earlier = await db.selectFrom('organ_names').select(['organ', 'zh', 'en']).orderBy('from_day').execute()
  return new Map([
    ...earlier.flatMap(({ organ, zh, en }): [string, string][] => [
      [nameKey(en), organ],
      [nameKey(zh), organ],
    ]),
    ...organs.flatMap(({ id, zh, en }): [string, string][] => [
      [nameKey(en), id],
      [nameKey(zh), id],
    ]),
  ])
}

/** Streets and townships by every name they bear or bore. */
export async function streetsByName(db: Db): Promise<Map<string, string>> {
  const streets = await db.selectFrom('organs').select('id').where('kind', '=', 'street').execute()
  const ids = new Set(streets.map(({ id }) => id))
  return new Map([...(await organsByName(db))].filter(([, id]) => ids.has(id)))
}

/** A name however it is spaced, cased or widened. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The office that registers what a ledger holds; made, with its district, where nothing has been set up. */
export async function officeOf(trx: Db, by: By): Promise<string> {
  const office = await defaultOffice(trx)
  if (office !== undefined) return office
  const root = (await districtOf(trx)) ?? (await addOrgan(trx, by, 'government', null, names.district))
  return addOrgan(trx, by, 'petition-office', root, names.office)
}

/** A department of the district, under the name the ledger gives it in both languages. */
export async function addDepartment(trx: Db, by: By, name: string): Promise<string> {
  return addOrgan(trx, by, 'department', (await districtOf(trx)) ?? null, { zh: name, en: name })
}

async function districtOf(trx: Db): Promise<string | undefined> {
  const office = await defaultOffice(trx)
  const row = await trx
    .selectFrom('organs')
    .select(['id', 'parent'])
    .where(eb => (office === undefined ? eb('kind', '=', 'government') : eb('id', '=', office)))
    .orderBy('path')
    .executeTakeFirst()
  return office === undefined ? row?.id : (row?.parent ?? row?.id)
}

async function addOrgan(trx: Db, by: By, kind: OrganKind, parent: string | null, name: Text): Promise<string> {
  const added = await seatOrgan(trx, by, { ...name, kind, parent })
  if (added.outcome === 'done') return added.id
  throw new Error(`The organ “${name.zh}” cannot be made: ${JSON.stringify(added)}`)
}

const names = {
  district: { zh: '区人民政府', en: 'District Government' },
  office: { zh: '信访局', en: 'Petition Office' },
} satisfies Record<string, Text>
