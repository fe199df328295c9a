import { rolesOf } from '../accounts/person.ts'
import type { Db } from '../db/dialect.ts'
import type { Role } from '../procedures/roles.ts'

/** Somebody who works here, as a name may mean them. */
export type Official = { id: string; name: string; organ: string; roles: readonly Role[] }

/** Officials called exactly one of these names: recusing 李明华 leaves 李明 where he is. */
export const officialsCalled = async (trx: Db, names: readonly string[]): Promise<Official[]> =>
  names.length === 0 ? [] : (await allOfficials(trx)).filter(({ name }) => names.includes(name))

/** Officials whose name stands in free words, but not where it is only a piece of a longer official's name. */
export async function officialsIn(trx: Db, words: string): Promise<Official[]> {
  if (words === '') return []
  const found = (await allOfficials(trx)).filter(({ name }) => words.includes(name))
  const spans = found.flatMap(({ name }) => placesOf(name, words))
  const isPiece = (span: Span) =>
    spans.some(({ from, to }) => from <= span.from && span.to <= to && to - from > span.to - span.from)
  return found.filter(({ name }) => !placesOf(name, words).every(isPiece))
}

/** A list of names as people write it: 李明、王芳，赵强, or one a line. */
export const namesListed = (words: string): string[] => words.split(/[、，,；;\s]+/u).filter(name => name !== '')

type Span = { from: number; to: number }

function placesOf(name: string, words: string): Span[] {
  const places: Span[] = []
  for (let from = words.indexOf(name); from >= 0; from = words.indexOf(name, from + 1))
    places.push({ from, to: from + name.length })
  return places
}

async function allOfficials(trx: Db): Promise<Official[]> {
  const rows = await trx.selectFrom('people').select(['id', 'name', 'organ', 'roles']).execute()
  return rows.map(row => ({ ...row, roles: rolesOf(row) }))
}
