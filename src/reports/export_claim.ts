import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { ExportTable, Tables } from '../db/tables.ts'
import { instantOf, sayInstant } from '../law/day.ts'
import type { Progress } from './xlsx_file.ts'

/** Long enough for a busy second or two; then whoever makes it is taken to be gone. */
const heldSeconds = 15

/** Takes the oldest that waits, or whose maker was not heard of any more; of several servers one gets it. */
export async function claimExport(db: Db, now: string): Promise<ExportTable | undefined> {
  const next = await db
    .selectFrom('exports')
    .select('id')
    .where(isFree(now))
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst()
  if (!next) return undefined
  return db
    .updateTable('exports')
    .set({ state: 'making', holder: randomUUID(), held_until: until(now), written: 0, listed: null })
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', next.id)
    .where(isFree(now))
    .returningAll()
    .executeTakeFirst()
}

type Held = Pick<ExportTable, 'id' | 'holder'>

/** Says how far it is and that its maker lives; false once it was cancelled, or given to another. */
export async function keepClaim(
  db: Db,
  held: Held,
  { written, listed }: Partial<Progress>,
  now: string,
): Promise<boolean> {
  const kept = await changing(db, held)
    .set({ held_until: until(now), written: written ?? 0, listed: listed ?? null })
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** What became of it; false where it was cancelled, or given to another, meanwhile. */
export async function endClaim(db: Db, held: Held, end: Partial<ExportTable>): Promise<boolean> {
  return (await changing(db, held).set(end).returning('id').executeTakeFirst()) !== undefined
}

/** Gives it back as if it had not been begun. */
export const dropClaim = (db: Db, held: Held): Promise<unknown> =>
  changing(db, held)
    .set({ state: 'waiting', holder: null, held_until: null, written: 0, listed: null })
    .set(eb => ({ tries: eb('tries', '-', 1) }))
    .execute()

const changing = (db: Db, { id, holder }: Held) =>
  db.updateTable('exports').where('id', '=', id).where('holder', '=', holder).where('state', '=', 'making')

const isFree = (now: string) => (eb: ExpressionBuilder<Tables, 'exports'>) =>
  eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'making'), eb('held_until', '<', now)])])

const until = (now: string) => sayInstant(instantOf(now).add({ seconds: heldSeconds }))
