import { randomUUID } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { commit, findKey, findKeys, lookupHash, makeKey, newKey, openText, seal } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import type { Act } from '../procedures/procedure.ts'
import { grams } from './grams.ts'

/** What people wrote, and who they are: kept beside the log, each under a key that can be destroyed. */

export async function caseKey(trx: Db, master: Buffer, number: string, isNew: boolean): Promise<Key> {
  const key = isNew ? await makeKey(trx, master, `case:${number}`) : await findKey(trx, master, `case:${number}`)
  return key ?? makeKey(trx, master, `case:${number}`)
}

/** Seals each text; gives back the salted commitments the event holds. */
export async function sealTexts(
  trx: Db,
  key: Key,
  number: string,
  seq: number,
  texts: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { rows, commitments } = sealedTexts(key, number, seq, texts)
  if (rows.length > 0) await trx.insertInto('texts').values(rows).execute()
  return commitments
}

export function sealedTexts(key: Key, number: string, seq: number, texts: Readonly<Record<string, string>>) {
  const sealed = Object.entries(texts).map(([field, text]) => ({ field, text, ...commit(text) }))
  return {
    rows: sealed.map(({ field, text, salt }) => ({
      case_number: number,
      seq,
      field,
      sealed: seal(key.bytes, JSON.stringify({ salt, text })),
    })),
    commitments: Object.fromEntries(sealed.map(({ field, commitment }) => [field, commitment])),
  }
}

export type CaseText = { seq: number; field: string; text: string; salt: string }

/** Every text of the case in order; none where its key was destroyed. */
export async function readTexts(db: Db, master: Buffer, number: string): Promise<CaseText[]> {
  const key = await findKey(db, master, `case:${number}`)
  if (!key) return []
  const rows = await db
    .selectFrom('texts')
    .selectAll()
    .where('case_number', '=', number)
    .orderBy('seq')
    .orderBy('field')
    .execute()
  return rows.map(row => ({ seq: row.seq, field: row.field, ...opened(key, row.sealed) }))
}

/** The titles of many cases at once. */
export async function readTitles(
  db: Db,
  master: Buffer,
  numbers: readonly string[],
  field = 'title',
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const keys = await findKeys(
    db,
    master,
    numbers.map(number => `case:${number}`),
  )
  const rows = await db
    .selectFrom('texts')
    .selectAll()
    .where('case_number', 'in', [...numbers])
    .where('field', '=', field)
    .orderBy('seq')
    .execute()
  return new Map(
    rows.flatMap(row => {
      const key = keys.get(`case:${row.case_number}`)
      return key ? [[row.case_number, opened(key, row.sealed).text]] : []
    }),
  )
}

export async function storeParty(
  trx: Db,
  master: Buffer,
  number: string,
  seq: number,
  party: Readonly<Record<string, string>>,
  role: PartyRole = 'petitioner',
): Promise<string> {
  const known = await readParty(trx, master, number, role)
  const { row, hashes, key } = sealedParty(master, number, seq, { ...known, ...party }, role)
  await trx.insertInto('keys').values(key).execute()
  await trx.insertInto('parties').values(row).execute()
  await trx.insertInto('party_hashes').values(hashes).execute()
  return row.id
}

export function sealedParty(
  master: Buffer,
  number: string,
  seq: number,
  party: Readonly<Record<string, string>>,
  role: PartyRole = 'petitioner',
) {
  const id = randomUUID()
  const { key, row } = newKey(master, `party:${id}`)
  const sealed = seal(key.bytes, JSON.stringify(party))
  return {
    key: row,
    row: { id, case_number: number, role, seq, sealed, erased_at: null },
    hashes: Object.entries(party).map(([kind, value]) => ({
      party: id,
      case_number: number,
      kind,
      hash: lookupHash(master, kind, value),
    })),
  }
}

export type PartyRole = NonNullable<Act['party']>
export type Party = {
  petitioner?: string
  phone?: string
  idNumber?: string
  address?: string
  agentName?: string
  agentPhone?: string
  /** A list, as JSON. */
  representativeNames?: string
}

/** Who filed, or speaks for them, as last recorded or as before an event; undefined where nothing was given or it was erased. */
export async function readParty(
  db: Db,
  master: Buffer,
  number: string,
  role: PartyRole = 'petitioner',
  before?: number,
): Promise<Party | undefined> {
  const row = await db
    .selectFrom('parties')
    .selectAll()
    .where('case_number', '=', number)
    .where('role', '=', role)
    .$if(before !== undefined, query => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  const key = row && (await findKey(db, master, `party:${row.id}`))
  return key ? JSON.parse(openText(key.bytes, row.sealed)) : undefined
}

/** Are these the last four characters of the telephone or identity number on record? */
export async function isSecondFact(
  store: Store,
  db: Db,
  number: string,
  lastFour: string,
  role: PartyRole = 'petitioner',
): Promise<boolean> {
  const party = await readParty(db, store.master, number, role)
  const known = [party?.phone, party?.idNumber, party?.agentPhone].flatMap(value =>
    value ? [value.slice(-4).toUpperCase()] : [],
  )
  return known.includes(lastFour.trim().toUpperCase())
}

/** Makes the case findable by every word in it. */
export async function indexCase(store: Store, trx: Db, number: string, key: Key): Promise<void> {
  const rows = await trx.selectFrom('texts').selectAll().where('case_number', '=', number).execute()
  const words = rows.map(row => opened(key, row.sealed).text)
  await store.dialect.indexWords(trx, number, grams([number, ...words].join('\n')).join(' '))
}

function opened(key: Key, sealed: string): { salt: string; text: string } {
  return JSON.parse(openText(key.bytes, sealed))
}
