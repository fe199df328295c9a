import { parseArgs } from 'node:util'
import { settleFigures } from '../reports/settle.ts'
import { clockOf } from './clock.ts'
import { say } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'
import { sweep } from './sweep.ts'

export const command: Command = {
  usage: 'sweep',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      const { lapsed, tidied } = await sweep(store, clock.now())
      await settleFigures(store, clock.now(), Infinity)
      say(`${lapsed} deadlines lapsed, ${tidied} leftovers cleared`)
    })
    return 0
  },
}
