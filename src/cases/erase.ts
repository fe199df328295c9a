import { randomUUID } from 'node:crypto'
import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { append, headOf } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import { findKey, openText } from '../db/vault.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { removeBytes } from './files.ts'
import { inTransaction } from './perform.ts'
import { readTexts } from './words.ts'

/** Who was erased, by ids alone. What the list of erasures holds, and what is replayed on a copy made before. */
export type Erasure = {
  id: string
  at: string
  by: string
  number: string
  parties: string[]
  /** The case's texts and files went with the person. */
  words: boolean
  reason: string
}

export type ErasureAsked = {
  of: { number: string } | { party: string }
  /** What becomes of the case's texts and files; undefined where they are thought to name nobody. */
  words: 'destroy' | 'keep' | undefined
  reason: string
  actor: Actor
  now: string
}

export type Erased =
  /** `alsoIn` are other cases of the same identity number or telephone. */
  | { outcome: 'done'; erasure: Erasure; alsoIn: string[] }
  | { outcome: 'absent' }
  | { outcome: 'refused'; because: Text }

/**
 * Erases a person: the key, the hashes and what is sealed are destroyed, and on request the case's texts and files too.
 * The log and every figure stay as they are. `list` keeps the erasure outside the database, before it is done.
 */
export async function erase(
  store: Store,
  asked: ErasureAsked,
  list: (erasure: Erasure) => Promise<void>,
): Promise<Erased> {
  const done = await inTransaction(store, async trx => {
    const found = await findParties(trx, asked.of)
    if (!found) return { outcome: 'absent' as const, files: [] }
    const refused = await refusal(store, trx, asked, found)
    if (refused) return { outcome: 'refused' as const, because: refused, files: [] }
    const { number, parties } = found
    const ids = parties.map(party => party.id)
    const erasure: Erasure = {
      ...{ id: randomUUID(), at: asked.now, by: asked.actor.id, number, parties: ids },
      ...{ words: asked.words === 'destroy', reason: asked.reason },
    }
    const alsoIn = await casesOfSamePerson(trx, number, ids)
    const files = await applyErasure(store, trx, erasure)
    await list(erasure)
    return { outcome: 'done' as const, erasure, alsoIn, files }
  })
  const { files, ...erased } = done
  for (const sha256 of files) await removeBytes(store, sha256)
  return erased
}

/** Destroys what an erasure names and records it; gives the files whose bytes may go once this is committed. */
export async function applyErasure(store: Store, trx: Db, erasure: Erasure): Promise<string[]> {
  const { id, at, by, number, parties, words, reason } = erasure
  for (const party of parties) {
    await trx.deleteFrom('keys').where('id', '=', `party:${party}`).execute()
    await trx.deleteFrom('party_hashes').where('party', '=', party).execute()
    await trx.updateTable('parties').set({ sealed: '', erased_at: at }).where('id', '=', party).execute()
  }
  const { seq: through } = await headOf(trx, `case:${number}`)
  const files = words ? await destroyWords(store, trx, number, at) : []
  await append(trx, await headOf(trx, STREAM), {
    stream: STREAM,
    act: 'erase',
    actor: by,
    organ: null,
    occurred_on: dayOf(at),
    occurred_at: at,
    recorded_at: at,
    payload: JSON.stringify({ id, number, parties, words, through, reason }),
    versions: '{}',
    origin: by === 'system' ? 'system' : 'people',
  })
  return files
}

/** Every erasure the log knows, in order. */
export async function listErasures(db: Db): Promise<(Erasure & { through: number })[]> {
  const events = await db.selectFrom('events').selectAll().where('stream', '=', STREAM).orderBy('seq').execute()
  return events.map(({ actor, recorded_at, payload }) => {
    const told: Omit<Erasure, 'at' | 'by'> & { through: number } = JSON.parse(payload)
    return { ...told, at: recorded_at, by: actor }
  })
}

const STREAM = 'erasures'

/** A later act may write anew, under a key of its own. */
async function destroyWords(store: Store, trx: Db, number: string, at: string): Promise<string[]> {
  const files = await trx.selectFrom('files').select('sha256').where('case_number', '=', number).execute()
  await trx.deleteFrom('keys').where('id', '=', `case:${number}`).execute()
  await trx.deleteFrom('texts').where('case_number', '=', number).execute()
  await trx.updateTable('files').set({ name: '', pulled_at: at }).where('case_number', '=', number).execute()
  await store.dialect.forgetWords(trx, number)
  return files.map(file => file.sha256)
}

type Found = { number: string; parties: { id: string; sealed: string }[] }

/** Those of a case who are not erased yet. */
async function findParties(trx: Db, of: ErasureAsked['of']): Promise<Found | undefined> {
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

async function refusal({ master }: Store, trx: Db, { words, reason }: ErasureAsked, { number, parties }: Found) {
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

async function casesOfSamePerson(trx: Db, number: string, ids: readonly string[]): Promise<string[]> {
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

const alreadyErased: Text = {
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
