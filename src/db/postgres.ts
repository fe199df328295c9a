import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import { instantOf, sayInstant } from '../law/day.ts'
import { StillWriting } from './dialect.ts'
import type { Db, Dialect } from './dialect.ts'
import type { Tables } from './tables.ts'

/** Counts come back as numbers: nothing here counts past 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format ?? 'text'),
}

export function openPostgres(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 12, types })
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) })
  return { db, reader: db, dialect: postgres, close: () => db.destroy() }
}

export const postgres: Dialect = {
  name: 'postgres',
  readsBlock: false,
  isDuplicate: error => codeOf(error) === '23505',
  isPassing: error => ['40001', '40P01'].includes(codeOf(error)),
  clock: async db => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    return sayInstant(instantOf((rows[0]?.now ?? new Date()).toISOString()))
  },
  settle: async (db, instant) => {
    for (let tries = 0; tries < 100; tries++) {
      if (!(await hasOlderWriter(db, instant))) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new StillWriting(`A writer that began before ${instant} has not finished; ask again later.`)
  },
  indexWords: async (trx, caseNumber, grams) => {
    await sql`insert into search (case_number, grams) values (${caseNumber}, array_to_tsvector(${distinct(grams)}))
      on conflict (case_number) do update set grams = excluded.grams`.execute(trx)
  },
  forgetWords: async (trx, caseNumber) => {
    await sql`delete from search where case_number = ${caseNumber}`.execute(trx)
  },
  scrub: db => db.connection().execute(scrubOn),
  matchesWords: (number, grams) => {
    const query = grams.map(gram => `'${gram.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' & ')
    return sql<boolean>`${number} in (select case_number from search where grams @@ ${query}::tsquery)`
  },
  member: (json, key) => sql<string | null>`(${json}::jsonb ->> ${key})`,
  // It keeps such counts by itself.
  learn: async () => {},
  explain: async (db, query) => {
    const { sql: text, parameters } = query.compile()
    const plan = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain ${text}`, [...parameters]))
    return plan.rows.map(row => row['QUERY PLAN'])
  },
}

/**
 * Tables that hold keys, hashes or words in the clear are written anew: a plain vacuum leaves old rows in their pages.
 * So are the samples of their values. Nobody waits for long: where somebody still reads an older state, it is put off.
 */
async function scrubOn(db: Db): Promise<boolean> {
  await sql`set lock_timeout = '5s'`.execute(db)
  try {
    if (!(await olderReadersEnd(db))) return false
    await sql`vacuum (full, analyze) keys, party_hashes, search`.execute(db)
    await sql`vacuum (full) pg_statistic`.execute(db)
    await sql`vacuum texts, parties, files`.execute(db)
    return true
  } catch (error) {
    if (['55P03', '40P01'].includes(codeOf(error))) return false
    throw error
  } finally {
    await sql`reset lock_timeout`.execute(db)
  }
}

/** Whoever began to read before now, the database's own analysis too, still sees what was destroyed; they are waited for. */
async function olderReadersEnd(db: Db): Promise<boolean> {
  const { rows: begun } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db)
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and backend_xmin is not null
      and xact_start <= ${begun[0]?.now}::timestamptz`.execute(db)
    if (rows.length === 0) return true
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}

async function hasOlderWriter(db: Db, instant: string) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_xid is not null and xact_start <= ${instant}::timestamptz`.execute(db)
  return (rows[0]?.n ?? 0) > 0
}

const distinct = (grams: string) => [...new Set(grams.split(' '))].filter(gram => gram !== '')

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
