import type { Actor } from '../accounts/actor.ts'
import { listSessions } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import { placesReceived } from './places.ts'
import type { Place } from './places.ts'

/** Cases by their number in a session's series: as it stands, or said short, “5-12” for the twelfth of the fifth session. */
export async function listLabelled(db: Db, actor: Actor, q: string): Promise<Place[]> {
  const said = q.normalize('NFKC').trim()
  if (said === '') return []
  const exact = await placesLabelled(db, actor, said).execute()
  const short = exact.length === 0 && /^(?:(\d{1,3})-)?(\d{1,3})-([a-z]?)(\d{1,5})$/i.exec(said)
  if (!short) return exact
  const [, term, session, letter, serial] = short
  const sessions = (await listSessions(db)).filter(
    row => row.session === Number(session) && (term === undefined || row.term === Number(term)),
  )
  const series = letter === '' ? 'session' : 'between'
  return placesInSeries(
    db,
    actor,
    sessions.map(({ id }) => id),
    series,
    Number(serial),
  ).execute()
}

export const placesLabelled = (db: Db, actor: Actor, label: string) =>
  placesReceived(db, actor, undefined).where('label', '=', label)

/** Numbers between sessions bear a letter. */
export const placesInSeries = (
  db: Db,
  actor: Actor,
  sessions: readonly string[],
  series: 'session' | 'between',
  serial: number,
) =>
  placesReceived(db, actor, undefined)
    .where('session', 'in', ['', ...sessions])
    .where('series', '=', series)
    .where('serial', '=', serial)
