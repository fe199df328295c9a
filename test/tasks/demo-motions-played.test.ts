import { expect, test } from 'vitest'
import { loadCalendar } from '../../src/cases/calendar.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays, dayOf, endOfDay } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { motionActs } from '../../src/tasks/demo/motions/play.ts'
import { openSessions } from '../../src/tasks/demo/motions/sessions.ts'
import { motionsUntil } from '../../src/tasks/demo/motions/year.ts'
import type { MotionJourney } from '../../src/tasks/demo/motions/year.ts'
import { play } from '../../src/tasks/demo/play.ts'
import { seatDistrict } from '../../src/tasks/demo/seats.ts'
import { onBoth } from '../support/db.ts'

const until = '2026-11-23T09:00:00.000Z'
const today = dayOf(until)
const pastDay = addDays(today, -40)
const nextYear = endOfDay(addDays(today, 365))
const [suggestions, proposals] = ['congress-18-5', 'cppcc-13-5']

onBoth('the demo year of suggestions and proposals', open => {
  test('is filed whole on a day of autumn, and closing precisely what then remains closes all of it', async () => {
    const store = await open()
    const year = await liveUntil(store, endOfDay(pastDay))
    expect(await countOf(store, 'filed', suggestions)).toBe(115)
    expect(await countOf(store, 'filed', proposals)).toBe(84)
    expect(await countOf(store, 'merged', proposals)).toBe(3)

    const remainder = [...(await notClosed(store, suggestions)), ...(await notClosed(store, proposals))]
    expect(await countOf(store, 'closed', suggestions)).toBe(108)
    expect(await countOf(store, 'closed', proposals)).toBe(79)
    expect(remainder).toHaveLength(12)

    await year.close(remainder)
    expect(await countOf(store, 'closed', suggestions)).toBe(115)
    expect(await countOf(store, 'closed', proposals)).toBe(84)
    expect((await touchedSince(store, pastDay)).filter(number => !remainder.includes(number))).toEqual([])
  }, 300_000)

  test('answers the hundred suggestions of the session, of which 98 claim or promise and 24 are carried out', async () => {
    const store = await open()
    await liveUntil(store, until)
    const count = (what: string) => countOf(store, what, suggestions, 'session')
    expect(await count('filed')).toBe(100)
    expect(await count('answered')).toBe(100)
    expect(await count('claimed')).toBe(98)
    expect(await count('carriedOut')).toBe(24)
    expect(await outcomesIn(store, 'promised', 'shown')).toBeGreaterThan(70)
    expect(await countOf(store, 'closed', suggestions)).toBe(108)
    expect(await countOf(store, 'closed', proposals)).toBe(79)
  }, 300_000)
})

/** Lives the year of suggestions and proposals alone, and can go on from there with some of them. */
async function liveUntil(store: Store, end: string) {
  const seats = await seatDistrict(store, 'not-signed-in-here', endOfDay(addDays(today, -800)))
  await openSessions(store, today)
  const journeys = motionsUntil(until, await loadCalendar(store.db))
  const numbers = new Map<string, string>()
  await play(store, motionActs(store, journeys, seats, numbers), end)
  const close = (remainder: readonly string[]) => {
    const theirs = journeys.filter(({ title }) => remainder.includes(numbers.get(title) ?? ''))
    const needed = theirs.map(journey => untilClosed(journey, end))
    return play(store, motionActs(store, needed, seats, numbers), nextYear)
  }
  return { close }
}

/** What is still to be done for it to be closed, and nothing that comes after. */
function untilClosed(journey: MotionJourney, end: string): MotionJourney {
  const closing = journey.moments.findLastIndex(({ step }) => step.act === 'close' || step.act === 'closeUnrated')
  return { ...journey, moments: journey.moments.slice(0, closing + 1).filter(({ at }) => at > end) }
}

async function countOf(store: Store, what: string, session: string, series?: string): Promise<number> {
  const rows = await store.db
    .selectFrom('facts')
    .innerJoin('cases', 'cases.number', 'facts.case_number')
    .select('sign')
    .where('facts.kind', '=', 'milestone')
    .where('facts.what', '=', what)
    .where('facts.session', '=', session)
    .$if(series !== undefined, query => query.where('cases.series', '=', series ?? ''))
    .execute()
  return rows.reduce((sum, { sign }) => sum + sign, 0)
}

async function notClosed(store: Store, session: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('facts')
    .select(['case_number', 'what', 'sign'])
    .where('kind', '=', 'milestone')
    .where('what', 'in', ['filed', 'closed'])
    .where('session', '=', session)
    .execute()
  const missing = new Map<string, number>()
  for (const { case_number, what, sign } of rows)
    missing.set(case_number, (missing.get(case_number) ?? 0) + (what === 'filed' ? sign : -sign))
  return [...missing].filter(([, left]) => left > 0).map(([number]) => number)
}

/** Matters in which people have acted after that day. */
async function touchedSince(store: Store, day: Day): Promise<string[]> {
  const rows = await store.db
    .selectFrom('events')
    .select('stream')
    .where('stream', 'like', 'case:%')
    .where('origin', '=', 'people')
    .where('recorded_at', '>', endOfDay(day))
    .distinct()
    .execute()
  return rows.map(({ stream }) => stream.slice('case:'.length))
}

async function outcomesIn(store: Store, ...states: string[]): Promise<number> {
  const rows = await store.db.selectFrom('assignments').select('id').where('state', 'in', states).execute()
  return rows.length
}
