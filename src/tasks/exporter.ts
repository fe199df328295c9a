import { setTimeout } from 'node:timers/promises'
import type { Store } from '../db/open.ts'
import { makeNextExport } from '../reports/export_maker.ts'
import type { Clock } from './clock.ts'
import { log, saidBy } from './log.ts'

/** Makes what people asked for in the background, one after another; looks every second whether something waits. */
export function startExporter(store: Store, clock: Clock) {
  const stopping = new AbortController()
  const { signal } = stopping
  const working = work()

  async function work() {
    while (!signal.aborted) {
      const isIdle = !(await makeOne())
      if (isIdle) await setTimeout(1_000, undefined, { signal }).catch(() => {})
    }
  }

  async function makeOne(): Promise<boolean> {
    try {
      const made = await makeNextExport(store, clock.now, signal)
      if (made)
        log({
          at: clock.now(),
          event: 'export',
          state: made.state,
          rows: made.written,
          mb: made.peak,
          ...(made.error !== undefined && { level: 'error', error: saidBy(made.error) }),
        })
      return made !== undefined && made.state !== 'waiting'
    } catch (error) {
      log({ at: clock.now(), event: 'export', level: 'error', error: saidBy(error) })
      return false
    }
  }

  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}
