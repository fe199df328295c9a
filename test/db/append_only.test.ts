import Database from 'better-sqlite3'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const logged = async (store: Store) => {
  await seatCast(store)
  await perform(store, {
    on: { procedure: 'petition', channel: 'online' },
    act: 'submit',
    actor: visitor,
    now: '2026-01-05T02:00:00.000Z',
    input: { kind: 'appeal', title: '楼顶漏水', body: '无人修' },
  })
}

onBoth('the log', (open, database) => {
  test('is not changed', async () => {
    const store = await open()
    await logged(store)
    await expect(store.db.updateTable('events').set({ act: 'close' }).execute()).rejects.toThrow('append-only')
  })

  test('is not shortened', async () => {
    const store = await open()
    await logged(store)
    await expect(store.db.deleteFrom('events').execute()).rejects.toThrow('append-only')
    if (database === 'postgres') await expect(sql`truncate events`.execute(store.db)).rejects.toThrow('append-only')
  })

  test.runIf(database === 'sqlite').each(['OFF', 'ON'])(
    'is not replaced, on a connection with recursive_triggers %s',
    async recursive => {
      const store = await open()
      await logged(store)
      const fresh = new Database(join(store.dataDir, 'banjie.sqlite'))
      fresh.pragma(`recursive_triggers = ${recursive}`)
      const replace = 'insert or replace into events select stream, seq, ?, actor, organ, occurred_on, occurred_at, '
      const rest = 'recorded_at, payload, versions, origin, prev_hash, hash from events'
      expect(() => fresh.prepare(replace + rest).run('close')).toThrow('append-only')
      for (const statement of ['update events set act = 1', 'delete from events'])
        expect(() => fresh.exec(statement)).toThrow('append-only')
      fresh.close()
      expect(await store.db.selectFrom('events').select('act').execute()).toEqual([{ act: 'submit' }])
    },
  )
})
