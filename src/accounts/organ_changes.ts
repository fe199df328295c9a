import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { OrganTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'
import { hasPowerByLaw } from './organ_kinds.ts'
import type { OrganKind } from './organ_kinds.ts'

export type NewOrgan = { zh: string; en: string; kind: OrganKind; parent: string | null }

/** The tree of organs. Names are dated: a figure or a letter of an earlier day prints the name of that day. */
export const addOrgan = (store: Store, by: By, asked: NewOrgan): Promise<Changed> =>
  change(store, trx => seatOrgan(trx, by, asked))

export async function seatOrgan(trx: Db, by: By, { zh, en, kind, parent }: NewOrgan): Promise<Changed> {
  const above = parent === null ? undefined : await findActive(trx, parent)
  if (parent !== null && !above) return invalid({ parent: [noSuchOrgan] })
  if (await isNamed(trx, zh)) return invalid({ zh: [nameTaken] })
  const id = randomUUID()
  const row = { id, kind, parent, path: `${above?.path ?? '/'}${id}/`, zh, en, active: 1 }
  await trx
    .insertInto('organs')
    .values({ ...row, takes_accusations: 0 })
    .execute()
  await trx.insertInto('organ_names').values({ organ: id, zh, en, from_day: firstDay }).execute()
  await record(trx, 'organs', 'addOrgan', by, row)
  return done(id)
}

/** The name from a day on, today or earlier. */
export async function renameOrgan(
  store: Store,
  by: By,
  id: string,
  { zh, en, from }: { zh: string; en: string; from: Day },
): Promise<Changed> {
  return change(store, async trx => {
    if (!(await findActive(trx, id))) return absent
    if (from > dayOf(by.now)) return invalid({ from: [notYet] })
    if (await isNamed(trx, zh, id)) return invalid({ zh: [nameTaken] })
    await trx
      .insertInto('organ_names')
      .values({ organ: id, zh, en, from_day: from })
      .onConflict(conflict => conflict.columns(['organ', 'from_day']).doUpdateSet({ zh, en }))
      .execute()
    const last = await trx
      .selectFrom('organ_names')
      .select(['zh', 'en'])
      .where('organ', '=', id)
      .orderBy('from_day', 'desc')
      .executeTakeFirstOrThrow()
    await trx.updateTable('organs').set(last).where('id', '=', id).execute()
    await record(trx, 'organs', 'renameOrgan', by, { id, zh, en, from }, from)
    return done(id)
  })
}

/** Puts an organ, with all below it, under another. */
export async function moveOrgan(store: Store, by: By, id: string, parent: string): Promise<Changed> {
  return change(store, async trx => {
    const organ = await findActive(trx, id)
    if (!organ) return absent
    const above = await findActive(trx, parent)
    if (!above || organ.parent === null) return invalid({ parent: [noSuchOrgan] })
    if (above.path.startsWith(organ.path)) return invalid({ parent: [underItself] })
    const path = `${above.path}${id}/`
    await trx
      .updateTable('organs')
      .set({ path: sql`${path} || substr(path, ${sql.lit(organ.path.length + 1)})` })
      .where(sql<string>`substr(path, 1, ${sql.lit(organ.path.length)})`, '=', organ.path)
      .execute()
    await trx.updateTable('organs').set({ parent }).where('id', '=', id).execute()
    await record(trx, 'organs', 'moveOrgan', by, { id, parent })
    return done(id)
  })
}

/** Says whether it has power over accusations (《信访工作条例》 art. 30), on what ground; some kinds have it by law. */
export async function empowerOrgan(
  store: Store,
  by: By,
  id: string,
  { takes, source }: { takes: boolean; source: string },
): Promise<Changed> {
  return change(store, async trx => {
    const organ = await findActive(trx, id)
    if (!organ || hasPowerByLaw(organ)) return absent
    const value = takes ? 1 : 0
    if (organ.takes_accusations === value) return invalid({ takes: [sameAsBefore] })
    await trx.updateTable('organs').set({ takes_accusations: value }).where('id', '=', id).execute()
    await record(trx, 'organs', 'empowerOrgan', by, { id, takes, source })
    return done(id)
  })
}

/** Closes an organ that has no people, no organ below it and no open case. Its name stays for what it did. */
export async function closeOrgan(store: Store, by: By, id: string): Promise<Changed> {
  return change(store, async trx => {
    const organ = await findActive(trx, id)
    if (!organ || organ.parent === null) return absent
    if (await isInUse(trx, id)) return invalid({ '': [stillInUse] })
    await trx.updateTable('organs').set({ active: 0 }).where('id', '=', id).execute()
    await record(trx, 'organs', 'closeOrgan', by, { id })
    return done(id)
  })
}

/** Before any case: a first name holds for every earlier day as well. */
const firstDay = '1949-10-01'

const findActive = (trx: Db, id: string): Promise<OrganTable | undefined> =>
  trx.selectFrom('organs').selectAll().where('id', '=', id).where('active', '=', 1).executeTakeFirst()

async function isNamed(trx: Db, zh: string, but = ''): Promise<boolean> {
  const same = trx.selectFrom('organs').select('id').where('zh', '=', zh).where('active', '=', 1).where('id', '<>', but)
  return (await same.executeTakeFirst()) !== undefined
}

async function isInUse(trx: Db, id: string): Promise<boolean> {
  const found = [
    await trx.selectFrom('people').select('id').where('organ', '=', id).where('active', '=', 1).executeTakeFirst(),
    await trx.selectFrom('organs').select('id').where('parent', '=', id).where('active', '=', 1).executeTakeFirst(),
    await trx
      .selectFrom('assignments')
      .select('id')
      .where('organ', '=', id)
      .where('is_open', '=', 1)
      .executeTakeFirst(),
    await trx
      .selectFrom('cases')
      .select('number')
      .where('is_open', '=', 1)
      .where(eb => eb.or([eb('awaits_organ', '=', id), eb('office', '=', id), eb('lead', '=', id)]))
      .executeTakeFirst(),
  ]
  return found.some(row => row !== undefined)
}

// prettier-ignore
const [noSuchOrgan, nameTaken, notYet, underItself, stillInUse, sameAsBefore] = [
  { zh: '请从现有单位中选择', en: 'Choose one of the existing organs' },
  { zh: '已有同名单位，请用全称加以区别', en: 'Another organ has this name; use the full name to tell them apart' },
  { zh: '更名日不能晚于今天，请到那一天再登记', en: 'The day may not be later than today; record the new name when the day comes' },
  { zh: '不能移到自己或者自己的下级之下', en: 'An organ cannot stand under itself or under an organ below it' },
  { zh: '还有启用的人员、下级单位或者在办事项，请先移交', en: 'It still has people, organs below it or open cases; hand them over first' },
  { zh: '与现在的记载相同', en: 'That is what is on record already' },
]
