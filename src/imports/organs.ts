import { record } from '../accounts/change.ts'
import type { By } from '../accounts/change.ts'
import { defaultOffice } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import { randomCode } from '../db/vault.ts'
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

async function addOrgan(trx: Db, by: By, kind: string, parent: string | null, name: Text): Promise<string> {
  const id = `organ-${randomCode(8).toLowerCase()}`
  const above = parent === null ? undefined : await pathOf(trx, parent)
  const organ = { id, kind, parent, path: `${above ?? '/'}${id}/`, zh: name.zh, en: name.en, active: 1 }
  await trx.insertInto('organs').values(organ).execute()
  await trx.insertInto('organ_names').values({ organ: id, zh: name.zh, en: name.en, from_day: '1990-01-01' }).execute()
  await record(trx, 'organs', 'addOrgan', by, organ)
  return id
}

const pathOf = async (trx: Db, id: string) =>
  (await trx.selectFrom('organs').select('path').where('id', '=', id).executeTakeFirst())?.path

const names = {
  district: { zh: '区人民政府', en: 'District Government' },
  office: { zh: '信访局', en: 'Petition Office' },
} satisfies Record<string, Text>
