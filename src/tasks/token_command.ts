import { parseArgs } from 'node:util'
import { clockOf } from './clock.ts'
import { CannotDo, say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'
import { tokenAdd } from './token.ts'

/** Makes a token for the API and prints it, alone on its line, this once. */
export const command: Command = {
  usage: 'token add --login LOGIN --name NAME',
  run: async (args, env) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const { login, name } = values
    if (positionals.join(' ') !== 'add') throw new WrongUsage('the only thing to do with a token is “add”')
    if (!login || !name) throw new WrongUsage('--login and --name are both needed')
    await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      const added = await tokenAdd(store, clock.now(), { login, name })
      if (added.outcome === 'refused') throw new CannotDo(`${added.because.zh} ${added.because.en}`)
      say(added.token)
    })
    return 0
  },
}

const options = { login: { type: 'string' }, name: { type: 'string' } } as const
