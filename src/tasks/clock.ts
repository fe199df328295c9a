import { sql } from 'kysely'
import type { Store } from '../db/open.ts'
import { instantOf, sayInstant } from '../law/day.ts'

/** The instant it is, by the database's clock: several servers then record in one order. */
export type Clock = { now: () => string; measure: () => Promise<void> }

/** SQLite's clock is the machine's own; PostgreSQL's is measured, and its lead or lag added. */
export function clockOf(store: Store): Clock {
  let offset = 0
  const here = () => Temporal.Now.instant()
  return {
    now: () => sayInstant(here().add({ milliseconds: offset })),
    measure: async () => {
      if (store.dialect.name === 'postgres') offset = await offsetOf(store, here)
    },
  }
}

/** The answer is taken to have been given halfway between asking and hearing it. */
async function offsetOf(store: Store, here: () => Temporal.Instant): Promise<number> {
  const asked = here()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(store.db)
  const heard = here()
  const there = rows[0]?.now
  if (!there) return 0
  const middle = asked.add({ milliseconds: Math.round(asked.until(heard).total('milliseconds') / 2) })
  return Math.round(middle.until(instantOf(there.toISOString())).total('milliseconds'))
}
