import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { dayOf, monthAfter } from '../law/day.ts'
import { PUBLIC, keepArchived, lastClosed } from '../reports/archive.ts'
import { closedMonths } from '../reports/count_restated.ts'
import { closingOf, monthsToClose } from '../reports/month_closing.ts'
import { RESTATED, countsFile, releaseFile, writeRelease } from '../reports/public_archive.ts'
import { countClosings, releaseOf } from '../reports/public_making.ts'
import type { Closing, Counted } from '../reports/public_making.ts'

/**
 * Makes public what each closed month reads, as known at the instant it was closed at. The first time also for the twelve months
 * before, so that there is something to compare with. Of several servers one makes it; what was missed is made when one starts.
 */
export async function publishMonths(store: Store, now: string): Promise<number> {
  const last = (await lastClosed(store.db, PUBLIC)) ?? (await monthBeforeFirst(store.db, now))
  if (last === undefined) return 0
  const [closed, planned] = [await closedMonths(store.db), await closingOf(store.db)]
  const closes = (month: string) => closed.get(month) ?? planned(month)
  const closings = monthsToClose(last, now, closes, dayOf(now)).map(month => ({ month, asOf: closes(month) }))
  if (closings.length === 0) return 0
  const counted = await countClosings(store, closings)
  let published = 0
  for (const [i, closing] of closings.entries()) {
    const found = counted[i]
    if (found && (await publishMonth(store.db, closing, found, now))) published++
  }
  return published
}

async function publishMonth(db: Db, closing: Closing, counted: Counted, now: string): Promise<boolean> {
  const { month } = closing
  const { release, counts } = await releaseOf(db, closing, counted)
  const files = [
    { name: releaseFile(month), bytes: Buffer.from(writeRelease(release)) },
    { name: countsFile(month), bytes: Buffer.from(counts) },
  ]
  return keepArchived(db, release, { month, files, now })
}

/** The month before that in which the first petition, suggestion or proposal came in, or before the twelve to compare with. */
async function monthBeforeFirst(db: Db, now: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('facts')
    .select(of => of.fn.min('on_day').as('day'))
    .where('kind', '=', 'received')
    .where('what', '=', '')
    .where('restricted', '=', 0)
    .executeTakeFirst()
  if (!row?.day) return undefined
  return [monthAfter(row.day, -1), monthAfter(dayOf(now), -(RESTATED + 2))].sort().at(-1)
}
