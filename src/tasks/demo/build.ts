import { loadCalendar } from '../../cases/calendar.ts'
import type { Store } from '../../db/open.ts'
import { addDays, dayOf, endOfDay } from '../../law/day.ts'
import { play } from './play.ts'
import type { Filed } from './play.ts'
import { seatDistrict } from './seats.ts'
import type { Seat } from './seats.ts'
import { yearUntil } from './year.ts'

/** Everyone in the demo signs in with it; nobody must change it. */
export const demoPassword = 'wangjiang-demo-2026'

/** Fills an empty store with the district and the year of cases that ends at `until`. */
export async function buildDemo(
  store: Store,
  { until }: { until: string },
): Promise<{ seats: readonly Seat[]; filed: Filed[] }> {
  const opened = endOfDay(addDays(dayOf(until), -400))
  const seats = await seatDistrict(store, demoPassword, opened)
  const calendar = await loadCalendar(store.db)
  return { seats: seats.all, filed: await play(store, yearUntil(until, calendar), seats, until) }
}
