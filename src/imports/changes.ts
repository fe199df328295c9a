import { fingerprintOf } from '../cases/history.ts'
import type { ColumnId } from './columns.ts'
import type { Placed } from './earlier.ts'
import type { LedgerRow } from './ledger.ts'
import { problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import type { Ledger, RawRow } from './read.ts'

/** A row's cells as understood, so that a date is the same however it was written. What is empty is left out. */
export function cellsOf(row: LedgerRow): Record<string, string> {
  const notes = Object.entries(row.notes).map(([name, value]) => [`${noteMark}${name}`, value])
  return Object.fromEntries([...Object.entries(columnsOf(row)).filter(([, value]) => value), ...notes])
}

/** The columns in which a row differs from the case an earlier import made of it; of an erased case nothing is known. */
export function changesOf(
  { row, number, earlier }: Placed,
  { spelled }: Ledger,
  raw: RawRow | undefined,
): ImportProblem[] {
  if (!earlier?.key) return []
  const [before, after] = [earlier.cells, fingerprintOf(earlier.key, cellsOf(row))]
  const names: Readonly<Record<string, string | undefined>> = spelled
  const cells: Readonly<Record<string, string | undefined>> = raw?.cells ?? {}
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(column => before[column] !== after[column])
    .map(column => {
      const note = column.startsWith(noteMark) ? column.slice(noteMark.length) : undefined
      const value = note === undefined ? cells[column] : raw?.notes[note]
      return problemAt(row.row, note ?? names[column] ?? column, value ?? '', changed(number))
    })
}

/** A note may bear the name a column has in the other language. */
const noteMark = '备注:'

function columnsOf(row: LedgerRow): Record<ColumnId, string | undefined> {
  const moment = (at: LedgerRow['closed']) => at && (at.at ?? at.on)
  return {
    number: row.number,
    procedure: row.procedure,
    kind: row.kind,
    route: row.route,
    title: row.title,
    body: row.body,
    category: row.category,
    place: row.place,
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

const changed = (number: string) => ({
  zh: `与先前导入的不同（案件 ${number}）。已导入的记录不能覆盖：请改回原值，或在案件中办理更改`,
  en: `It differs from what was imported before (case ${number}). Restore the value, or change the case itself`,
})
