import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Store } from '../db/open.ts'
import { closeMonths } from './close_months.ts'
import { deliver } from './deliver.ts'
import type { Clock } from './clock.ts'
import { runJobs } from './jobs.ts'
import { dropLease, takeLease } from './lease.ts'
import { log, saidBy } from './log.ts'
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
    const isHolder = await step('lease', async () => {
      await clock.measure()
      return takeLease(store, { name: 'clockwork', holder, now: clock.now(), seconds: 90 })
    })
    if (!isHolder) return
    const swept = isHourly
      ? await step('sweep', () => sweep(store, clock.now()))
      : { lapsed: await step('lapse', () => lapseDeadlines(store, clock.now())) }
    if (isHourly) await step('learn', () => store.dialect.learn(store))
    else await step('settle', () => settleFigures(store, clock.now(), 2_000))
    const sent = await step('deliver', () => deliver(store, clock.now(), config))
    const jobs = await step('jobs', () => runJobs(store, clock.now()))
    const closed = await step('close', () => closeMonths(store, clock.now()))
    const published = await step('publish', () => publishMonths(store, clock.now()))
    log({ at: clock.now(), event: 'tick', ...swept, ...sent, jobs, closed, published })
  }

  /** What fails is logged, and keeps nothing after it from being done. */
  async function step<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      log({ at: clock.now(), level: 'error', event: 'tick', step: name, error: saidBy(error) })
      return undefined
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
