import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Who gave an organ its part, clocks that stand still, and the people in a group. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

const statements = (text: string) => [
  `alter table assignments add column sender ${text}`,
  `alter table assignments add column person ${text}`,
  `alter table deadlines add column paused_on ${text}`,
  `alter table deadlines add column excluded ${text}`,
  `alter table facts add column heads integer not null default 1`,
  'create index assignments_given on assignments (sender, state, case_number) where is_open = 1',
  'create index assignments_person on assignments (person, case_number) where is_open = 1',
]
