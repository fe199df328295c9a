import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Suggestions and proposals: drafts, the batch of a session, numbers in its series, and what is public. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

const statements = (text: string) => [
  'alter table cases add column drafted integer not null default 0',
  `alter table cases add column session ${text}`,
  `alter table cases add column series ${text}`,
  'alter table cases add column serial integer',
  `alter table cases add column label ${text}`,
  `alter table cases add column published_on ${text}`,
  `alter table facts add column session ${text}`,
  'create unique index cases_numbered on cases (session, series, serial) where serial is not null',
  'create index cases_labelled on cases (label) where label is not null',
  'create index cases_of_session on cases (session, number) where session is not null',
  'create index cases_published on cases (published_on, number) where published_on is not null',
  'create index facts_of_session on facts (session, kind, what, on_day) where session is not null',
]
