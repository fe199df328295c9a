import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What awaits an organ awaits one of its few roles: PostgreSQL takes these for independent, and sorts all to show some. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  if (dialect === 'sqlite') return
  const columns = sql`awaits_organ, awaits_role, is_open`
  await sql`create statistics if not exists cases_awaited (mcv, dependencies) on ${columns} from cases`.execute(db)
  await sql`analyze cases`.execute(db)
}
