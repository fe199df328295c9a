import { parseArgs } from 'node:util'
import { CannotListen, startServer } from '../server.ts'
import { CannotDo } from './command.ts'
import type { Command } from './command.ts'
import { configOf, openConfigured } from './store.ts'

export const command: Command = {
  usage: 'serve',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    const asked = stopAsked()
    const config = configOf(env)
    const store = await openConfigured(config)
    const running = await startServer(store, config).catch(async (error: unknown) => {
      await store.close()
      if (!(error instanceof CannotListen)) throw error
      const { host, port } = config
      throw new CannotDo(`PORT, HOST: cannot listen on ${host}:${port}: ${error.message}`, { cause: error })
    })
    await asked
    await running.stop()
    return 0
  },
}

/** Settles when the machine, or a person, asks it to stop; heard from the first moment on. */
const stopAsked = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve())
  })
