import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { wholeMonth } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { figureOf } from '../../src/reports/figures.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { district } from '../../src/reports/scope.ts'
import { seatCast } from '../support/cast.ts'
import { copyLines } from '../support/copies.ts'
import { onBoth } from '../support/db.ts'
import { at, petition } from './district.ts'

/** A city hotline’s published month: 24,932 due, 23,974 of them closed, 22,345 on time. */
const published = { due: 24_932, closed: 23_974, onTime: 22_345 }

/** When the answer was due, and that it was given. */
const counted = ['handling', 'answer']

/** One on time, one late, one not answered, all due on 2026-04-06; and as many like each as the city had. */
async function tellCity(store: Store): Promise<void> {
  await seatCast(store)
  const due = { filed: '2026-02-02', accepted: '2026-02-05' }
  await petition(store, 'A', { ...due, answered: '2026-04-02' })
  await petition(store, 'B', { ...due, answered: '2026-04-20' })
  await petition(store, 'C', due)
  await copyLines(store, 'A', counted, published.onTime - 1)
  await copyLines(store, 'B', counted, published.closed - published.onTime - 1)
  await copyLines(store, 'C', counted, published.due - published.closed - 1)
}

async function ratesOf(store: Store) {
  const question = questionOf({ cut: wholeMonth('2026-04', at('2026-05-05')), scope: district, procedure: null })
  const figures: unknown[] = []
  for (const metric of metrics.filter(({ id }) => ['due', 'closure_rate', 'on_time_rate'].includes(id))) {
    const { numerator, denominator, rate } = await figureOf(store.reader, metric, question)
    figures.push([numerator, denominator, rate])
  }
  return figures
}

const printed = [
  [published.due, null, null],
  [published.closed, published.due, '96.16'],
  [published.onTime, published.due, '89.62'],
]

onBoth('a published month built anew', open => {
  test('prints 96.16 % and 89.62 %', async () => {
    const store = await open()
    await tellCity(store)
    expect(await ratesOf(store)).toEqual(printed)
  })
})
