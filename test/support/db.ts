import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, inject } from 'vitest'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'

export type Opener = () => Promise<Store>
export type DatabaseName = 'sqlite' | 'postgres'

/** The same tests on both databases: `open` gives a fresh store, closed and removed after the test. */
export function onBoth(title: string, body: (open: Opener, database: DatabaseName) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${title} (%s)`, database => {
    const opened: { store: Store; remove: () => Promise<void> }[] = []
    afterEach(async () => {
      for (const { store, remove } of opened.splice(0)) {
        await store.close()
        await remove()
      }
    })
    body(async () => {
      const place = await newPlace(database)
      const store = await openStore(place)
      opened.push({ store, remove: place.remove })
      return store
    }, database)
  })
}

/** A fresh data directory, and for PostgreSQL a fresh database copied from the migrated template. */
export async function newPlace(database: DatabaseName) {
  const dataDir = mkdtempSync(join(tmpdir(), 'banjie-'))
  const removeDir = () => rmSync(dataDir, { recursive: true, force: true })
  const secretKey = 'test-secret-key-of-more-than-32-characters'
  if (database === 'sqlite') return { dataDir, secretKey, databaseUrl: undefined, remove: async () => removeDir() }
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await administer(client => client.query(`create database ${name} template template_banjie`))
  return {
    dataDir,
    secretKey,
    databaseUrl: `${inject('postgres')}/${name}`,
    remove: async () => {
      await administer(client => client.query(`drop database if exists ${name} with (force)`))
      removeDir()
    },
  }
}

/** One at a time: a template cannot be copied while another copy is being made from it in the same second. */
async function administer(work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await work(client)
  } finally {
    await client.end()
  }
}
