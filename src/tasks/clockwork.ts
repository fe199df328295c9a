import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Store } from '../db/open.ts'
import { closeMonths } from './close_months.ts'
import { deliver } from './deliver.ts'
import type { Clock } from './clock.ts'
import { runJobs } from './jobs.ts'
import { dropLease, takeLease } from './lease.ts'
import { log } from './log.ts'
import { publishMonths } from './publish_months.ts'
import { settleFigures } from '../reports/settle.ts'
import { lapseDeadlines, sweep } from './sweep.ts'

/** Every minute: what time has done, what people are to be told, and what was put off until now. */
export function startClockwork(store: Store, clock: Clock, config: Pick<Config, 'smsUrl' | 'publicUrl'>) {
  const holder = randomUUID()
  let ticks = 0
  let ticking = Promise.resolve()
  let timer = setTimeout(again, 1_000)

  function again() {
    ticking = tick(ticks++ % 60 === 0).finally(() => (timer = setTimeout(again, 60_000)))
  }

  async function tick(isHourly: boolean) {
    try {
      await clock.measure()
      if (!(await takeLease(store, { name: 'clockwork', holder, now: clock.now(), seconds: 90 }))) return
      const swept = isHourly ? await sweep(store, clock.now()) : { lapsed: await lapseDeadlines(store, clock.now()) }
      if (isHourly) await store.dialect.learn(store)
      else await settleFigures(store, clock.now(), 2_000)
      const sent = await deliver(store, clock.now(), config)
      const jobs = await runJobs(store, clock.now())
      const closed = await closeMonths(store, clock.now())
      const published = await publishMonths(store, clock.now())
      log({ at: clock.now(), event: 'tick', ...swept, ...sent, jobs, closed, published })
    } catch (error) {
      log({
        at: clock.now(),
        level: 'error',
        event: 'tick',
        error: error instanceof Error ? error.stack : String(error),
      })
    }
  }

  return {
    stop: async () => {
      clearTimeout(timer)
      await ticking
      clearTimeout(timer)
      await dropLease(store, 'clockwork', holder)
    },
  }
}
