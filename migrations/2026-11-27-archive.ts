import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The months that were closed: each file as it was made, and who wished to be told. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

const statements = (text: string) => [
  `create table archived_reports (
    report ${text} not null, month ${text} not null, name ${text} not null, as_of ${text} not null,
    definitions ${text} not null, digest ${text} not null, sha256 ${text} not null, size integer not null,
    content text not null, made_at ${text} not null, primary key (report, month, name)
  )`,
  `create table report_readers (person ${text} primary key, since ${text} not null)`,
]
