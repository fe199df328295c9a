import { randomInt } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import { lookupHash, randomCode } from '../db/vault.ts'
import type { Day } from '../law/day.ts'
import { sayCitation } from '../procedures/statutes.ts'
import { findSession } from '../accounts/terms.ts'
import type { Because } from './decide.ts'
import type { CaseView } from './view.ts'

/** Random within the day: gaps in a series would tell an accused organ that something was filed about it. */
export const newNumber = (prefix: string, on: Day): string =>
  `${prefix}${on.replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`

/**
 * The next number of the series it falls in: those submitted up to the session's cut-off day, and those between sessions.
 * Two at once collide on the series' index, and one of them is done again.
 */
export async function nextInSeries(trx: Db, { procedure, row, rules }: CaseView) {
  const session = row.session === null ? undefined : await findSession(trx, row.session)
  if (!session || !procedure.numbered) return undefined
  const series = row.received_on <= session.cutoff_on ? 'session' : 'between'
  const last = await trx
    .selectFrom('cases')
    .select(of => of.fn.max('serial').as('serial'))
    .where('session', '=', session.id)
    .where('series', '=', series)
    .where('serial', 'is not', null)
    .executeTakeFirst()
  const serial = (last?.serial ?? 0) + 1
  const pattern = rules[procedure.numbered[series]] ?? '{term}-{session}-{n}'
  const words = { term: session.term, session: session.session, n: String(serial).padStart(3, '0') }
  const label = pattern.replaceAll(/\{(term|session|n)\}/g, (_, word: keyof typeof words) => String(words[word]))
  return { series, serial, label }
}

export const noSession: Because = {
  reason: {
    zh: '还没有开设本届次，不能提交；请系统管理员先开设',
    en: 'no session has been opened yet, so it cannot be submitted; ask the system administrator to open one',
  },
  article: sayCitation('office'),
}

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
