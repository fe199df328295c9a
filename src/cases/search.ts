import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import { parsePhone, parseResidentId } from '../law/identifiers.ts'
import { grams } from './grams.ts'
import { isAfter } from './queries.ts'
import type { Place } from './queries.ts'

/** Cases that hold every word of the query, and those filed by exactly this person; newest first. */
export async function listMatching(
  store: Store,
  actor: Actor,
  q: string,
  after: Place | undefined,
  limit: number,
): Promise<Place[]> {
  const words = grams(q)
  const byWords = words.length === 0 ? [] : await matchingQuery(store, actor, words, after, limit).execute()
  const numbers = await numbersOfPerson(store, q)
  const byPerson = numbers.length === 0 ? [] : await numberedQuery(store.reader, actor, numbers, after, limit).execute()
  const found = new Map([...byWords, ...byPerson].map(place => [place.number, place]))
  return [...found.values()].sort(newestFirst).slice(0, limit)
}

export const matchingQuery = (
  store: Store,
  actor: Actor,
  words: readonly string[],
  after: Place | undefined,
  limit: number,
) => newest(store.reader, actor, after, limit).where(eb => store.dialect.matchesWords(eb.ref('cases.number'), words))

const numberedQuery = (db: Db, actor: Actor, numbers: readonly string[], after: Place | undefined, limit: number) =>
  newest(db, actor, after, limit).where('number', 'in', [...numbers])

const newest = (db: Db, actor: Actor, after: Place | undefined, limit: number) =>
  db
    .selectFrom('cases')
    .select(['received_at as key', 'number'])
    .where(visibleTo(actor))
    .$if(after !== undefined, query => query.where(isAfter('received_at', 'number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)

/** Persons are found by the whole of what they gave, through keyed hashes: nothing of them lies in the open. */
async function numbersOfPerson({ reader, master }: Store, q: string): Promise<string[]> {
  const [phone, id] = [parsePhone(q), parseResidentId(q)]
  const given = [
    ['petitioner', q.trim()],
    ...('ok' in phone ? [['phone', phone.ok]] : []),
    ...('ok' in id ? [['idNumber', id.ok]] : []),
  ]
  const hashes = given.map(([kind = '', value = '']) => lookupHash(master, kind, value))
  const rows = await personQuery(reader, hashes).execute()
  return rows.map(row => row.case_number)
}

export const personQuery = (db: Db, hashes: readonly string[]) =>
  db
    .selectFrom('party_hashes')
    .innerJoin('parties', 'parties.id', 'party_hashes.party')
    .select('parties.case_number')
    .where('party_hashes.kind', 'in', ['petitioner', 'phone', 'idNumber'])
    .where('party_hashes.hash', 'in', [...hashes])
    .limit(1000)

const newestFirst = (a: Place, b: Place) => (a.key === b.key ? compare(b.number, a.number) : compare(b.key, a.key))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
