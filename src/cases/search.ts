import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import { parsePhone, parseResidentId } from '../law/identifiers.ts'
import { grams } from './grams.ts'
import { placesReceived, WINDOW } from './places.ts'
import type { Place } from './places.ts'

/** Cases that hold every word of the query, and those filed by exactly this person; newest first. */
export async function listMatching(store: Store, actor: Actor, q: string, after: Place | undefined): Promise<Place[]> {
  const words = grams(q)
  const byWords = words.length === 0 ? [] : await placesMatching(store, actor, words, after).execute()
  const numbers = await numbersOfPerson(store, q)
  const byPerson = numbers.length === 0 ? [] : await placesNumbered(store.reader, actor, numbers, after).execute()
  const found = new Map([...byWords, ...byPerson].map(place => [place.number, place]))
  return [...found.values()].sort(newestFirst).slice(0, WINDOW)
}

export const placesMatching = (store: Store, actor: Actor, words: readonly string[], after: Place | undefined) =>
  placesReceived(store.reader, actor, after).where(eb => store.dialect.matchesWords(eb.ref('cases.number'), words))

const placesNumbered = (db: Db, actor: Actor, numbers: readonly string[], after: Place | undefined) =>
  placesReceived(db, actor, after).where('number', 'in', [...numbers])

/** Persons are found by the whole of what they gave, through keyed hashes: nothing of them lies in the open. */
async function numbersOfPerson({ reader, master }: Store, q: string): Promise<string[]> {
  const [phone, id] = [parsePhone(q), parseResidentId(q)]
  const hashes = [
    lookupHash(master, 'petitioner', q.trim()),
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

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
