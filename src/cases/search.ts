import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import { compare } from '../law/compare.ts'
import { parsePhone, parseResidentId } from '../law/identifiers.ts'
import { grams } from './grams.ts'
import { listLabelled } from './labelled.ts'
import { placesReceived, WINDOW } from './places.ts'
import type { Place } from './places.ts'
import { withKnownPetitioner } from './kept.ts'

export type Sought = {
  /** Words, or a case number. */
  q?: string | undefined
  /** Exactly a person's name, telephone or identity number; never from an address, which is kept and passed on. */
  person?: string | undefined
}

/** The cases of that number in their series, if any; else those that hold every word, and those filed by exactly this person; newest first. */
export async function listMatching(
  store: Store,
  actor: Actor,
  { q = '', person = '' }: Sought,
  after: Place | undefined,
): Promise<Place[]> {
  const numbered = await listLabelled(store.reader, actor, q)
  if (numbered.length > 0) return after ? [] : numbered
  const words = grams(q)
  const byWords = words.length === 0 ? [] : await placesMatching(store, actor, words, after).execute()
  const byPerson = person === '' ? [] : await placesOfPerson(store, actor, person, after)
  const found = new Map([...byWords, ...byPerson].map(place => [place.number, place]))
  return [...found.values()].sort(newestFirst).slice(0, WINDOW)
}

/**
 * Is a person sought: by what looks like a telephone or identity number, or by what somebody gave in a case that the
 * actor may see? Whether a case behind a wall knows the name, the answer must not tell.
 */
export const isOfPerson = async (store: Store, actor: Actor, q: string): Promise<boolean> =>
  looksPersonal(q) || (q !== '' && (await placesOfPerson(store, actor, q, undefined)).length > 0)

export const placesMatching = (store: Store, actor: Actor, words: readonly string[], after: Place | undefined) =>
  placesReceived(store.reader, actor, after).where(eb => store.dialect.matchesWords(eb.ref('cases.number'), words))

/** Seven figures are a telephone, a paper or a part of one; only a case number has as many. */
function looksPersonal(q: string): boolean {
  const plain = q.normalize('NFKC').trim()
  if (/^[a-z]{2}\d{8}-\d{6}$/i.test(plain)) return false
  return 'ok' in parsePhone(q) || 'ok' in parseResidentId(q) || (plain.match(/\p{Nd}/gu) ?? []).length >= 7
}

async function placesOfPerson(store: Store, actor: Actor, person: string, after: Place | undefined): Promise<Place[]> {
  const numbers = await withKnownPetitioner(store.reader, actor, await numbersOfPerson(store, person))
  return numbers.length === 0 ? [] : placesNumbered(store.reader, actor, numbers, after).execute()
}

const placesNumbered = (db: Db, actor: Actor, numbers: readonly string[], after: Place | undefined) =>
  placesReceived(db, actor, after).where('number', 'in', [...numbers])

/** Persons are found by the whole of what they gave, through keyed hashes: nothing of them lies in the open. */
async function numbersOfPerson({ reader, master }: Store, person: string): Promise<string[]> {
  const [phone, id] = [parsePhone(person), parseResidentId(person)]
  const hashes = [
    lookupHash(master, 'petitioner', person.trim()),
    ...('ok' in phone ? [lookupHash(master, 'phone', phone.ok)] : []),
    ...('ok' in id ? [lookupHash(master, 'idNumber', id.ok)] : []),
  ]
  const rows = await partiesHashed(reader, hashes).execute()
  return rows.map(row => row.case_number)
}

export const partiesHashed = (db: Db, hashes: readonly string[]) =>
  db
    .selectFrom('party_hashes')
    .innerJoin('parties', 'parties.id', 'party_hashes.party')
    .select('parties.case_number')
    .where('party_hashes.kind', 'in', ['petitioner', 'phone', 'idNumber'])
    .where('party_hashes.hash', 'in', [...hashes])
    .limit(WINDOW)

const newestFirst = (a: Place, b: Place) => (a.key === b.key ? compare(b.number, a.number) : compare(b.key, a.key))
