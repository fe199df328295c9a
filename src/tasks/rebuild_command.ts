import { parseArgs } from 'node:util'
import { say } from './command.ts'
import type { Command } from './command.ts'
import { rebuild } from './rebuild.ts'
import { withStore } from './store.ts'

export const command: Command = {
  usage: 'rebuild',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    await withStore(env, async store => {
      let changed = 0
      const { cases } = await rebuild(store, ({ number, tables }) => {
        changed++
        say(`${number}: ${tables.join(', ')} put right`)
      })
      say(`${cases} cases replayed; ${changed === 0 ? 'nothing changed' : `${changed} put right`}`)
    })
    return 0
  },
}
