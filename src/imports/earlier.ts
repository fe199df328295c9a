import type { Db } from '../db/dialect.ts'
import { lookupHash } from '../db/vault.ts'
import { procedureOn } from '../procedures/registry.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { LedgerRow } from './ledger.ts'

/** A row with its case number: a new one, or that of the case an earlier import made of it. */
export type Placed = { row: LedgerRow; number: string; fingerprint: Fingerprint; earlier?: Fingerprint }

/**
 * Gives each row its case number: the office's own where that fits an address and is free, else one derived from it.
 * Neither ever moves, so that a second run finds the case the first one made.
 */
export async function placeRows(db: Db, master: Buffer, rows: readonly LedgerRow[]): Promise<Placed[]> {
  const taken = new Map<string, Fingerprint | null>()
  const placed: Placed[] = []
  for (let i = 0; i < rows.length; i += 500) {
    const chunk = rows.slice(i, i + 500)
    const wanted = chunk.flatMap(row => candidates(master, row))
    for (const [number, ledger] of await firstEvents(db, wanted)) taken.set(number, ledger)
    for (const row of chunk) {
      const one = place(master, row, taken)
      taken.set(one.number, one.earlier ?? one.fingerprint)
      placed.push(one)
    }
  }
  return placed
}

function place(master: Buffer, row: LedgerRow, taken: ReadonlyMap<string, Fingerprint | null>): Placed {
  const fingerprint = fingerprintOf(master, row)
  for (const number of candidates(master, row)) {
    const earlier = taken.get(number)
    if (earlier === undefined) return { row, number, fingerprint }
    if (earlier?.['number'] && earlier['number'] === fingerprint['number']) return { row, number, fingerprint, earlier }
  }
  throw new Error(`Row ${row.row}: no case number is free`)
}

function candidates(master: Buffer, row: LedgerRow): string[] {
  const { prefix } = procedureOn(row.procedure, row.filed.on)
  const hash = lookupHash(master, 'ledger number', [row.procedure, row.number].join('\u0000'))
  const derived = `${prefix}-${hash.replaceAll(/[-_]/g, '').slice(0, 12)}`
  return isAddress(row.number) ? [row.number, derived] : [derived]
}

/** Fits an address as it is, and is no word a page of its own could have. */
const isAddress = (number: string): boolean => /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(number)

/** Of the numbers that are taken, what ledger row each came from; null where from none. */
async function firstEvents(db: Db, numbers: readonly string[]): Promise<[string, Fingerprint | null][]> {
  const events = await db
    .selectFrom('events')
    .select(['stream', 'payload'])
    .where(
      'stream',
      'in',
      numbers.map(number => `case:${number}`),
    )
    .where('seq', '=', 1)
    .execute()
  return events.map(({ stream, payload }) => {
    const { ledger }: { ledger?: Fingerprint } = JSON.parse(payload)
    return [stream.slice('case:'.length), ledger ?? null]
  })
}
