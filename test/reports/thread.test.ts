import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/db/open.ts'
import { readCut } from '../../src/reports/cut.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import { readInThread } from '../../src/reports/thread.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { at, petition } from './district.ts'

test('draws two districts asked for at once, tells a failure, and goes on after it', async () => {
  const read = readCut({ month: '2026-04' }, at('2026-05-01'))
  if ('errors' in read) throw new Error()
  const drawing = { kind: monthlyClosure, cut: read.ok, scope: { kind: 'district' as const }, procedure: null }
  const places = [await newPlace('sqlite'), await newPlace('sqlite')]
  for (const [i, place] of places.entries()) {
    const store = await openStore(place)
    await seatCast(store)
    for (let n = 0; n <= i; n++) await petition(store, `N${n}`, { filed: '2026-04-02' })
    await store.close()
  }
  const inThread = (dataDir: string) => readInThread(dataDir, 'report', drawing, { actor: null })
  const received = async ({ dataDir }: { dataDir: string }) =>
    (await inThread(dataDir)).report.metrics.find(({ id }) => id === 'received')?.numerator
  const nowhere = inThread(join('no', 'such', 'place')).then(
    () => 'drawn',
    () => 'failed',
  )
  expect(await Promise.all([...places.map(received), nowhere])).toEqual([1, 2, 'failed'])
  expect(await Promise.all(places.map(received))).toEqual([1, 2])
  for (const place of places) await place.remove()
})
