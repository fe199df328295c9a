import { sql } from 'kysely'
import { inTransaction } from '../cases/perform.ts'
import { StillWriting } from '../db/dialect.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import { additionNamed, edition } from './additions.ts'
import type { Additions } from './additions.ts'
import { addedBetween, ofCases } from './touched.ts'

/**
 * Keeps what each day of the log added to the figures, and each stretch of the day that is not over. Hours that ended an
 * hour ago or earlier are settled, once nothing that began to write in them is writing still: whoever does is waited for
 * until the next time.
 */
export async function settleFigures(store: Store, now: string, most = 20_000): Promise<number> {
  const past = hourOf(new Date(Date.parse(now) - 2 * 3_600_000).toISOString())
  let read = 0
  for (let settled = 0; ; settled++) {
    const last = await lastSettled(store.db)
    const next = await firstAfter(store.db, endOf(last))
    if (next === undefined || hourOf(next) > past || read > most) return settled
    const period = earlier(past, lastHour(next))
    if (await isWrittenStill(store, endOf(period))) return settled
    const { cases, additions } = await addedBetween(store.reader, endOf(last), endOf(period))
    await inTransaction(store, trx => keep(trx, last, period, additions))
    read += cases
  }
}

async function isWrittenStill({ dialect, db }: Store, instant: string): Promise<boolean> {
  try {
    await dialect.settle(db, instant)
    return false
  } catch (error) {
    if (error instanceof StillWriting) return true
    throw error
  }
}

/** The last period whose end was known at the instant, or none. */
export async function settledAt(db: Db, asOf: string): Promise<string> {
  const row = await db
    .selectFrom('figure_periods')
    .select('period')
    .where('period', asOf === endOf(hourOf(asOf)) ? '<=' : '<', hourOf(asOf))
    .where('edition', '=', edition)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.period ?? ''
}

export const endOf = (period: string): string => (period === '' ? '' : `${period}:59:59.999Z`)
export const hourOf = (instant: string): string => instant.slice(0, 13)

const lastSettled = (db: Db) => settledAt(db, '9999-12-31T23:59:59.999Z')

/** Days end in Shanghai. */
const lastHour = (instant: string) => `${dayOf(instant)}T15`
const earlier = (a: string, b: string) => (a < b ? a : b)

async function firstAfter(db: Db, instant: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('events')
    .select('recorded_at')
    .where('recorded_at', '>', instant)
    .where(ofCases)
    .orderBy('recorded_at')
    .limit(1)
    .executeTakeFirst()
  return row?.recorded_at
}

async function keep(trx: Db, last: string, period: string, additions: Additions): Promise<void> {
  await takeTurn(trx)
  const isOvertaken = (await lastSettled(trx)) !== last
  if (isOvertaken) return
  await forgetFigures(trx, '', edition)
  await trx.insertInto('figure_periods').values({ period, edition }).execute()
  const rows = [...additions].map(([name, n]) => ({ ...additionNamed(name), period, n }))
  for (let i = 0; i < rows.length; i += 500)
    await trx
      .insertInto('figure_sums')
      .values(rows.slice(i, i + 500))
      .execute()
  await foldDays(trx, period)
}

/** Everyone who keeps figures writes this row first: of two at once the second begins anew, and sees what the first kept. */
const takeTurn = (trx: Db) =>
  trx
    .insertInto('leases')
    .values({ name: 'figures', holder: '', until: '' })
    .onConflict(clash => clash.column('name').doUpdateSet({ holder: '' }))
    .execute()

/** Drops what is kept from a period on, or of other editions. */
export async function forgetFigures(trx: Db, from: string, but?: string): Promise<void> {
  const old = trx
    .selectFrom('figure_periods')
    .select('period')
    .where('period', '>=', from)
    .$if(but !== undefined, rows => rows.where('edition', '<>', but ?? ''))
  if ((await old.limit(1).execute()).length === 0) return
  await trx.deleteFrom('figure_sums').where('period', 'in', old).execute()
  await trx
    .deleteFrom('figure_periods')
    .where('period', '>=', from)
    .$if(but !== undefined, rows => rows.where('edition', '<>', but ?? ''))
    .execute()
}

/** The stretches of a day that is over become one. */
async function foldDays(trx: Db, through: string): Promise<void> {
  const parts = await trx
    .selectFrom('figure_periods')
    .select('period')
    .where('period', '<', through)
    .where('period', 'not like', '%T15')
    .execute()
  for (const { period } of parts) {
    const whole = lastHour(`${period}:00:00.000Z`)
    if (whole > through) continue
    await sql`insert into figure_sums (dimension, day, period, procedure, cohort, word, n)
      select dimension, day, ${whole}, procedure, cohort, word, n from figure_sums where period = ${period}
      on conflict (dimension, day, period, procedure, cohort, word)
      do update set n = figure_sums.n + excluded.n`.execute(trx)
    await trx.deleteFrom('figure_sums').where('period', '=', period).execute()
    await trx.deleteFrom('figure_periods').where('period', '=', period).execute()
    await trx
      .insertInto('figure_periods')
      .values({ period: whole, edition })
      .onConflict(same => same.doNothing())
      .execute()
  }
}
