import { randomUUID } from 'node:crypto'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import { actorById } from '../accounts/person.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import { keepArchived, lastClosed } from '../reports/archive.ts'
import { filesOf } from '../reports/archive_files.ts'
import { readCut } from '../reports/cut.ts'
import { draw } from '../reports/draw.ts'
import { closingOf, monthsToClose } from '../reports/month_closing.ts'
import { monthlyClosure } from '../reports/monthly_closure.ts'
import { district } from '../reports/scope.ts'

/**
 * Closes the months that are over: the report as known at the closing instant, its files with their hashes, and a word to
 * whoever wished it. Where nothing has come in yet there is nothing to close. Of several servers one makes it; one that stood still makes it when it starts.
 */
export async function closeMonths(store: Store, now: string): Promise<number> {
  if (!(await store.db.selectFrom('facts').select('seq').limit(1).executeTakeFirst())) return 0
  const closes = await closingOf(store.db)
  const months = monthsToClose(await lastClosed(store.db, monthlyClosure.slug), now, closes, dayOf(now))
  let closed = 0
  for (const month of months) if (await closeMonth(store, month, closes(month), now)) closed++
  return closed
}

async function closeMonth(store: Store, month: string, asOf: string, now: string): Promise<boolean> {
  const cut = readCut({ month, asOf }, now)
  if (!('ok' in cut)) throw new RangeError(`${month} cannot be closed as of ${asOf}`)
  const drawing = { kind: monthlyClosure, cut: cut.ok, scope: district, procedure: null }
  const { report } = await draw(store, drawing)
  const files = await filesOf(store, drawing, report)
  return store.db.transaction().execute(async trx => {
    const isKept = await keepArchived(trx, report, { month, files, now })
    if (isKept) await tellReaders(trx, month, now)
    return isKept
  })
}

/** Those who wished it and may still read the archive. */
async function tellReaders(trx: Db, month: string, now: string): Promise<void> {
  const wished = await trx.selectFrom('report_readers').select('person').execute()
  const actors = await Promise.all(wished.map(({ person }) => actorById(trx, person)))
  const readers = await Promise.all(
    actors.map(async actor => (actor && (await readsDistrictReports(trx, actor)) ? actor.id : [])),
  )
  const rows = readers.flat().map(to_id => ({
    id: randomUUID(),
    case_number: null,
    to_kind: 'person' as const,
    to_id,
    notice: 'monthClosed',
    params: JSON.stringify({ month }),
    created_at: now,
    delivered_at: null,
    read_at: null,
  }))
  if (rows.length > 0) await trx.insertInto('outbox').values(rows).execute()
}
