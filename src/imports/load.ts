import type { Actor } from '../accounts/actor.ts'
import { defaultOffice } from '../accounts/organs.ts'
import { inTransaction } from '../cases/perform.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { changesOf } from './changes.ts'
import { isTaken, noOffice, unfit } from './check.ts'
import type { Encoding } from './decode.ts'
import { placeRows } from './earlier.ts'
import { parseRows } from './ledger.ts'
import type { LedgerProcedure } from './ledger.ts'
import { organsByName } from './organs.ts'
import { problemOfFile } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { readLedger } from './read.ts'
import type { Format, Ledger } from './read.ts'
import { writeRows } from './write.ts'

export type LoadOrder = {
  bytes: Uint8Array
  format: Format
  encoding?: Encoding
  /** Of rows that name none. */
  procedure?: LedgerProcedure
  createOrgans?: boolean
  dryRun?: boolean
  now: string
}

export type Loaded = {
  readonly rows: number
  readonly imported: number
  readonly skipped: number
  readonly rejected: readonly ImportProblem[]
}

/** Who records what a ledger tells. */
export const importer: Actor = { id: 'import', name: '台账导入', organ: null, organs: [], roles: ['system'] }

/** Loads a ledger, all or nothing: one bad cell and nothing is written, and every bad cell is told. */
export async function loadLedger(store: Store, order: LoadOrder): Promise<Loaded> {
  const read = await readLedger(order.bytes, order)
  if ('problems' in read) return { rows: 0, imported: 0, skipped: 0, rejected: read.problems }
  return inTransaction(store, trx => loadRows(store, trx, read.ok, order))
}

async function loadRows(store: Store, trx: Db, ledger: Ledger, order: LoadOrder): Promise<Loaded> {
  const { rows, problems } = parseRows(ledger, order)
  const organs = await organsByName(trx)
  const hasOffice = order.createOrgans === true || (await defaultOffice(trx)) !== undefined
  const known = rows.filter(isTaken)
  const placed = await placeRows(trx, store.master, known)
  const raw = new Map(ledger.rows.map(row => [row.row, row]))
  const changes = placed.map(one => changesOf(one, ledger, raw.get(one.row.row)))
  const rejected = [
    ...(hasOffice ? [] : [problemOfFile(noOffice)]),
    ...problems,
    ...rows.flatMap(row => unfit(row, ledger, order.createOrgans ? undefined : organs)),
    ...changes.flat(),
  ].sort((a, b) => a.row - b.row)
  const fresh = placed.filter(({ earlier }) => earlier === undefined)
  const skipped = placed.filter(({ earlier }, i) => earlier !== undefined && changes[i]?.length === 0).length
  const counted = { rows: ledger.rows.length, skipped, rejected }
  if (rejected.length > 0) return { ...counted, imported: 0 }
  if (!order.dryRun) await writeRows(store, trx, fresh, { organs, by: { actor: importer, now: order.now } })
  return { ...counted, imported: fresh.length }
}
