import { parseArgs } from 'node:util'
import { clockOf } from './clock.ts'
import { say } from './command.ts'
import type { Command } from './command.ts'
import { deliver } from './deliver.ts'
import { withStore } from './store.ts'

export const command: Command = {
  usage: 'deliver',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    return withStore(env, async (store, config) => {
      const clock = clockOf(store)
      await clock.measure()
      const { sent, unsent } = await deliver(store, clock.now(), config)
      say(config.smsUrl === undefined ? 'SMS_URL is not set: messages stay on their page' : `${sent} sent`)
      if (unsent > 0) say(`${unsent} not taken; they are tried again at the next tick`)
      return unsent > 0 ? 1 : 0
    })
  },
}
