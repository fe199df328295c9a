import { lookupHash } from '../db/vault.ts'
import type { ColumnId } from './columns.ts'
import type { LedgerRow } from './ledger.ts'

/** A row as keyed hashes, one a column: tells whether a row has changed, and tells nothing else. */
export type Fingerprint = Readonly<Record<string, string>>

/** What is empty has no hash. The row's own number goes into each, so that equal cells of two rows look unlike. */
export function fingerprintOf(master: Buffer, row: LedgerRow): Fingerprint {
  const hash = (column: string, value: string) =>
    lookupHash(master, `ledger ${column}`, [row.procedure, row.number, value].join('\u0000')).slice(0, 22)
  const columns = Object.entries(cellsOf(row)).flatMap(([column, value]) =>
    value === undefined || value === '' ? [] : [[column, hash(column, value)]],
  )
  const notes = Object.entries(row.notes).map(([name, value]) => [`${noteMark}${name}`, hash(name, value)])
  return Object.fromEntries([...columns, ...notes])
}

/** The columns that differ, a note under its own name. */
export function changedColumns(before: Fingerprint, after: Fingerprint): string[] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...columns].filter(column => before[column] !== after[column])
}

/** A note may be called like a column of the ledger in another language. */
export const noteMark = '备注:'

/** As understood, so that a date is the same however it was written. */
function cellsOf(row: LedgerRow): Readonly<Record<ColumnId, string | undefined>> {
  const moment = (at: LedgerRow['closed']) => at && (at.at ?? at.on)
  return {
    number: row.number,
    procedure: row.procedure,
    kind: row.kind,
    route: row.route,
    title: row.title,
    body: row.body,
    category: row.category,
    channel: row.channel,
    petitioner: row.petitioner,
    phone: row.phone,
    id_number: row.idNumber,
    address: row.address,
    organ: row.organ,
    filed_at: moment(row.filed),
    accepted_at: moment(row.accepted),
    replied_at: moment(row.replied),
    closed_at: moment(row.closed),
    reply: row.reply,
    rating: row.rating,
  }
}
