import { parseArgs } from 'node:util'
import { clockOf } from './clock.ts'
import { complain, say } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'
import { verify } from './verify.ts'
import { sayChecked, verifyReport } from './verify_report.ts'

export const command: Command = {
  usage: 'verify [--report FILE]',
  run: async (args, env) => {
    const { values } = parseArgs({ args, options: { report: { type: 'string' } } })
    const { report } = values
    return withStore(env, async store => {
      if (report !== undefined) {
        const clock = clockOf(store)
        await clock.measure()
        const checked = await verifyReport(store, clock.now(), report)
        say(sayChecked(checked))
        return checked.difference || checked.apart !== undefined ? 1 : 0
      }
      let wrong = 0
      const { streams, events, digest } = await verify(store, what => {
        wrong++
        complain(what)
      })
      say(`${streams} streams, ${events} events, digest ${digest}`)
      say(wrong === 0 ? 'everything holds' : `${wrong} things do not hold`)
      return wrong === 0 ? 0 : 1
    })
  },
}
