import { parseArgs } from 'node:util'
import { startServer } from '../server.ts'
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
      throw new CannotDo(`PORT, HOST: cannot listen on ${config.host}:${config.port}: ${said(error)}`, { cause: error })
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

const said = (error: unknown) => (error instanceof Error ? error.message : String(error))
