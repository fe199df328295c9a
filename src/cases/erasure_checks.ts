import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { findKey, openText } from '../db/vault.ts'
import type { Text } from '../law/words.ts'
import type { ErasureAsked } from './erase.ts'
import { readTexts } from './words.ts'

export type Found = { number: string; parties: { id: string; sealed: string }[] }

/** Those of a case who are not erased yet; undefined where there is no such case. */
export async function findParties(trx: Db, of: ErasureAsked['of']): Promise<Found | undefined> {
  const row =
    'number' in of
      ? await trx.selectFrom('cases').select('number').where('number', '=', of.number).executeTakeFirst()
      : await trx.selectFrom('parties').select('case_number as number').where('id', '=', of.party).executeTakeFirst()
  if (!row) return undefined
  const parties = await trx
    .selectFrom('parties')
    .select(['id', 'sealed'])
    .where('case_number', '=', row.number)
    .where('erased_at', 'is', null)
    .$if('party' in of, rows => rows.where('id', '=', 'party' in of ? of.party : ''))
    .execute()
  return { number: row.number, parties }
}

/** Why this may not be erased so. What it says tells of the content: it is for those who may read the case. */
export async function refusalOf(
  { master }: Store,
  trx: Db,
  { words, reason }: Pick<ErasureAsked, 'words' | 'reason'>,
  { number, parties }: Found,
): Promise<Text | undefined> {
  const hasWords = (await findKey(trx, master, `case:${number}`)) !== undefined
  if (parties.length === 0 && !(words === 'destroy' && hasWords)) return alreadyErased
  const known: string[] = []
  for (const { id, sealed } of parties) {
    const key = await findKey(trx, master, `party:${id}`)
    const party: Record<string, string> = key ? JSON.parse(openText(key.bytes, sealed)) : {}
    known.push(...Object.values(party).filter(value => value.length > 1))
  }
  const names = (text: string) => known.some(value => text.includes(value))
  if (names(reason)) return reasonNames
  const texts = words === undefined ? await readTexts(trx, master, number) : []
  return texts.some(({ text }) => names(text)) ? wordsName : undefined
}

/** Other cases of the same identity number or telephone. */
export async function casesOfSamePerson(trx: Db, number: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const hashes = trx
    .selectFrom('party_hashes')
    .select('hash')
    .where('party', 'in', [...ids])
    .where('kind', 'in', ['idNumber', 'phone'])
  const rows = await trx
    .selectFrom('party_hashes')
    .innerJoin('parties', 'parties.id', 'party_hashes.party')
    .select('parties.case_number')
    .where('party_hashes.kind', 'in', ['idNumber', 'phone'])
    .where('party_hashes.hash', 'in', hashes)
    .where('parties.case_number', '<>', number)
    .execute()
  return [...new Set(rows.map(row => row.case_number))].sort()
}

export const alreadyErased: Text = {
  zh: '该案当事人信息此前已经删除。',
  en: 'The person of this case was erased before.',
}

const reasonNames: Text = {
  zh: '理由中含有当事人的信息。理由会长期保存，请改写后再试。',
  en: 'The reason names the person. A reason is kept for good: say it without the name, and try again.',
}

const wordsName: Text = {
  zh: '该案正文中写有当事人的信息。请选择连同正文和附件一并删除（--words），或者保留正文（--keep-words）。',
  en: 'The texts of the case name the person. Say whether texts and files go too (--words) or stay (--keep-words).',
}
