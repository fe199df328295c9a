import type { Db } from '../db/dialect.ts'
import type { SessionTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { CopiedRule } from './rule_copies.ts'
import { listRules } from './rules.ts'
import { findSession } from './terms.ts'

/**
 * A session under the name on record at an instant, or the first it had on record; its number and its days never change.
 * One that was seated without an event (in a test, or by an import of old) is called what it is called now.
 */
export async function sessionThen(db: Db, id: string, asOf: string): Promise<SessionTable | undefined> {
  const now = await findSession(db, id)
  const named = (await changesOf(db, id)).filter(({ act }) => act === 'openSession' || act === 'renameSession')
  const said = (named.findLast(isBy(asOf)) ?? named[0])?.said
  return now && said?.zh !== undefined && said.en !== undefined ? { ...now, zh: said.zh, en: said.en } : now
}

/** The rules of a session in force on a day, by name, as known at the instant: what stands, less what was set later. */
export async function rulesThen(db: Db, session: string, day: Day, asOf: string): Promise<Record<string, string>> {
  const rows = (await listRules(db, session)).filter(({ from_day }) => from_day <= day)
  const changes = await changesOf(db, session)
  const values = rows.flatMap(row => {
    const set = changes.filter(({ act, said }) => act === 'setRule' && isOf(said, row))
    const value = set.every(isBy(asOf)) ? row.value : (set.findLast(isBy(asOf))?.said.value ?? firstOf(changes, row))
    return value === undefined ? [] : [[row.name, value] as const]
  })
  return Object.fromEntries(values)
}

type Said = Partial<Pick<SessionTable, 'zh' | 'en' | 'from_day'>> & {
  id?: string
  /** The session’s id where a rule is set, its number where it is opened. */
  session?: string | number
  name?: string
  value?: string
  from?: Day
  rules?: readonly CopiedRule[]
}
type Change = { act: string; at: string; said: Said }
type Row = { name: string; from_day: Day }

const isBy =
  (asOf: string) =>
  ({ at }: Change) =>
    at <= asOf

const isOf = (said: Said, { name, from_day }: Row) => said.name === name && said.from === from_day

async function changesOf(db: Db, session: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('events')
    .select(['act', 'recorded_at', 'payload'])
    .where('stream', '=', 'sessions')
    .orderBy('seq')
    .execute()
  return rows
    .map(({ act, recorded_at: at, payload }): Change => ({ act, at, said: JSON.parse(payload) }))
    .filter(({ act, said }) => (act === 'setRule' ? said.session : said.id) === session)
}

/** What the session was opened with, before anybody wrote over it. */
const firstOf = (changes: readonly Change[], row: Row): string | undefined =>
  changes
    .find(({ act, said }) => act === 'openSession' && said.from_day === row.from_day)
    ?.said.rules?.find(({ name }) => name === row.name)?.value
