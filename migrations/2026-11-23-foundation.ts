import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The log, what is derived from it, and what is kept beside it. Frozen: later changes are later files. */
export async function up(db: Kysely<any>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const pg = dialect === 'postgres'
  for (const [name, columns] of Object.entries(tables)) {
    await sql.raw(`create table ${name} (${pg ? collated(columns) : columns})`).execute(db)
  }
  for (const index of indexes) await sql.raw(`create ${index}`).execute(db)
  for (const statement of pg ? postgresOnly : sqliteOnly) await sql.raw(statement).execute(db)
}

/** Sorted bytewise, so that both databases page alike. */
const collated = (columns: string) => columns.replaceAll(/\btext\b/g, 'text collate "C"')

const tables: Record<string, string> = {
  events: `stream text not null, seq integer not null, act text not null, actor text not null, organ text,
    occurred_on text not null, occurred_at text, recorded_at text not null, payload text not null, versions text not null,
    origin text not null, prev_hash text not null, hash text not null, primary key (stream, seq)`,
  cases: `number text primary key, procedure text not null, procedure_version text not null, version integer not null,
    state text not null, is_open integer not null, kind text, route text, category text, channel text not null,
    origin text not null, office text not null, lead text, awaits_role text, awaits_organ text, next_due text,
    received_on text not null, received_at text not null, ended_on text, restricted integer not null, data text not null`,
  case_organs: `organ text not null, received_at text not null, case_number text not null,
    primary key (organ, received_at, case_number)`,
  assignments: `case_number text not null, id text not null, organ text not null, role text not null, state text not null,
    is_open integer not null, since_on text not null, primary key (case_number, id)`,
  deadlines: `case_number text not null, deadline text not null, assignment text not null, round integer not null,
    owner_role text not null, owner_organ text, term text not null, start_on text not null, start_at text, raw_on text,
    due_on text not null, due_at text, provisional integer not null, extended text, calendar text not null, met_on text,
    ended_on text, lapsed_on text, is_open integer not null, is_duty integer not null,
    primary key (case_number, deadline, assignment, round)`,
  facts: `case_number text not null, seq integer not null, line integer not null, kind text not null, what text not null,
    sign integer not null, on_day text not null, happened_on text not null, recorded_at text not null,
    recorded_on text not null, organ text, procedure text not null, petition_kind text, channel text not null,
    category text, origin text not null, restricted integer not null, primary key (case_number, seq, line)`,
  walls: `case_number text not null, organ text, person text, reason text not null`,
  organs: `id text primary key, kind text not null, parent text, path text not null, zh text not null, en text not null,
    active integer not null`,
  organ_names: `organ text not null, zh text not null, en text not null, from_day text not null, primary key (organ, from_day)`,
  people: `id text primary key, login text not null unique, name text not null, organ text not null, roles text not null,
    active integer not null`,
  parameters: `procedure text not null, name text not null, value text not null, from_day text not null, source text not null,
    primary key (procedure, name, from_day)`,
  calendar_days: `day text primary key, rest integer not null, name text not null, source text not null,
    announced_on text not null, year integer`,
  categories: `id text primary key, zh text not null, en text not null, active integer not null`,
  keys: `id text primary key, wrapped text not null`,
  texts: `case_number text not null, seq integer not null, field text not null, sealed text not null,
    primary key (case_number, seq, field)`,
  parties: `id text primary key, case_number text not null, role text not null, seq integer not null, sealed text not null,
    erased_at text`,
  party_hashes: `party text not null, case_number text not null, kind text not null, hash text not null,
    primary key (party, kind)`,
  files: `id text primary key, case_number text, draft text, seq integer, name text not null, type text not null,
    size integer not null, sha256 text not null, created_at text not null, pulled_at text`,
  credentials: `person text primary key, hash text not null, must_change integer not null, changed_at text not null,
    failures integer not null, locked_until text`,
  web_sessions: `id text primary key, person text not null, expires_at text not null, created_at text not null,
    seen_at text not null`,
  tokens: `hash text primary key, person text not null, name text not null, created_at text not null, revoked_at text`,
  drafts: `id text primary key, sealed text not null, version integer not null, expires_at text not null`,
  outbox: `id text primary key, case_number text, to_kind text not null, to_id text not null, notice text not null,
    params text not null, created_at text not null, delivered_at text, read_at text`,
  query_codes: `case_number text primary key, hash text not null, created_at text not null`,
  leases: `name text primary key, holder text not null, until text not null`,
  jobs: `id text primary key, name text not null, due_at text not null, payload text not null, done_at text`,
  idempotency: `key text not null, person text not null, request text not null, answer text not null, created_at text not null,
    primary key (person, key)`,
  official_networks: `hash text primary key, seen_on text not null`,
  readings: `case_number text not null, person text not null, first_at text not null, primary key (case_number, person)`,
  setup: `hash text primary key, purpose text not null, used_at text`,
}

const indexes = [
  'index events_recorded on events (recorded_at, stream)',
  /** What has no due day comes last on both databases. */
  "index cases_awaiting on cases (awaits_organ, awaits_role, (coalesce(next_due, '9999-12-31')), number) where is_open = 1",
  "index cases_awaiting_organ on cases (awaits_organ, (coalesce(next_due, '9999-12-31')), number) where is_open = 1",
  'index cases_received on cases (received_at, number)',
  'index cases_state on cases (state, received_at, number)',
  'index cases_open_late on cases (next_due, number) where is_open = 1',
  'index case_organs_case on case_organs (case_number)',
  'index assignments_open on assignments (organ, case_number) where is_open = 1',
  'index deadlines_open on deadlines (due_on, case_number) where is_open = 1',
  'index deadlines_provisional on deadlines (case_number) where is_open = 1 and provisional = 1',
  'index facts_counted on facts (kind, what, restricted, on_day, recorded_at, happened_on, sign, organ, case_number)',
  'index facts_happened on facts (kind, happened_on, on_day)',
  'index walls_case on walls (case_number)',
  'index parties_case on parties (case_number)',
  'index party_hashes_hash on party_hashes (kind, hash, case_number)',
  'index files_case on files (case_number)',
  'index files_draft on files (draft)',
  'index web_sessions_person on web_sessions (person)',
  'index web_sessions_expiry on web_sessions (expires_at)',
  'index outbox_to on outbox (to_kind, to_id, created_at, id)',
  'index outbox_unread on outbox (to_kind, to_id) where read_at is null',
  'index outbox_case on outbox (case_number)',
  'index outbox_undelivered on outbox (created_at) where delivered_at is null',
  'index drafts_expiry on drafts (expires_at)',
  'index jobs_due on jobs (due_at) where done_at is null',
  'index people_organ on people (organ)',
  'index readings_person on readings (person)',
]

const sqliteOnly = [
  `create trigger events_keep_update before update on events begin select raise(abort, 'the log is append-only'); end`,
  `create trigger events_keep_delete before delete on events begin select raise(abort, 'the log is append-only'); end`,
  /** INSERT OR REPLACE deletes without firing the trigger above unless recursive_triggers is on. */
  `create trigger events_keep_replace before insert on events
    when exists (select 1 from events where stream = new.stream and seq = new.seq)
    begin select raise(abort, 'events.seq: the log is append-only'); end`,
  `create table search_numbers (id integer primary key, case_number text not null unique)`,
  `create virtual table search using fts5 (grams, tokenize = "unicode61 remove_diacritics 0")`,
]

const postgresOnly = [
  `create function keep_events() returns trigger language plpgsql as
    $$ begin raise exception 'the log is append-only'; end $$`,
  `create trigger events_keep before update or delete on events for each row execute function keep_events()`,
  `create trigger events_keep_truncate before truncate on events for each statement execute function keep_events()`,
  `create table search (case_number text collate "C" primary key, grams tsvector not null)`,
  `create index search_grams on search using gin (grams)`,
]
