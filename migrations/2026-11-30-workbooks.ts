import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Workbooks made in the background: who asked for what, how far it is, and which file it became. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

const statements = (text: string) => [
  `create table exports (
    id ${text} primary key, person ${text} not null, slot integer not null,
    report ${text} not null, asked ${text} not null, lang ${text} not null, name ${text} not null,
    state ${text} not null, asked_at ${text} not null, holder ${text}, held_until ${text}, tries integer not null,
    written integer not null, listed integer, lists text, size integer, ended_at ${text}, problem ${text}
  )`,
  'create index exports_person on exports (person, asked_at)',
  `create unique index exports_question on exports (person, report, asked, lang)
    where state in ('waiting', 'making', 'ready')`,
  "create unique index exports_slot on exports (person, slot) where state in ('waiting', 'making')",
  "create index exports_due on exports (asked_at) where state in ('waiting', 'making')",
  'create index exports_ended on exports (ended_at)',
]
