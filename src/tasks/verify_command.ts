import { parseArgs } from 'node:util'
import { complain, say } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'
import { verify } from './verify.ts'

export const command: Command = {
  usage: 'verify',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    return withStore(env, async store => {
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
