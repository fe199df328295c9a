import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { isRole, roles } from '../procedures/roles.ts'
import { clockOf } from './clock.ts'
import { CannotDo, say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'
import { userAdd } from './user.ts'

/** Adds an official; without a password of one's own a one-time password is printed once. */
export const command: Command = {
  usage: 'user add --name NAME --login LOGIN --role ROLE --organ ORGAN [--password-stdin]',
  run: async (args, env) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const { name, login, role, organ } = values
    if (positionals.join(' ') !== 'add') throw new WrongUsage('the only thing to do with a user is “add”')
    if (!name || !login || !role || !organ) throw new WrongUsage('--name, --login, --role and --organ are all needed')
    if (!isRole(role)) throw new WrongUsage(`there is no role “${role}”; there are ${Object.keys(roles).join(', ')}`)
    const password = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
    await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      const added = await userAdd(store, clock.now(), { name, login, role, organ, password })
      if (added.outcome === 'refused') throw new CannotDo(`${added.because.zh} ${added.because.en}`)
      say(`${login} was added`)
      if (added.password !== undefined) say(`one-time password: ${added.password}`)
    })
    return 0
  },
}

const options = {
  name: { type: 'string' },
  login: { type: 'string' },
  role: { type: 'string' },
  organ: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const
