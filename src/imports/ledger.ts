import type { Checked } from '../law/identifiers.ts'
import type { parseChannel, parseKind, parseProcedure, parseRating, parseRoute } from './cells.ts'
import type { ImportProblem } from './problem.ts'
import type { Ledger } from './read.ts'
import { parseRow } from './row.ts'
import type { Moment } from './times.ts'

/** Parses all rows of one ledger: those understood, and every problem of the others. */
export function parseRows(
  ledger: Ledger,
  context: { now: string; procedure?: LedgerProcedure },
): { rows: LedgerRow[]; problems: ImportProblem[] } {
  const { spelled } = ledger
  const seen = new Map<string, number>()
  const rows: LedgerRow[] = []
  const problems: ImportProblem[] = []
  for (const raw of ledger.rows) {
    const parsed = parseRow(raw, { ...context, spelled, seen })
    if ('ok' in parsed) rows.push(parsed.ok)
    else problems.push(...parsed.problems)
  }
  return { rows, problems }
}

export type LedgerProcedure = Value<typeof parseProcedure>
export type LedgerKind = Value<typeof parseKind>
export type LedgerRoute = Value<typeof parseRoute>
export type LedgerChannel = Value<typeof parseChannel>
export type LedgerRating = Value<typeof parseRating>

/** A row of the ledger, understood. What the row does not say is undefined. */
export type LedgerRow = {
  readonly row: number
  readonly number: string
  readonly procedure: LedgerProcedure
  readonly kind?: LedgerKind | undefined
  readonly route?: LedgerRoute | undefined
  readonly title: string
  readonly body: string
  readonly category?: string | undefined
  readonly place?: string | undefined
  readonly channel?: LedgerChannel | undefined
  readonly petitioner?: string | undefined
  readonly phone?: string | undefined
  readonly idNumber?: string | undefined
  readonly address?: string | undefined
  readonly organ?: string | undefined
  readonly filed: Moment
  readonly accepted?: Moment | undefined
  readonly replied?: Moment | undefined
  readonly closed?: Moment | undefined
  readonly reply?: string | undefined
  readonly rating?: LedgerRating | undefined
  readonly notes: Readonly<Record<string, string>>
}

type Value<P> = P extends (text: string) => Checked<infer W> ? W : never
