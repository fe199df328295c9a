import { loadCalendar } from '../../cases/calendar.ts'
import type { Store } from '../../db/open.ts'
import { addDays, dayOf, endOfDay } from '../../law/day.ts'
import { motionActs } from './motions/play.ts'
import { openSessions } from './motions/sessions.ts'
import { motionsUntil } from './motions/year.ts'
import { petitionActs, play } from './play.ts'
import type { Filed } from './play.ts'
import { seatDistrict } from './seats.ts'
import type { Seat } from './seats.ts'
import { yearUntil } from './year.ts'
import type { Journey } from './year.ts'

/** Everyone in the demo signs in with it; nobody must change it. */
export const demoPassword = 'wangjiang-demo-2026'

/** Fills an empty store with the district, its sessions, and the year of cases that ends at `until`. */
export async function buildDemo(
  store: Store,
  { until }: { until: string },
): Promise<{ seats: readonly Seat[]; filed: Filed[] }> {
  const today = dayOf(until)
  const seats = await seatDistrict(store, demoPassword, endOfDay(addDays(today, -800)))
  await openSessions(store, today)
  const calendar = await loadCalendar(store.db)
  const filed = new Map<Journey, Filed>()
  const petitions = petitionActs(store, yearUntil(until, calendar), seats, filed)
  const motions = motionActs(store, motionsUntil(until, calendar), seats, new Map())
  await play(store, [...petitions, ...motions], until)
  return { seats: seats.all, filed: [...filed.values()] }
}
