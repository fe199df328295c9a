import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactTable } from '../../src/db/tables.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import type { Cut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import { metricNamed, metrics } from '../../src/reports/metrics.ts'
import { onBoth } from '../support/db.ts'
import { anyCut } from './district.ts'

/** One matter’s life, as its events: each with a legal day and the day it was recorded. */
type Event = { act: 'receive' | 'answer' | 'withdraw' | 'reopen'; on: Day; recorded: Day; due?: Day }
type Matter = { number: string; events: Event[] }

onBoth('figures over any log', open => {
  test('agree with what a reader of the events would count, and balance', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 12 }), cutOf, async (lives, cut) => {
        const matters = lives.map((events, i) => ({ number: `M${i}`, events }))
        await store.db.deleteFrom('facts').execute()
        await store.db.insertInto('facts').values(matters.flatMap(linesOf)).execute()
        const counted = await countAll(store, cut)
        expect(counted).toMatchObject(bruteForce(matters, cut))
        const { carried_over = 0, received = 0, reopened = 0, answered = 0, ended_otherwise = 0, open = 0 } = counted
        expect(carried_over + received + reopened).toBe(answered + ended_otherwise + open)
      }),
      { numRuns: 60 },
    )
  })

  test('are as many as the cases in their lists, every one of them', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 12 }), cutOf, async (lives, cut) => {
        await store.db.deleteFrom('facts').execute()
        const matters = lives.map((events, i) => ({ number: `M${i}`, events }))
        await store.db.insertInto('facts').values(matters.flatMap(linesOf)).execute()
        const question = questionOf({ cut, scope: { kind: 'district' }, procedure: null })
        for (const metric of metrics) {
          const figure = await figureOf(store.reader, metric, question)
          for (const side of ['numerator', 'denominator'] as const) {
            const rows = metric[side]?.(store.reader, question)
            if (rows) expect(await casesOf(store.reader, rows).execute(), metric.id).toHaveLength(figure[side] ?? -1)
          }
        }
      }),
      { numRuns: 10 },
    )
  })
})

const first = '2026-02-20'
const day = fc.nat(100).map(n => addDays(first, n))

/** Received, then answered or withdrawn, reopened and answered again …, some of it recorded late. */
const life = fc
  .record({
    start: day,
    steps: fc.array(fc.record({ gap: fc.nat(40), late: fc.constantFrom(0, 0, 3, 30), due: fc.nat(60) }), {
      maxLength: 5,
    }),
    withdrawn: fc.boolean(),
  })
  .map(({ start, steps, withdrawn }): Event[] => {
    const events: Event[] = [{ act: 'receive', on: start, recorded: start, due: addDays(start, 30) }]
    let isOpen = true
    for (const { gap, late, due } of steps) {
      const before = events.at(-1)
      if (!before || before.act === 'withdraw') break
      const on = addDays(before.on, gap)
      const recorded = max(before.recorded, addDays(on, late))
      const act = isOpen ? (withdrawn ? 'withdraw' : 'answer') : 'reopen'
      events.push({ act, on, recorded, ...(act === 'reopen' && { due: addDays(on, due) }) })
      isOpen = !isOpen
    }
    return events
  })

const cutOf = fc
  .record({ month: fc.constantFrom('2026-03', '2026-04', '2026-05'), through: fc.option(fc.nat(70)), asOf: day })
  .map(({ month, through, asOf }) =>
    anyCut(month, asOf, through === null ? undefined : addDays(`${month}-01`, through)),
  )

async function countAll(store: Store, cut: Cut): Promise<Record<string, number>> {
  const question = questionOf({ cut, scope: { kind: 'district' }, procedure: null })
  const ids = ['received', 'carried_over', 'reopened', 'answered', 'ended_otherwise', 'open', 'due']
  const counted: Record<string, number> = {}
  for (const id of ids) {
    const metric = metricNamed(id)
    if (metric) counted[id] = (await figureOf(store.reader, metric, question)).numerator
  }
  for (const id of ['closure_rate', 'on_time_rate', 'recorded_late', 'cohort_progress']) {
    const metric = metricNamed(id)
    if (metric) counted[id] = (await figureOf(store.reader, metric, question)).numerator
  }
  return counted
}

/** Counted from the events alone, one matter at a time. */
function bruteForce(matters: readonly Matter[], cut: Cut): Record<string, number> {
  const { start, end, last, through, asOf } = cut
  const known = matters.map(({ events }) => events.filter(event => at(event.recorded) <= asOf))
  const count = (test: (events: Event[]) => boolean) => known.filter(test).length
  const isIn = (on: Day) => start <= on && on <= end
  const receivedOn = (events: Event[]) => events[0]?.on ?? '9999-12-31'
  const standing = (events: Event[]) => events.filter((event, i) => isEnd(event) && events[i + 1]?.act !== 'reopen')
  const endedBefore = (events: Event[]) => events.filter(({ on }) => on < start).at(-1)
  const isDueIn = (events: Event[]) => dueIn(events) !== undefined
  const dueIn = (events: Event[]) =>
    events
      .flatMap(({ due }, i) => (due !== undefined && events[i + 1]?.act !== 'withdraw' ? [due] : []))
      .filter(due => start <= due && due <= last)
      .sort()
      .at(-1)
  const answeredBy = (events: Event[], by: Day) => standing(events).find(({ act, on }) => act === 'answer' && on <= by)
  const inTime = (events: Event[]) => answeredBy(events, min(dueIn(events) ?? '', through))
  return {
    received: count(events => isIn(receivedOn(events))),
    carried_over: count(events => receivedOn(events) < start && !isEnd(endedBefore(events))),
    reopened: count(events =>
      events.some((event, i) => event.act === 'reopen' && isIn(event.on) && (events[i - 1]?.on ?? start) < start),
    ),
    answered: count(events => standing(events).some(({ act, on }) => act === 'answer' && isIn(on))),
    ended_otherwise: count(events => standing(events).some(({ act, on }) => act === 'withdraw' && isIn(on))),
    open: count(
      events =>
        receivedOn(events) <= end &&
        !standing(events).some(({ on }) => on <= end) &&
        !events.some((event, i) => isEnd(event) && event.on < start && (events[i + 1]?.on ?? '') > end),
    ),
    due: count(isDueIn),
    closure_rate: count(events => isDueIn(events) && answeredBy(events, through) !== undefined),
    on_time_rate: count(events => isDueIn(events) && inTime(events) !== undefined),
    recorded_late: count(events => {
      const answer = isDueIn(events) ? inTime(events) : undefined
      return answer !== undefined && answer.recorded > (dueIn(events) ?? '')
    }),
    cohort_progress: count(events => isIn(receivedOn(events)) && standing(events).some(({ on }) => on <= through)),
  }
}

const isEnd = (event: Event | undefined) => event?.act === 'answer' || event?.act === 'withdraw'

/** The signed lines of `src/cases/counting.ts`, written out for these events. */
function linesOf({ number, events }: Matter): FactTable[] {
  return events.flatMap((event, seq): FactTable[] => {
    const line = (kind: string, what: string, sign: number, on: Day, happened = on, n = 0): FactTable => ({
      case_number: number,
      seq,
      line: n,
      kind,
      what,
      sign,
      on_day: on,
      happened_on: happened,
      recorded_at: at(event.recorded),
      recorded_on: event.recorded,
      organ: 'housing',
      procedure: 'petition',
      petition_kind: 'appeal',
      channel: 'online',
      category: null,
      place: null,
      origin: 'people',
      restricted: 0,
      heads: 1,
      session: null,
    })
    const due = event.due === undefined ? [] : [line('due', 'handling', 1, event.due, event.due, 1)]
    const before = events[seq - 1]
    switch (event.act) {
      case 'receive':
        return [line('received', '', 1, event.on), ...due]
      case 'answer':
        return [line('answered', 'answer', 1, event.on)]
      case 'withdraw':
        return [
          line('ended', 'withdraw', 1, event.on),
          ...(before?.due === undefined ? [] : [line('due', 'handling', -1, before.due, before.due, 1)]),
        ]
      case 'reopen':
        return [...(before ? [line('answered', 'answer', -1, before.on, event.on)] : []), ...due]
    }
  })
}

const at = (on: Day) => `${on}T02:00:00.000Z`
const max = (a: Day, b: Day) => (a > b ? a : b)
const min = (a: Day, b: Day) => (a < b ? a : b)
