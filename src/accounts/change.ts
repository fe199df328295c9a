import type { Db } from '../db/dialect.ts'
import { append, headOf } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { Actor } from './actor.ts'

export type AccountStream = 'organs' | 'people' | 'parameters' | 'sessions' | 'calendar' | 'categories' | 'security'

/** Who changes, and when. */
export type By = { actor: Actor; now: string }

/** What became of a change; absent and not allowed are one. */
export type Changed = { outcome: 'done'; id: string } | { outcome: 'absent' } | { outcome: 'invalid'; errors: Errors }

/** One change on one snapshot; where another writer got in between it is done again. */
export async function change<T>(store: Store, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await store.db.transaction().setIsolationLevel('repeatable read').execute(work)
    } catch (error) {
      const isPassing = store.dialect.isDuplicate(error) || store.dialect.isPassing(error)
      if (!isPassing || tries === 20) throw error
      await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * tries))
    }
  }
}

/** Appends what was changed to its stream. Names of people never stand in a payload. */
export async function record(
  trx: Db,
  stream: AccountStream,
  act: string,
  { actor, now }: By,
  payload: Readonly<Record<string, unknown>>,
  occurredOn: Day = dayOf(now),
): Promise<void> {
  await append(trx, await headOf(trx, stream), {
    stream,
    act,
    actor: actor.id,
    organ: actor.organ,
    occurred_on: occurredOn,
    occurred_at: occurredOn === dayOf(now) ? now : null,
    recorded_at: now,
    payload: JSON.stringify(payload),
    versions: '{}',
    origin: actor.id === 'system' ? 'system' : 'people',
  })
}

export const invalid = (errors: Errors): Changed => ({ outcome: 'invalid', errors })
export const absent: Changed = { outcome: 'absent' }
export const done = (id: string): Changed => ({ outcome: 'done', id })
