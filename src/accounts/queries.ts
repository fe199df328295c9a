import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import type { Actor } from './actor.ts'
import { readKey, sayKey } from './keys.ts'
import { managedBy } from './may.ts'
import { standsBefore } from './visible.ts'

const PAGE = 50

export type PersonAsked = { organ?: string | undefined; q?: string | undefined; after?: string | undefined }
export type PersonRow = Awaited<ReturnType<typeof listPeople>>['rows'][number]

/** The people this administrator looks after, by organ and name, a page at a time. */
export async function listPeople(db: Db, actor: Actor, { organ, q, after }: PersonAsked) {
  const past = readKey(after, 3)
  const rows = await db
    .selectFrom('people')
    .innerJoin('organs', 'organs.id', 'people.organ')
    .leftJoin('credentials', 'credentials.person', 'people.id')
    .select(['people.id', 'people.name', 'people.login', 'people.roles', 'people.active', 'people.organ'])
    .select(['organs.path', 'organs.zh', 'organs.en', 'credentials.locked_until', 'credentials.must_change'])
    .where(eb => managedBy(actor)(eb))
    .$if(Boolean(organ), query => query.where('people.organ', '=', organ ?? ''))
    .$if(Boolean(q), query =>
      query.where(eb =>
        eb.or([eb(startOf('people.name', q), '=', q ?? ''), eb(startOf('people.login', q), '=', q ?? '')]),
      ),
    )
    .$if(past !== undefined, query =>
      query.where(sql<boolean>`(organs.path, people.name, people.id) > (${sql.join(past ?? [])})`),
    )
    .orderBy('organs.path')
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(PAGE + 1)
    .execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE), next: last && sayKey([last.path, last.name, last.id]) }
}

/** The organs this administrator looks after: the tree written down, neighbours in the order of their names. */
export async function listManagedOrgans(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('organs')
    .selectAll()
    .where('active', '=', 1)
    .where(eb => managedBy(actor)(eb))
    .execute()
  const names = new Map(rows.map(row => [row.id, row.zh]))
  const place = ({ path }: { path: string }) =>
    path
      .split('/')
      .map(id => names.get(id) ?? '')
      .join('/')
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

export type EventAsked = { stream?: string | undefined; after?: string | undefined }
export type EventRow = Awaited<ReturnType<typeof listEvents>>['rows'][number]

/**
 * What happened, newest first, without what it was about: the auditor reads who, when and which act. Of a case walled
 * off from the auditor not even that there is one.
 */
export async function listEvents(db: Db, actor: Actor, { stream, after }: EventAsked) {
  const past = readKey(after, 3)
  const [at, of, seq = ''] = past ?? []
  const rows = await db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor')
    .leftJoin('organs', 'organs.id', 'events.organ')
    .select(['stream', 'seq', 'act', 'actor', 'occurred_on', 'recorded_at', 'origin', 'hash'])
    .select(['people.name', 'organs.zh', 'organs.en'])
    .select(eb => eb.case().when('stream', 'in', ['security', 'people']).then(eb.ref('payload')).end().as('payload'))
    .where(eb => eb.not(eb.exists(wallsAround(eb, actor))))
    .$if(Boolean(stream), query => query.where('stream', '=', stream ?? ''))
    .$if(/^\d{1,9}$/.test(seq), query =>
      query.where(sql<boolean>`(recorded_at, stream, seq) < (${at}, ${of}, ${Number(seq)})`),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('stream', 'desc')
    .orderBy('seq', 'desc')
    .limit(PAGE + 1)
    .execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  const told = await withWhom(db, rows.slice(0, PAGE))
  return { rows: told, next: last && sayKey([last.recorded_at, last.stream, String(last.seq)]) }
}

const wallsAround = (eb: ExpressionBuilder<Tables, 'events'>, actor: Actor) =>
  eb
    .selectFrom('walls')
    .select('walls.case_number')
    .where(sql.ref('walls.case_number'), '=', sql`substr(events.stream, 6)`)
    .where('events.stream', 'like', 'case:%')
    .where(wall => standsBefore(actor)(wall))

/** Whose account a sign-in or a change of people was about. */
async function withWhom<Row extends { payload: string | null }>(db: Db, rows: readonly Row[]) {
  const about = rows.map(row => personIn(row.payload))
  const ids = about.filter(id => id !== null)
  const people =
    ids.length === 0 ? [] : await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map((row, i) => ({ ...row, about: people.find(({ id }) => id === about[i])?.name ?? null }))
}

function personIn(payload: string | null): string | null {
  const read: unknown = payload === null ? null : JSON.parse(payload)
  if (typeof read !== 'object' || read === null) return null
  if ('person' in read && typeof read.person === 'string') return read.person
  return 'id' in read && typeof read.id === 'string' ? read.id : null
}

const startOf = (column: string, q = '') => sql<string>`substr(${sql.ref(column)}, 1, ${sql.lit(q.length)})`
