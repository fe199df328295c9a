import { parseArgs } from 'node:util'
import { say } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

export const command: Command = {
  usage: 'migrate',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    await withStore(env, async store => say(`the database (${store.dialect.name}) is up to date`))
    return 0
  },
}
