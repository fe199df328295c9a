import type { Db } from '../db/dialect.ts'
import type { OrganTable } from '../db/tables.ts'
import type { Text } from '../law/words.ts'

export type Organs = ReadonlyMap<string, OrganTable>

export async function findOrgans(db: Db, ids: readonly string[]): Promise<Organs> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organs')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function listOrgans(db: Db): Promise<OrganTable[]> {
  return db.selectFrom('organs').selectAll().where('active', '=', 1).orderBy('path').execute()
}

/** The organ and everything above it, nearest first. */
export const selfAndAbove = (organ: Pick<OrganTable, 'path'>): string[] =>
  organ.path.split('/').filter(Boolean).reverse()

export const isBelowOrSame = (organ: Pick<OrganTable, 'path'>, above: string): boolean =>
  organ.path.includes(`/${above}/`)

/** Every organ anywhere below these. */
export async function organsBelow(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('organs').select(['id', 'path']).execute()
  return rows.filter(row => ids.some(id => row.id !== id && isBelowOrSame(row, id))).map(row => row.id)
}

/** The nearest organ above all of these: their common superior; null where there is none. */
export async function commonAbove(db: Db, ids: readonly string[]): Promise<string | null> {
  const found = [...(await findOrgans(db, ids)).values()].map(organ => selfAndAbove(organ).slice(1))
  const [first = [], ...others] = found
  return first.find(id => others.every(above => above.includes(id))) ?? null
}

/** The organ one level up, or null at the top. */
export async function organAbove(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('organs').select('parent').where('id', '=', id).executeTakeFirst()
  return row?.parent ?? null
}

/** The first of these organs, nearest first, that is of one of these kinds. */
export async function nearestOf(db: Db, kinds: readonly string[], ids: readonly string[]): Promise<string | undefined> {
  const found = await findOrgans(db, ids)
  return ids.find(id => kinds.includes(found.get(id)?.kind ?? ''))
}

/** The office that takes in what people file: the first of its kind, in the order of the organ tree. */
export async function defaultOffice(db: Db, kind = 'petition-office'): Promise<string | undefined> {
  const row = await db
    .selectFrom('organs')
    .select('id')
    .where('kind', '=', kind)
    .where('active', '=', 1)
    .orderBy('path')
    .executeTakeFirst()
  return row?.id
}

/**
 * The office for a report of wrongdoing: where the office itself, or an organ above it, is accused, the matter goes
 * past them upward (《信访工作条例》 art. 30), to an office that takes petitions where there is one. Null where nothing
 * above is free of the accusation.
 */
export async function officeFreeOf(db: Db, office: string, accused: readonly string[]): Promise<string | null> {
  const free = (await organChain(db, office)).filter(organ => !selfAndAbove(organ).some(id => accused.includes(id)))
  if (free.some(({ id }) => id === office)) return office
  return (free.find(({ kind }) => offices.includes(kind)) ?? free[0])?.id ?? null
}

const offices = ['petition-office', 'superior']

async function organChain(db: Db, id: string): Promise<OrganTable[]> {
  const organ = await db.selectFrom('organs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!organ) return []
  const found = await findOrgans(db, selfAndAbove(organ))
  return selfAndAbove(organ).flatMap(id => found.get(id) ?? [])
}

/** Its name as it was on a day. */
export async function nameOn(db: Db, organ: string, day: string): Promise<Text | undefined> {
  const row = await db
    .selectFrom('organ_names')
    .select(['zh', 'en'])
    .where('organ', '=', organ)
    .where('from_day', '<=', day)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  return row ?? (await db.selectFrom('organs').select(['zh', 'en']).where('id', '=', organ).executeTakeFirst())
}
