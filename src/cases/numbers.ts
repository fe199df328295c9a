import { randomInt } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import { lookupHash, randomCode } from '../db/vault.ts'
import type { Day } from '../law/day.ts'

/** Random within the day: gaps in a series would tell an accused organ that something was filed about it. */
export const newNumber = (prefix: string, on: Day): string =>
  `${prefix}${on.replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`

/** Ten random characters, kept only as a keyed hash: shown once, on the receipt. */
export async function newQueryCode(trx: Db, master: Buffer, number: string, now: string): Promise<string> {
  const code = randomCode(10)
  const row = { case_number: number, hash: lookupHash(master, 'query code', `${number}:${code}`), created_at: now }
  await trx
    .insertInto('query_codes')
    .values(row)
    .onConflict(clash => clash.column('case_number').doUpdateSet(row))
    .execute()
  return code
}

export async function isQueryCode(db: Db, master: Buffer, number: string, code: string): Promise<boolean> {
  const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const row = await db.selectFrom('query_codes').select('hash').where('case_number', '=', number).executeTakeFirst()
  return row?.hash === lookupHash(master, 'query code', `${number}:${typed}`)
}
