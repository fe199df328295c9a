import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'

/** Adds a category of matters to choose from. */
export async function addCategory(store: Store, by: By, { zh, en }: Text): Promise<Changed> {
  return change(store, async trx => {
    const same = await trx.selectFrom('categories').select('id').where('zh', '=', zh).executeTakeFirst()
    if (same) return invalid({ zh: [taken] })
    const row = { id: randomUUID(), zh, en, active: 1 }
    await trx.insertInto('categories').values(row).execute()
    await record(trx, 'categories', 'addCategory', by, row)
    return done(row.id)
  })
}

/** Offers a category no more, or again; cases that have it keep it. */
export async function offerCategory(store: Store, by: By, id: string, active: boolean): Promise<Changed> {
  return change(store, async trx => {
    const { numUpdatedRows } = await trx
      .updateTable('categories')
      .set({ active: active ? 1 : 0 })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return absent
    await record(trx, 'categories', 'offerCategory', by, { id, active })
    return done(id)
  })
}

export const listCategories = (db: Db) => db.selectFrom('categories').selectAll().orderBy('id').execute()

const taken = { zh: '已有这个类别', en: 'There is already such a category' }
