import { parseArgs } from 'node:util'
import { say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { restore } from './restore.ts'
import { configOf, openConfigured } from './store.ts'

/** Brings a copy back into an empty place. */
export const command: Command = {
  usage: 'restore FILE [--keys FILE] [--erasures FILE]   (with no server running)',
  run: async (args, env) => {
    const text = { type: 'string' } as const
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { keys: text, erasures: text },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new WrongUsage('name the one file to restore from')
    const config = configOf(env)
    const done = await restore(config, () => openConfigured(config), { file, ...values })
    say(`as of ${done.at}: ${done.streams} streams, ${done.events} events, ${done.files} files`)
    say(done.hadList ? `${done.replayed} erasures replayed` : 'no list of erasures was found, and none replayed')
    say(`everything holds, digest ${done.digest}`)
    return 0
  },
}
