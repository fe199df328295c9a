import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { findCase } from '../../src/cases/view.ts'
import { hashOf } from '../../src/db/log.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file } from '../support/road.ts'

onBoth('acts at the same time', (open, database) => {
  test('of two acts on the same version one is done, the other learns who was first', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    const input = { kind: 'appeal', route: '6' }
    const outcomes = await Promise.all([
      petition.attempt('register', cast.liming, '2026-01-06', input, { version: 1 }),
      petition.attempt('withdraw', petition.petitioner, '2026-01-06', { reason: '已解决' }, { version: 1 }),
    ])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'overtaken'])
    const stale = await petition.attempt('register', cast.liming, '2026-01-06', input, { version: 1 })
    expect(stale).toMatchObject({ outcome: 'overtaken', version: 2 })
  })

  test('acts that keep the state are all recorded, in one unbroken chain', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    const many = Array.from({ length: 12 }, (_, i) =>
      petition.does('addMaterial', petition.petitioner, '2026-01-06', { note: `补充${i}` }),
    )
    await Promise.all(many)
    const events = await store.db
      .selectFrom('events')
      .selectAll()
      .where('stream', '=', `case:${petition.number}`)
      .orderBy('seq')
      .execute()
    expect(events.map(event => event.seq)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
    events.forEach((event, i) => {
      expect(event.prev_hash).toBe(events[i - 1]?.hash ?? '')
      expect(event.hash).toBe(hashOf(event))
    })
    expect((await findCase(store.db, system, petition.number))?.row.version).toBe(13)
  })

  test('nothing changes, removes or replaces an event', async () => {
    const store = await open()
    await seatCast(store)
    await file(store)
    const statements = [
      `update events set act = 'x'`,
      `delete from events`,
      database === 'sqlite' ? `insert or replace into events select * from events` : `truncate events`,
    ]
    for (const statement of statements) {
      await expect(sql.raw(statement).execute(store.db), statement).rejects.toThrow('append-only')
    }
  })
})
