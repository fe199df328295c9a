import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { grams } from './grams.ts'
import type { Written } from './history.ts'
import { organRows } from './write.ts'

/** Writes new cases whole, many in one statement. */
export async function writeHistories(store: Store, trx: Db, written: readonly Written[]): Promise<void> {
  const all = <T>(rows: (one: Written) => readonly T[]) => inParts(written.flatMap(rows))
  for (const rows of all(one => one.keys)) await trx.insertInto('keys').values(rows).execute()
  for (const rows of all(one => one.events)) await trx.insertInto('events').values(rows).execute()
  for (const rows of all(one => [one.view.row])) await trx.insertInto('cases').values(rows).execute()
  for (const rows of all(one => organRows(one.view))) await trx.insertInto('case_organs').values(rows).execute()
  for (const rows of all(one => one.view.assignments)) await trx.insertInto('assignments').values(rows).execute()
  for (const rows of all(one => one.view.deadlines)) await trx.insertInto('deadlines').values(rows).execute()
  for (const rows of all(one => one.facts)) await trx.insertInto('facts').values(rows).execute()
  for (const rows of all(one => one.texts)) await trx.insertInto('texts').values(rows).execute()
  for (const rows of all(one => one.parties.map(party => party.row)))
    await trx.insertInto('parties').values(rows).execute()
  for (const rows of all(one => one.parties.flatMap(party => party.hashes)))
    await trx.insertInto('party_hashes').values(rows).execute()
  for (const { view, words } of written)
    await store.dialect.indexWords(trx, view.row.number, grams([view.row.number, ...words].join('\n')).join(' '))
}

/** As many rows as a statement has room for: a database counts the values. */
function inParts<T>(rows: readonly T[]): T[][] {
  const size = 400
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}
