import type { Day } from '../law/day.ts'
import type { PartRole } from '../procedures/procedure.ts'

/** Every table, as rows come. Days are `YYYY-MM-DD`, instants ISO-8601 UTC, truth is 0 or 1. */
export type Tables = {
  events: EventTable
  log_hours: LogHourTable
  cases: CaseTable
  case_organs: CaseOrganTable
  assignments: AssignmentTable
  deadlines: DeadlineTable
  facts: FactTable
  figure_periods: FigurePeriodTable
  figure_sums: FigureSumTable
  walls: WallTable
  organs: OrganTable
  organ_names: OrganNameTable
  people: PersonTable
  parameters: ParameterTable
  sessions: SessionTable
  session_rules: SessionRuleTable
  calendar_days: CalendarDayTable
  categories: CategoryTable
  keys: KeyTable
  texts: TextTable
  parties: PartyTable
  party_hashes: PartyHashTable
  files: FileTable
  credentials: CredentialTable
  web_sessions: WebSessionTable
  tokens: TokenTable
  drafts: DraftTable
  outbox: OutboxTable
  query_codes: QueryCodeTable
  leases: LeaseTable
  jobs: JobTable
  idempotency: IdempotencyTable
  official_networks: OfficialNetworkTable
  readings: ReadingTable
  setup: SetupTable
  archived_reports: ArchivedReportTable
  report_readers: ReportReaderTable
  exports: ExportTable
}

/** The only truth. `stream` is `case:<number>`, `organs`, `people`, `parameters`, `sessions`, `calendar` or `categories`. */
export type EventTable = {
  stream: string
  seq: number
  act: string
  actor: string
  organ: string | null
  occurred_on: string
  occurred_at: string | null
  recorded_at: string
  payload: string
  versions: string
  origin: 'people' | 'system' | 'import'
  prev_hash: string
  hash: string
}

/** The digest of the whole log at the end of an hour (`2026-11-23T09`, UTC), once nothing more is written into it. */
export type LogHourTable = { hour: string; digest: string }

export type CaseTable = {
  number: string
  procedure: string
  procedure_version: string
  version: number
  state: string
  is_open: number
  kind: string | null
  route: string | null
  category: string | null
  /** The street or township it is about: see `organs`. */
  place: string | null
  channel: string
  origin: 'people' | 'system' | 'import'
  office: string
  lead: string | null
  awaits_role: string | null
  awaits_organ: string | null
  next_due: string | null
  received_on: string
  received_at: string
  ended_on: string | null
  /** 1 for an accusation: outside every organ-level figure. */
  restricted: number
  /** 1 while it looks for signatures: only those who sign see it. */
  drafted: number
  /** The session in whose batch it is counted, and its number in a series of it: see `cases/numbers.ts`. */
  session: string | null
  series: string | null
  serial: number | null
  label: string | null
  /** Since when its answer is public. */
  published_on: string | null
  /** What acts have set and done, as JSON: see `cases/project.ts`. */
  data: string
}

/** Which organs a case has been with; an official's lists are read from here. */
export type CaseOrganTable = { organ: string; received_at: string; case_number: string }

/** An organ's part in a case. `sender` gave it, and hears back; `person` is the leader in charge, or whose instruction it is. */
export type AssignmentTable = {
  case_number: string
  id: string
  organ: string
  role: PartRole
  state: string
  is_open: number
  since_on: string
  sender: string | null
  person: string | null
}

export type DeadlineTable = {
  case_number: string
  deadline: string
  /** The assignment it belongs to, or empty. */
  assignment: string
  /** Counts the times this deadline has started in this case. */
  round: number
  owner_role: string
  owner_organ: string | null
  term: string
  start_on: string
  start_at: string | null
  raw_on: string | null
  due_on: string
  due_at: string | null
  provisional: number
  extended: string | null
  /** Since when it stands still, and the days that did not count. */
  paused_on: string | null
  excluded: string | null
  calendar: string
  met_on: string | null
  ended_on: string | null
  lapsed_on: string | null
  is_open: number
  /** 0 for a right's window, which lapses but is never overdue. */
  is_duty: number
}

/** Signed lines; a figure through a day, as known at an instant, is one SUM. */
export type FactTable = {
  case_number: string
  seq: number
  line: number
  kind: string
  what: string
  sign: number
  /** The legal day the line is counted on. */
  on_day: string
  /** The legal day of the act that made it so: later than `on_day` when a reopening voids an earlier line. */
  happened_on: string
  recorded_at: string
  recorded_on: string
  organ: string | null
  procedure: string
  petition_kind: string | null
  channel: string
  category: string | null
  place: string | null
  origin: string
  restricted: number
  /** People in the group that came, 1 for one petitioner. */
  heads: number
  /** The session in whose batch it is counted. */
  session: string | null
}

/** A stretch of the log, by its last hour (UTC), whose part in the figures is kept; by which edition of their cohorts. */
export type FigurePeriodTable = { period: string; edition: string }

/** What the events of a period added to a cohort on a day, by procedure and one word more: see `reports/additions.ts`. */
export type FigureSumTable = {
  dimension: string
  day: Day
  period: string
  procedure: string
  cohort: string
  word: string
  n: number
}

/** Who must not learn of a case: an organ (with all below it) or a person. */
export type WallTable = { case_number: string; organ: string | null; person: string | null; reason: string }

export type OrganTable = {
  id: string
  kind: string
  parent: string | null
  /** `/root/…/id/`: the organ itself is included, so subordination is a prefix. */
  path: string
  zh: string
  en: string
  active: number
  /** 1 where an administrator has said that it has power over accusations. */
  takes_accusations: number
}
export type OrganNameTable = { organ: string; zh: string; en: string; from_day: string }

export type PersonTable = {
  id: string
  login: string
  name: string
  organ: string
  /** JSON list of role words. */
  roles: string
  active: number
}

export type ParameterTable = {
  procedure: string
  name: string
  value: string
  from_day: string
  source: string
}
/** A session (次) of a term (届); from `from_day` on what is submitted belongs to it, after `cutoff_on` to its series between sessions. */
export type SessionTable = {
  id: string
  procedure: string
  term: number
  session: number
  zh: string
  en: string
  from_day: string
  cutoff_on: string
}
export type SessionRuleTable = { session: string; name: string; value: string; from_day: string; source: string }
export type CalendarDayTable = {
  day: string
  rest: number
  name: string
  source: string
  announced_on: string
  /** Set when the row belongs to a whole announced year. */
  year: number | null
}
export type CategoryTable = { id: string; zh: string; en: string; active: number }

export type KeyTable = { id: string; wrapped: string }
/** Words of a case, sealed under its key. The event holds the salted commitment only. */
export type TextTable = { case_number: string; seq: number; field: string; sealed: string }
/** Personal data, sealed under the person's own key. */
export type PartyTable = {
  id: string
  case_number: string
  role: string
  seq: number
  sealed: string
  erased_at: string | null
}
export type PartyHashTable = { party: string; case_number: string; kind: string; hash: string }

export type FileTable = {
  id: string
  case_number: string | null
  draft: string | null
  seq: number | null
  /** Sealed: a file's name is personal data too. */
  name: string
  type: string
  size: number
  sha256: string
  created_at: string
  pulled_at: string | null
}

export type CredentialTable = {
  person: string
  hash: string
  must_change: number
  changed_at: string
  failures: number
  locked_until: string | null
}
export type WebSessionTable = {
  id: string
  person: string
  expires_at: string
  created_at: string
  seen_at: string
}
export type TokenTable = { hash: string; person: string; name: string; created_at: string; revoked_at: string | null }
export type DraftTable = { id: string; sealed: string; version: number; expires_at: string }

export type OutboxTable = {
  id: string
  case_number: string | null
  to_kind: 'person' | 'organ' | 'petitioner'
  to_id: string
  notice: string
  params: string
  created_at: string
  delivered_at: string | null
  read_at: string | null
}

export type QueryCodeTable = { case_number: string; hash: string; created_at: string }
export type LeaseTable = { name: string; holder: string; until: string }
export type JobTable = { id: string; name: string; due_at: string; payload: string; done_at: string | null }
export type IdempotencyTable = { key: string; person: string; request: string; answer: string; created_at: string }
export type OfficialNetworkTable = { hash: string; seen_on: string }
export type ReadingTable = { case_number: string; person: string; first_at: string }
/** A file of a closed month as it was made, base64; and who is told when a month is closed. */
export type ArchivedReportTable = {
  report: string
  month: string
  name: string
  as_of: string
  definitions: string
  digest: string
  sha256: string
  size: number
  content: string
  made_at: string
}
export type ReportReaderTable = { person: string; since: string }
/** A workbook somebody asked for; `slot` counts what one person has under way, `asked` is JSON. */
export type ExportTable = {
  id: string
  person: string
  slot: number
  report: string
  asked: string
  lang: 'zh' | 'en'
  name: string
  state: 'waiting' | 'making' | 'ready' | 'cancelled' | 'failed' | 'expired'
  asked_at: string
  /** Who makes it, or made it: the file bears this word too. */
  holder: string | null
  held_until: string | null
  tries: number
  /** Rows of cases written so far, of so many. */
  written: number
  listed: number | null
  /** The lists in the file, JSON. */
  lists: string | null
  size: number | null
  ended_at: string | null
  problem: 'stopped' | 'error' | 'closed' | null
}
export type SetupTable = { hash: string; purpose: string; used_at: string | null }
