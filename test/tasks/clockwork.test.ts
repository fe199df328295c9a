import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { lastClosed } from '../../src/reports/archive.ts'
import { startClockwork } from '../../src/tasks/clockwork.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, file } from '../support/road.ts'

onBoth('the clockwork', open => {
  test('closes the month also where a step before it fails at every tick', async () => {
    const store = await open()
    await seatCast(store)
    await file(store)
    rmSync(join(store.dataDir, 'files'), { recursive: true })
    const clock = { now: () => at('2026-02-05'), measure: async () => {} }
    const { stop } = startClockwork(store, clock, { smsUrl: undefined, publicUrl: undefined })
    await vi.waitFor(async () => expect(await lastClosed(store.db, 'monthly-closure')).toBe('2026-01'), 30_000)
    await stop()
  }, 60_000)
})
