import { kindOf, readsBatches, readsBatchesOf } from '../accounts/figure_readers.ts'
import type { Actor } from '../accounts/actor.ts'
import { sessionThen } from '../accounts/sessions_then.ts'
import { listSessions } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import { endOfDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { batchOn } from './batch.ts'
import type { Batch } from './batch.ts'

/** The batches whose figures this actor reads, the newest first; undefined for whoever reads none. */
export async function listBatches(db: Db, actor: Actor, day: Day): Promise<Batch[] | undefined> {
  const kind = await kindOf(db, actor)
  if (!readsBatches(actor, kind)) return undefined
  const sessions = await listSessions(db)
  return sessions
    .flatMap(session => batchOn(session, day) ?? [])
    .filter(({ procedure }) => readsBatchesOf(actor, kind, procedure))
    .toSorted(({ session: a }, { session: b }) => (a.from_day > b.from_day ? -1 : 1))
}

/** The batch, where it is one and its figures are for this actor; called what its session was called then. */
export async function findBatch(db: Db, actor: Actor, id: string, day: Day): Promise<Batch | undefined> {
  const session = await sessionThen(db, id, endOfDay(day))
  const batch = session && batchOn(session, day)
  return batch && readsBatchesOf(actor, await kindOf(db, actor), batch.procedure) ? batch : undefined
}
