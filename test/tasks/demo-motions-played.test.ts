import { expect, test } from 'vitest'
import { findSession } from '../../src/accounts/terms.ts'
import { loadCalendar } from '../../src/cases/calendar.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays, dayOf, endOfDay } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { batchOn } from '../../src/progress/batch.ts'
import type { Batch } from '../../src/progress/batch.ts'
import { readBoard } from '../../src/progress/board.ts'
import { figuresOf } from '../../src/progress/figures.ts'
import type { Figure } from '../../src/progress/figures.ts'
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

onBoth('the demo year of suggestions and proposals', open => {
  test('closes whole once precisely what the board of a past day lists is closed', async () => {
    const store = await open()
    const year = await liveUntil(store, endOfDay(pastDay))
    const [congress, cppcc] = [await batchOf(store, 'congress-18-5'), await batchOf(store, 'cppcc-13-5')]
    expect(shares(await figuresOf(store.db, congress))).toMatchObject({ filed: 115, closed: 108 })
    expect(shares(await figuresOf(store.db, cppcc))).toMatchObject({
      filed: 84,
      closed: 79,
      merged: 3,
      mergedAnswered: 3,
    })
    expect(await ofTheSession(store, congress)).toEqual({ filed: 100, answered: 100, claimed: 98, carriedOut: 24 })

    const remainder = [...(await listed(store, congress, 'wenya')), ...(await listed(store, cppcc, 'xuping'))]
    expect(remainder).toHaveLength(115 - 108 + (84 - 79))
    await year.close(remainder)
    const [suggestions, proposals] = [await atLast(store, congress), await atLast(store, cppcc)]
    expect(suggestions).toMatchObject({ filed: 115, answered: 115, closed: 115 })
    expect(proposals).toMatchObject({ filed: 84, answered: 84, closed: 84, merged: 3 })
    expect((await touchedSince(store, pastDay)).filter(number => !remainder.includes(number))).toEqual([])
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

async function batchOf(store: Store, id: string): Promise<Batch> {
  const session = await findSession(store.db, id)
  const batch = session && batchOn(session, pastDay)
  if (!batch) throw new Error(`No batch is called ${id}`)
  return batch
}

const shares = (figures: readonly Figure[]) => Object.fromEntries(figures.map(({ id, count }) => [id, count]))

const atLast = async (store: Store, { session }: Batch) => {
  const batch = batchOn(session, dayOf(nextYear))
  return batch && shares(await figuresOf(store.db, batch))
}

/** The numbers that the board lists as not closed, as the office reads it. */
async function listed(store: Store, batch: Batch, reader: keyof typeof offices): Promise<string[]> {
  const actor = { id: reader, name: reader, roles: ['clerk'] as const, ...offices[reader] }
  const board = await readBoard(store, actor, batch, 'remaining', undefined)
  expect(board?.next).toBeNull()
  expect(board?.rows.filter(({ blockers, steps }) => blockers.length === 0 || steps.length === 0)).toEqual([])
  return board?.rows.map(({ number }) => number) ?? []
}

const offices = {
  wenya: { organ: 'congress', organs: ['congress', 'city-petition-office'] },
  xuping: { organ: 'cppcc', organs: ['cppcc', 'city-petition-office'] },
}

/** The same of the hundred that bear a number of the session itself. */
async function ofTheSession(store: Store, { session }: Batch) {
  const rows = await store.db
    .selectFrom('facts')
    .innerJoin('cases', 'cases.number', 'facts.case_number')
    .select(['what', 'sign'])
    .where('facts.kind', '=', 'milestone')
    .where('facts.session', '=', session.id)
    .where('cases.series', '=', 'session')
    .execute()
  const sum = (what: string) => rows.filter(row => row.what === what).reduce((sum, { sign }) => sum + sign, 0)
  return {
    filed: sum('filed'),
    answered: sum('answered'),
    claimed: sum('claimed'),
    carriedOut: sum('carriedOut'),
  }
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
