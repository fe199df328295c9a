import { parseArgs } from 'node:util'
import { backup } from './backup.ts'
import { complain, say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

/** Copies a running system. */
export const command: Command = {
  usage: 'backup FILE [--keys FILE]   (the keys go to FILE.keys: keep them apart from the copies)',
  run: async (args, env) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { keys: { type: 'string' } } })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new WrongUsage('name one file to copy to')
    const keysFile = values.keys ?? `${file}.keys`
    const { manifest, keys } = await withStore(env, store => backup(store, file, keysFile))
    manifest.absent.forEach(sha256 => complain(`the file ${sha256} is not whole on disk, and not in the copy`))
    say(`${file}: ${manifest.log.events} events, ${manifest.files} files, as of ${manifest.at}`)
    say(`${keysFile}: ${keys} keys; keep them apart from the copies, and of old ones none`)
    say(`digest ${manifest.log.digest}`)
    return 0
  },
}
