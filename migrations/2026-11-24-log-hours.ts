import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The digest of the log at the end of each settled hour; an event recorded into the past unsettles what follows. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  await sql.raw(`create table log_hours (hour ${text} primary key, digest ${text} not null)`).execute(db)
  for (const statement of dialect === 'postgres' ? postgres : sqlite) await sql.raw(statement).execute(db)
}

const sqlite = [
  `create trigger events_unsettle after insert on events
    begin delete from log_hours where hour >= substr(new.recorded_at, 1, 13); end`,
]

const postgres = [
  `create function unsettle_hours() returns trigger language plpgsql as
    $$ begin
      delete from log_hours where hour >= (select min(substr(recorded_at, 1, 13)) from added);
      return null;
    end $$`,
  `create trigger events_unsettle after insert on events referencing new table as added
    for each statement execute function unsettle_hours()`,
]
