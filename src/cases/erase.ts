import { randomUUID } from 'node:crypto'
import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { append, headOf } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { casesOfSamePerson, findParties, refusalOf } from './erasure_checks.ts'
import { askScrub } from './erasure_scrub.ts'
import { inTransaction } from './perform.ts'

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
  /** The order it carries out. */
  order?: string | undefined
}

export type ErasureAsked = {
  of: { number: string } | { party: string }
  /** What becomes of the case's texts and files; undefined where they are thought to name nobody. */
  words: 'destroy' | 'keep' | undefined
  reason: string
  actor: Actor
  now: string
  order?: string | undefined
}

export type Erased =
  /** `alsoIn` are other cases of the same identity number or telephone; `job` is what the disk is still to forget. */
  | { outcome: 'done'; erasure: Erasure; alsoIn: string[]; job: string }
  | { outcome: 'absent' }
  | { outcome: 'refused'; because: Text }

/**
 * Erases a person: the key, the hashes and what is sealed are destroyed, and on request the case's texts and files too.
 * The log and every figure stay as they are. `list` keeps the erasure outside the database, before it is done.
 */
export function erase(store: Store, asked: ErasureAsked, list: (erasure: Erasure) => Promise<void>): Promise<Erased> {
  return inTransaction(store, async trx => {
    const found = await findParties(trx, asked.of)
    if (!found) return { outcome: 'absent' }
    const refused = await refusalOf(store, trx, asked, found)
    if (refused) return { outcome: 'refused', because: refused }
    const { number, parties } = found
    const ids = parties.map(party => party.id)
    const erasure: Erasure = {
      ...{ id: randomUUID(), at: asked.now, by: asked.actor.id, number, parties: ids },
      ...{ words: asked.words === 'destroy', reason: asked.reason, order: asked.order },
    }
    const alsoIn = await casesOfSamePerson(trx, number, ids)
    const job = await askScrub(trx, asked.now, await applyErasure(store, trx, erasure))
    await list(erasure)
    return { outcome: 'done', erasure, alsoIn, job }
  })
}

/** Destroys what an erasure names and records it; gives the files whose bytes may go once this is committed. */
export async function applyErasure(store: Store, trx: Db, erasure: Erasure): Promise<string[]> {
  const { id, at, by, number, parties, words, reason, order } = erasure
  for (const party of parties) {
    await trx.deleteFrom('keys').where('id', '=', `party:${party}`).execute()
    await trx.deleteFrom('party_hashes').where('party', '=', party).execute()
    await trx.updateTable('parties').set({ sealed: '', erased_at: at }).where('id', '=', party).execute()
  }
  const { seq: through } = await headOf(trx, `case:${number}`)
  const files = words ? await destroyWords(store, trx, number, at) : []
  await append(trx, await headOf(trx, erasures), {
    stream: erasures,
    act: 'erase',
    actor: by,
    organ: null,
    occurred_on: dayOf(at),
    occurred_at: at,
    recorded_at: at,
    payload: JSON.stringify({ id, number, parties, words, through, reason, order }),
    versions: '{}',
    origin: by === 'system' ? 'system' : 'people',
  })
  return files
}

/** Every erasure the log knows, in order. */
export async function listErasures(db: Db): Promise<(Erasure & { through: number })[]> {
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('stream', '=', erasures)
    .where('act', '=', 'erase')
    .orderBy('seq')
    .execute()
  return events.map(({ actor, recorded_at, payload }) => {
    const told: Omit<Erasure, 'at' | 'by'> & { through: number } = JSON.parse(payload)
    return { ...told, at: recorded_at, by: actor }
  })
}

/** The stream of what was ordered to be erased, and what was. */
export const erasures = 'erasures'

/** A later act may write anew, under a key of its own. */
async function destroyWords(store: Store, trx: Db, number: string, at: string): Promise<string[]> {
  const files = await trx.selectFrom('files').select('sha256').where('case_number', '=', number).execute()
  await trx.deleteFrom('keys').where('id', '=', `case:${number}`).execute()
  await trx.deleteFrom('texts').where('case_number', '=', number).execute()
  await trx.updateTable('files').set({ name: '', pulled_at: at }).where('case_number', '=', number).execute()
  await store.dialect.forgetWords(trx, number)
  return files.map(file => file.sha256)
}
