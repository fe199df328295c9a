import { system } from '../accounts/actor.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { parametersOn } from '../cases/parameters.ts'
import { clocksRecounted } from '../cases/moved_clocks.ts'
import { attempt, inTransaction } from '../cases/perform.ts'
import { findCase } from '../cases/view.ts'
import { dayOf } from '../law/day.ts'
import type { Store } from '../db/open.ts'

/** Counts every open clock again under the calendar in force, and records those whose day has moved. */
export async function recalculate(store: Store, now: string): Promise<number> {
  let moved = 0
  let last = ''
  for (;;) {
    const numbers = await openAfter(store, last)
    for (const number of numbers) if (await recalculateOne(store, now, number)) moved++
    last = numbers.at(-1) ?? ''
    if (last === '') return moved
  }
}

async function openAfter(store: Store, last: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('deadlines')
    .select('case_number')
    .distinct()
    .where('is_open', '=', 1)
    .where('case_number', '>', last)
    .orderBy('case_number')
    .limit(200)
    .execute()
  return rows.map(row => row.case_number)
}

const recalculateOne = (store: Store, now: string, number: string): Promise<boolean> =>
  inTransaction(store, async trx => {
    const view = await findCase(trx, system, number)
    if (!view) return false
    const parameters = await parametersOn(trx, view.procedure, dayOf(now))
    const { procedure } = view
    const recounting = { procedure, running: view.deadlines, calendar: await loadCalendar(trx), parameters }
    if (clocksRecounted(recounting).length === 0) return false
    const done = await attempt(store, trx, { on: { number }, act: 'recalculate', actor: system, now })
    return done.outcome === 'done'
  })
