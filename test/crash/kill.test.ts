import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { readTexts } from '../../src/cases/words.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { command, startProcess } from '../support/server.ts'
import type { Place } from '../support/server.ts'
import { post, work } from './clients.ts'
import type { Acknowledged } from './clients.ts'

const token = 'token-of-the-crash-test'
const clients = 50
const kills = 3

describe.each(['sqlite', 'postgres'] as const)('killed with -9 under load (%s)', database => {
  test('everything acknowledged is in the log, and the log is whole', { timeout: 300_000 }, async () => {
    const place = await newPlace(database)
    try {
      await prepare(place)
      const known = await storm(place)
      expect(known.length).toBeGreaterThan(clients)
      const store = await openStore(place)
      expect(await missing(store, known)).toEqual([])
      const wrong: string[] = []
      await verify(store, what => wrong.push(what))
      await rebuild(store, ({ number, tables }) => wrong.push(`${number}: ${tables.join()}`))
      expect(wrong).toEqual([])
      await store.close()
    } finally {
      await place.remove()
    }
  })
})

async function prepare(place: Place): Promise<void> {
  const store = await openStore(place)
  await seatCast(store)
  const row = { hash: tokenHash(store, token), person: 'liming', name: 'crash', created_at: '2026-01-01T00:00:00.000Z' }
  await store.db
    .insertInto('tokens')
    .values({ ...row, revoked_at: null })
    .execute()
  await store.close()
  const rows = Array.from({ length: 50 }, (_, i) => `L-${i},petition,台账事项${i},内容,2026-01-05 09:00`)
  writeFileSync(join(place.dataDir, 'ledger.csv'), ['编号,类型,标题,内容,提交时间', ...rows].join('\n'))
}

/** Many clients at once, a server that is killed again and again, and the command line writing beside it. */
async function storm(place: Place): Promise<Acknowledged[]> {
  let server = await startProcess(place)
  let isOver = false
  const body = {
    procedure: 'petition',
    channel: 'phone',
    input: { kind: 'appeal', title: '共同的事项', body: '众人补充' },
  }
  const shared = await post(`${server.url}/api/v1/cases`, token, body)
  if (!shared) throw new Error('The first case was not filed')
  const crowd = Array.from({ length: clients }, (_, seed) =>
    work({ url: () => server.url, token, isOver: () => isOver, shared: shared.number }, seed),
  )
  const beside = (async () => {
    expect(await command(place, 'import', join(place.dataDir, 'ledger.csv'))).toMatchObject({ code: 0 })
    expect(await command(place, 'sweep')).toMatchObject({ code: 0 })
  })()
  for (let i = 0; i < kills; i++) {
    await pause(2_000)
    await server.kill()
    server = await startProcess(place)
  }
  await pause(1_000)
  isOver = true
  const known = (await Promise.all(crowd)).flat()
  await beside
  expect(await server.stop()).toBe(0)
  return known
}

/** What was acknowledged and cannot be found. */
async function missing(store: Store, known: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const lost: Acknowledged[] = []
  for (const [number, own] of Map.groupBy(known, ({ number }) => number)) {
    const events = await store.db.selectFrom('events').select('act').where('stream', '=', `case:${number}`).execute()
    const words = new Set((await readTexts(store.db, store.master, number)).map(({ text }) => text))
    const acts = new Set(events.map(event => event.act))
    lost.push(...own.filter(({ act, mark }) => !acts.has(act) || (mark !== '' && !words.has(mark))))
  }
  return lost
}
