import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What each stretch of the log added to every month's figures; an event recorded into the past unsettles what follows. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text'
  for (const statement of [...tables(text, dialect), ...(dialect === 'postgres' ? postgres : sqlite)])
    await sql.raw(statement).execute(db)
}

const tables = (text: string, dialect: 'sqlite' | 'postgres') => [
  `create table figure_periods (period ${text} primary key, edition ${text} not null)`,
  `create table figure_sums (dimension ${text} not null, month ${text} not null, period ${text} not null,
    procedure ${text} not null, cohort ${text} not null, word ${text} not null, n integer not null,
    primary key (dimension, month, period, procedure, cohort, word))${dialect === 'sqlite' ? ' without rowid' : ''}`,
  'create index figure_sums_period on figure_sums (period)',
  'create index cases_office on cases (office, number)',
  'create index cases_restricted on cases (number) where restricted = 1',
]

const sqlite = [
  `create trigger events_unsettle_figures after insert on events
    begin
      delete from figure_sums where period >= substr(new.recorded_at, 1, 13);
      delete from figure_periods where period >= substr(new.recorded_at, 1, 13);
    end`,
]

const postgres = [
  `create function unsettle_figures() returns trigger language plpgsql as
    $$ declare first text collate "C";
    begin
      select min(substr(recorded_at, 1, 13)) into first from added;
      delete from figure_sums where period >= first;
      delete from figure_periods where period >= first;
      return null;
    end $$`,
  `create trigger events_unsettle_figures after insert on events referencing new table as added
    for each statement execute function unsettle_figures()`,
]
