import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { newPlace } from './db.ts'

export type Place = Pick<Awaited<ReturnType<typeof newPlace>>, 'dataDir' | 'secretKey' | 'databaseUrl'>
export type ServerProcess = {
  url: string
  /** What it has logged so far. */
  lines: readonly string[]
  kill: () => Promise<void>
  stop: () => Promise<number | null>
}

const launcher = join(import.meta.dirname, '../../src/banjie.js')

const envOf = ({ dataDir, secretKey, databaseUrl }: Place) => ({
  PATH: process.env['PATH'],
  DATA_DIR: dataDir,
  SECRET_KEY: secretKey,
  ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
})

/** The real server in a process of its own, on a port of its own, once it listens. */
export async function startProcess(place: Place): Promise<ServerProcess> {
  const child = spawn(process.execPath, [launcher, 'serve'], {
    env: { ...envOf(place), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const lines: string[] = []
  const url = await urlFrom(child, lines)
  return {
    url,
    lines,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: async () => {
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}

async function urlFrom(child: ChildProcess, kept: string[]): Promise<string> {
  if (!child.stdout) throw new Error('The server has no stdout')
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => kept.push(line))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended before it listened')))
    lines.on('line', line => {
      const said: { event?: string; url?: string } = line.startsWith('{') ? JSON.parse(line) : {}
      if (said.event === 'listening' && said.url !== undefined) resolve(said.url)
    })
  })
}

/** The command line in a process of its own. */
export async function command(place: Place, ...args: string[]) {
  const run = promisify(execFile)(process.execPath, [launcher, ...args], { env: envOf(place) })
  const done = await run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code?: number; stdout?: string; stderr?: string }) => error,
  )
  return { code: done.code ?? null, stdout: done.stdout ?? '', stderr: done.stderr ?? '' }
}
