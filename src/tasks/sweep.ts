import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { system } from '../accounts/actor.ts'
import { attempt, inTransaction } from '../cases/perform.ts'
import { settleHours } from '../db/digest.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { DeadlineTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import { edition } from '../procedures/registry.ts'
import { settleFigures } from '../reports/settle.ts'
import { tidy } from './tidy.ts'

/** What time alone has done: deadlines that lapsed, and what was kept only for a while. Does no harm when run twice. */
export async function sweep(store: Store, now: string): Promise<{ lapsed: number; tidied: number; settled: number }> {
  const done = {
    lapsed: await lapseDeadlines(store, now),
    tidied: await tidy(store, now),
    settled: await settleHours(store, now),
  }
  await settleFigures(store, now)
  return done
}

/** Records every term that ran out, once, and tells its owner. Being overdue never depends on this. */
export async function lapseDeadlines(store: Store, now: string): Promise<number> {
  let lapsed = 0
  let last: Line | undefined
  for (;;) {
    const lines = await overdueAfter(store.db, dayOf(now), last)
    for (const line of lines) if (hasRunOut(line, now) && (await lapse(store, line, now))) lapsed++
    last = lines.at(-1)
    if (!last) return lapsed
  }
}

type Line = Pick<DeadlineTable, 'case_number' | 'deadline' | 'assignment' | 'round' | 'due_on' | 'due_at'>

function overdueAfter(db: Db, today: string, last: Line | undefined): Promise<Line[]> {
  return db
    .selectFrom('deadlines')
    .select(['case_number', 'deadline', 'assignment', 'round', 'due_on', 'due_at'])
    .where('is_open', '=', 1)
    .where('lapsed_on', 'is', null)
    .where('paused_on', 'is', null)
    .where('due_on', '<=', today)
    .$if(last !== undefined, rows =>
      rows.where(
        sql<boolean>`(due_on, case_number, deadline, assignment, round) >
          (${last?.due_on}, ${last?.case_number}, ${last?.deadline}, ${last?.assignment}, ${sql.lit(last?.round ?? 0)})`,
      ),
    )
    .orderBy('due_on')
    .orderBy('case_number')
    .orderBy('deadline')
    .orderBy('assignment')
    .orderBy('round')
    .limit(500)
    .execute()
}

/** Late begins the day after; a term in hours runs out at its instant. */
const hasRunOut = ({ due_on, due_at }: Line, now: string) => (due_at === null ? due_on < dayOf(now) : due_at < now)

/** Looked at again inside the transaction: of two sweepers one finds it done. */
const lapse = (
  store: Store,
  { case_number: number, deadline, assignment, round }: Line,
  now: string,
): Promise<boolean> =>
  inTransaction(store, async trx => {
    const line = await trx
      .selectFrom('deadlines')
      .selectAll()
      .where('case_number', '=', number)
      .where('deadline', '=', deadline)
      .where('assignment', '=', assignment)
      .where('round', '=', round)
      .where('is_open', '=', 1)
      .where('lapsed_on', 'is', null)
      .where('paused_on', 'is', null)
      .executeTakeFirst()
    if (!line || !hasRunOut(line, now)) return false
    const input = { deadline, ...(assignment !== '' && { part: assignment }) }
    const done = await attempt(store, trx, { on: { number }, act: 'lapse', actor: system, now, input })
    if (done.outcome !== 'done') return false
    await tellOwner(trx, line, done.version, now)
    if (line.is_duty === 0) await moveOn(store, trx, line, now)
    return true
  })

/** A lapsed duty is told to the organ that owes it; a right that was not used is nobody's fault. */
async function tellOwner(
  trx: Db,
  { case_number, deadline, owner_organ, is_duty }: DeadlineTable,
  seq: number,
  now: string,
) {
  if (is_duty === 0 || owner_organ === null) return
  const message = { id: randomUUID(), case_number, to_kind: 'organ' as const, to_id: owner_organ, notice: 'lapse' }
  const params = JSON.stringify({ deadline, seq })
  await trx
    .insertInto('outbox')
    .values({ ...message, params, created_at: now, delivered_at: null, read_at: null })
    .execute()
}

/** What the procedure lets the clock do once a window has lapsed, such as settling what may no longer be reviewed. */
async function moveOn(
  store: Store,
  trx: Db,
  { case_number: number, assignment }: DeadlineTable,
  now: string,
): Promise<void> {
  const row = await trx
    .selectFrom('cases')
    .select(['procedure', 'procedure_version'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { acts } = edition(row.procedure, row.procedure_version)
  const own = Object.keys(acts).filter(act => acts[act]?.by === 'system' && acts[act]?.to !== 'same')
  const part = assignment === '' ? {} : { part: assignment }
  for (const act of own) await attempt(store, trx, { on: { number }, act, actor: system, now, ...part })
}
