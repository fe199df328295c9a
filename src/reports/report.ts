import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Unit } from './visits.ts'

/** What stretch a report is about. */
export type PeriodKind = 'month' | 'year' | 'session'

/** A report as data: what every format is rendered from. Holds no time of printing and no reader. */
export type Report = {
  report: string
  title: Text
  /** Exactly one of the three, as the report is of a month, a year or a session. */
  month?: string
  year?: string
  session?: string
  period: Text
  through: Day
  asOf: string
  scope: ReportScope
  procedure: string | null
  definitions: string
  metrics: ReportMetric[]
  tables: ReportTable[]
  digest: string
}

export type ReportScope = { kind: 'district'; name: Text } | { kind: 'organ'; id: string; name: Text }

/** A count has a numerator only; a rate over nothing is null and prints —. */
export type ReportMetric = {
  id: string
  version: string
  title: Text
  numerator: number
  denominator: number | null
  rate: string | null
  unit: Unit
  formula: Text
  basis: Text
}

export type ReportTable = { id: string; title: Text; note: Text | null; columns: ReportColumn[]; rows: Cell[][] }
export type ReportColumn = { id: string; title: Text; kind: 'text' | 'number' | 'rate' }
export type Cell = Text | string | number | null

/** What a report's page begins with, by ids of its figures. */
export type Headline = {
  counts: readonly string[]
  rates: readonly string[]
  /** Said beside what was on time. */
  late?: string
  /** Shown as a sum where the report has every term. */
  sum?: { of: readonly string[]; is: readonly string[] }
}

/** What is asked for, as typed: in an address, a command line or a request. */
export type Asked = {
  month?: string | undefined
  year?: string | undefined
  session?: string | undefined
  through?: string | undefined
  asOf?: string | undefined
  /** An organ's id or name; none means the district. */
  organ?: string | undefined
  procedure?: string | undefined
}
