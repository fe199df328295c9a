import type { Payload } from '../cases/project.ts'
import type { Db } from '../db/dialect.ts'
import { findKeys, lookupHash } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import { procedureOn } from '../procedures/registry.ts'
import type { LedgerRow } from './ledger.ts'

/** A row with its case number: a new one, or that of the case an earlier import made of it. */
export type Placed = { row: LedgerRow; number: string; mark: string; earlier?: Earlier }

/** What an earlier import kept of a row; its key is gone where the case was erased. */
export type Earlier = { mark: string; cells: Readonly<Record<string, string>>; key?: Key | undefined }

/**
 * Gives each row its case number: the office's own where that fits an address and is free, else one derived from it.
 * Neither ever moves, so that a second run finds the case the first one made.
 */
export async function placeRows(db: Db, master: Buffer, rows: readonly LedgerRow[]): Promise<Placed[]> {
  const taken = new Map<string, Earlier | null>()
  const placed: Placed[] = []
  for (let i = 0; i < rows.length; i += 500) {
    const chunk = rows.slice(i, i + 500)
    const wanted = chunk.flatMap(row => candidates(master, row))
    for (const [number, earlier] of await findEarlier(db, master, wanted)) taken.set(number, earlier)
    for (const row of chunk) {
      const one = place(master, row, taken)
      if (!one.earlier) taken.set(one.number, null)
      placed.push(one)
    }
  }
  return placed
}

function place(master: Buffer, row: LedgerRow, taken: ReadonlyMap<string, Earlier | null>): Placed {
  const mark = markOf(master, row)
  for (const number of candidates(master, row)) {
    const earlier = taken.get(number)
    if (earlier === undefined) return { row, number, mark }
    if (earlier?.mark === mark) return { row, number, mark, earlier }
  }
  throw new Error(`Row ${row.row}: no case number is free`)
}

function candidates(master: Buffer, row: LedgerRow): string[] {
  const { prefix } = procedureOn(row.procedure, row.filed.on)
  const derived = `${prefix}-${markOf(master, row).replaceAll(/[-_]/g, '').slice(0, 12)}`
  return isAddress(row.number) ? [row.number, derived] : [derived]
}

/** Fits an address as it is, and is no word a page of its own could have. */
const isAddress = (number: string): boolean => /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(number)

const markOf = (master: Buffer, { procedure, number }: LedgerRow): string =>
  lookupHash(master, 'ledger number', [procedure, number].join('\u0000'))

/** Of the numbers that are taken, what ledger row each came from; null where from none. */
async function findEarlier(db: Db, master: Buffer, numbers: readonly string[]): Promise<[string, Earlier | null][]> {
  const streams = numbers.map(number => `case:${number}`)
  const events = await db
    .selectFrom('events')
    .select(['stream', 'payload'])
    .where('stream', 'in', streams)
    .where('seq', '=', 1)
    .execute()
  const keys = await findKeys(
    db,
    master,
    events.map(({ stream }) => stream),
  )
  return events.map(({ stream, payload }) => {
    const { ledger }: Payload = JSON.parse(payload)
    return [stream.slice('case:'.length), ledger ? { ...ledger, key: keys.get(stream) } : null]
  })
}
