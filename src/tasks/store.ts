import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/open.ts'
import { CannotDo } from './command.ts'
import type { Env } from './command.ts'

/** The checked environment, or one line that names what is wrong with it. */
export function configOf(env: Env): Config {
  const read = readConfig(env)
  if ('problem' in read) throw new CannotDo(read.problem)
  return read.ok
}

/** Opens the store the environment names; what stands in the way is one line naming the variable. */
export async function openConfigured(config: Config): Promise<Store> {
  try {
    return { ...(await openStore(config)), keepsTime: true }
  } catch (error) {
    const name = config.databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL'
    throw new CannotDo(`${name}: the database cannot be opened: ${saidBy(error)}`, { cause: error })
  }
}

/** Does something with the configured store, and closes it whatever happens. */
export async function withStore<T>(env: Env, work: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const config = configOf(env)
  const store = await openConfigured(config)
  try {
    return await work(store, config)
  } finally {
    await store.close()
  }
}

/** Whether there is a database to read; asking creates nothing. */
export const hasDatabase = (config: Config): boolean =>
  config.databaseUrl !== undefined || existsSync(join(config.dataDir, 'banjie.sqlite'))

/** Several addresses of one host fail together without a message of their own. */
function saidBy(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(saidBy).join('; ')
  return error instanceof Error ? error.message : String(error)
}
