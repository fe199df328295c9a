import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import type { DerivedTable } from './replay.ts'

/** What is of the moment, or is made anew; and keys, which are never inside a copy. */
export const leftOut = [
  'keys',
  'log_hours',
  'figure_periods',
  'figure_sums',
  'web_sessions',
  'drafts',
  'leases',
  'exports',
  'idempotency',
  'official_networks',
  'setup',
] as const satisfies readonly (keyof Tables)[]

export type KeptTable = Exclude<keyof Tables, DerivedTable | (typeof leftOut)[number]>
export type Row = Readonly<Record<string, string | number | null>>

/** Every table a copy holds, with the columns that order it. A new table that is named nowhere here does not compile. */
const kept: Readonly<Record<KeptTable, readonly string[]>> = {
  events: ['stream', 'seq'],
  organs: ['id'],
  organ_names: ['organ', 'from_day'],
  people: ['id'],
  parameters: ['procedure', 'name', 'from_day'],
  sessions: ['id'],
  session_rules: ['session', 'name', 'from_day'],
  calendar_days: ['day'],
  categories: ['id'],
  texts: ['case_number', 'seq', 'field'],
  parties: ['id'],
  party_hashes: ['party', 'kind'],
  files: ['id'],
  credentials: ['person'],
  tokens: ['hash'],
  outbox: ['id'],
  query_codes: ['case_number'],
  jobs: ['id'],
  readings: ['case_number', 'person'],
  archived_reports: ['report', 'month', 'name'],
  report_readers: ['person'],
}

export const isKept = (table: string): table is KeptTable => Object.hasOwn(kept, table)
export const keptTables: readonly KeptTable[] = Object.keys(kept).filter(isKept)

/** All rows of a table in order, never more than a page of them in memory. Files of drafts stay out with their drafts. */
export async function* pagesOf(db: Db, table: KeptTable | 'keys', size = 500): AsyncGenerator<readonly Row[]> {
  const key = table === 'keys' ? ['id'] : kept[table]
  const columns = sql.join(key.map(column => sql.ref(column)))
  const only = table === 'files' ? sql`case_number is not null` : sql`1 = 1`
  let last: Row | undefined
  do {
    const after = last && sql`and (${columns}) > (${sql.join(key.map(column => last?.[column]))})`
    const page = await sql<Row>`select * from ${sql.table(table)} where ${only} ${after ?? sql``}
      order by ${columns} limit ${sql.lit(size)}`.execute(db)
    if (page.rows.length > 0) yield page.rows
    last = page.rows.length === size ? page.rows.at(-1) : undefined
  } while (last)
}

export async function putRows(trx: Db, table: KeptTable | 'keys', rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let i = 0; i < rows.length; i += 100) {
    const values = rows.slice(i, i + 100).map(row => sql`(${sql.join(columns.map(column => row[column]))})`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map(column => sql.ref(column)))})
      values ${sql.join(values)}`.execute(trx)
  }
}
