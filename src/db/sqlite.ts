import Database from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely'
import type { DatabaseConnection, Driver, SqliteDialectConfig } from 'kysely'
import { sayInstant } from '../law/day.ts'
import { StillWriting } from './dialect.ts'
import type { Db, Dialect } from './dialect.ts'
import type { Tables } from './tables.ts'

/** One writer, and a second connection that reads beside it without waiting, with so much of the file in memory. */
export function openSqlite(file: string, megabytes = 64) {
  const writer = connect(file)
  const db = new Kysely<Tables>({ dialect: new ImmediateSqlite({ database: prepared(writer) }) })
  const reader = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: prepared(connectReader(file, megabytes)) }),
  })
  return { db, reader, dialect: sqlite, close: () => Promise.all([reader.destroy(), db.destroy()]) }
}

export const sqlite: Dialect = {
  name: 'sqlite',
  readsBlock: true,
  isDuplicate: error =>
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_TRIGGER'].includes(codeOf(error)),
  isPassing: error => codeOf(error).startsWith('SQLITE_BUSY'),
  clock: async () => sayInstant(Temporal.Now.instant()),
  settle: async (db, instant) => {
    try {
      await db.transaction().execute(async () => {})
    } catch (error) {
      if (!sqlite.isPassing(error)) throw error
      throw new StillWriting(`A writer that began before ${instant} has not finished; ask again later.`)
    }
  },
  indexWords: async (trx, caseNumber, grams) => {
    await sqlite.forgetWords(trx, caseNumber)
    await sql`insert into search_numbers (case_number) values (${caseNumber}) on conflict do nothing`.execute(trx)
    await sql`insert into search (rowid, grams)
      select id, ${grams} from search_numbers where case_number = ${caseNumber}`.execute(trx)
  },
  forgetWords: async (trx, caseNumber) => {
    await sql`delete from search where rowid in
      (select id from search_numbers where case_number = ${caseNumber})`.execute(trx)
  },
  scrub: async db => {
    await mergeSearch(db, -500)
    while ((await mergeSearch(db, 500)) > 1);
    await forgetSamples(db)
    return db.connection().execute(async one => {
      // Waiting for readers holds up the whole process.
      await sql`pragma busy_timeout = 200`.execute(one)
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(one)
      await sql`pragma busy_timeout = 10000`.execute(one)
      return rows[0]?.busy === 0
    })
  },
  matchesWords: (number, grams) => {
    const phrase = grams.map(gram => `"${gram.replaceAll('"', '""')}"`).join(' AND ')
    return sql<boolean>`${number} in (select n.case_number from search s
      join search_numbers n on n.id = s.rowid where search match ${phrase})`
  },
  member: (json, key) => sql<string | null>`json_extract(${json}, ${'$.' + key})`,
  learn: async ({ db, reader }) => {
    await db.connection().execute(async one => {
      await sql`pragma analysis_limit = 1000`.execute(one)
      await sql`pragma optimize = 0x10002`.execute(one)
    })
    // What a connection has read of the counts it keeps until told to read them again, which counts as writing.
    await reader.connection().execute(async one => {
      await sql`pragma query_only = off`.execute(one)
      try {
        await sql`analyze sqlite_schema`.execute(one)
      } finally {
        await sql`pragma query_only = on`.execute(one)
      }
    })
  },
  explain: async (db, query) => {
    const { sql: text, parameters } = query.compile()
    const plan = await db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${text}`, [...parameters]),
    )
    return plan.rows.map(row => row.detail)
  },
}

/** Forgotten words stay in older segments of the index until these are merged; some pages at a time, as acts go on. */
async function mergeSearch(db: Db, pages: number): Promise<number> {
  const before = await changesSoFar(db)
  await sql`insert into search (search, rank) values ('merge', ${sql.lit(pages)})`.execute(db)
  return (await changesSoFar(db)) - before
}

/** Where somebody has run `analyze`, the planner's samples hold values of the rows that were destroyed. */
async function forgetSamples(db: Db): Promise<void> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'sqlite_stat4'`.execute(db)
  if (rows.length > 0) await sql`delete from sqlite_stat4 where tbl in ('keys', 'party_hashes')`.execute(db)
}

async function changesSoFar(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db)
  return rows[0]?.n ?? 0
}

function connect(file: string) {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('busy_timeout = 10000')
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  return database
}

function connectReader(file: string, megabytes: number) {
  const database = new Database(file)
  database.pragma('busy_timeout = 10000')
  database.pragma('query_only = ON')
  database.pragma(`cache_size = -${1024 * megabytes}`)
  return database
}

/** Statements are prepared once a connection: doing so anew is a quarter of an act's time. */
function prepared(database: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    const known = kept.get(text)
    if (known && !known.busy) return known
    const statement = database.prepare(text)
    if (kept.size < 1_000) kept.set(text, statement)
    return statement
  }
  return { prepare, close: () => database.close() }
}

/** A plain `begin` fails with SQLITE_BUSY_SNAPSHOT when a second process writes in between. */
class ImmediateSqlite extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
