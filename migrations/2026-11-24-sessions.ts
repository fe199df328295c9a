import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The sessions (届次) of a procedure, and the dated local rules of each. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

const statements = (text: string) => [
  `create table sessions (id ${text} primary key, procedure ${text} not null, term integer not null,
    session integer not null, zh ${text} not null, en ${text} not null, from_day ${text} not null,
    cutoff_on ${text} not null, unique (procedure, term, session))`,
  `create table session_rules (session ${text} not null, name ${text} not null, value ${text} not null,
    from_day ${text} not null, source ${text} not null, primary key (session, name, from_day))`,
  'create index sessions_from on sessions (procedure, from_day)',
]
