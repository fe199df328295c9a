import { readLedger } from '../../src/imports/read.ts'
import type { Format, Ledger } from '../../src/imports/read.ts'

/** The ledger in the bytes; throws what is wrong with them. */
export async function ledgerOf(bytes: Uint8Array, format: Format): Promise<Ledger> {
  const read = await readLedger(bytes, { format })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.ok
}

/** A CSV with every cell in quotes. */
export const csvOf = (table: readonly (readonly string[])[]): Buffer =>
  Buffer.from(table.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
