import type { Actor } from '../accounts/actor.ts'
import { selfAndAbove } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { compare } from '../law/compare.ts'
import type { Text } from '../law/words.ts'
import { isSeated } from './decide.ts'
import { knowing } from './knowing.ts'
import type { CaseView } from './view.ts'

/** Someone who knows of a matter, since when, and whether a wall now stands before them. */
export type Reading = { person: string; name: string; organ: Text; firstAt: string; isWalled: boolean }

/** That a person has read a matter, once: who knew of it can be asked later. */
export async function noteReading({ db, reader }: Store, number: string, person: string, now: string): Promise<void> {
  const known = await reader
    .selectFrom('readings')
    .select('person')
    .where('case_number', '=', number)
    .where('person', '=', person)
    .executeTakeFirst()
  if (known) return
  const row = { case_number: number, person, first_at: now }
  await db
    .insertInto('readings')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .execute()
}

/**
 * Every official who has read the matter or acted on it, the earliest first, whoever they are: those of an organ walled
 * off later are whom it is asked for (《信访工作条例》 arts. 28, 30).
 */
export async function listReadings(db: Db, number: string): Promise<Reading[]> {
  const known = await knowing(db, number)
  if (known.size === 0) return []
  const people = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .select(['people.id', 'people.name', 'organs.path', 'organs.zh', 'organs.en'])
    .where('people.id', 'in', [...known.keys()])
    .execute()
  const walls = await db.selectFrom('walls').select(['organ', 'person']).where('case_number', '=', number).execute()
  return people
    .map(({ id, name, path, zh, en }) => {
      const organs = ['', ...selfAndAbove({ path })]
      const isWalled = walls.some(wall => wall.person === id || (wall.organ !== null && organs.includes(wall.organ)))
      return { person: id, name, organ: { zh, en }, firstAt: known.get(id) ?? '', isWalled }
    })
    .sort((a, b) => compare(a.firstAt, b.firstAt) || compare(a.person, b.person))
}

/** The same for a reader of the case's page: for its office, once the matter must be kept from somebody. */
export async function readingsFor(db: Db, view: CaseView, actor: Actor): Promise<Reading[] | undefined> {
  const { row, data } = view
  const isKept = row.restricted === 1 || data.walls.organs.length > 0 || data.walls.people.length > 0
  const isOffice = isSeated('clerk', actor, view) || isSeated('chief', actor, view)
  return isKept && isOffice ? listReadings(db, row.number) : undefined
}
