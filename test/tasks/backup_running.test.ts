import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { readTexts } from '../../src/cases/words.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { restore } from '../../src/tasks/restore.ts'
import { post } from '../crash/clients.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { command, startProcess } from '../support/server.ts'
import { fresh, problemsOf } from './copies.ts'

type Acknowledged = { number: string; mark: string }

const token = 'token-of-the-backup-test'

describe.each(['sqlite', 'postgres'] as const)('a copy of a running server under load (%s)', database => {
  test('holds every act acknowledged before it began, and comes back sound on both databases', async () => {
    const place = await newPlace(database)
    const store = await openStore(place)
    await seatCast(store)
    const row = {
      hash: tokenHash(store, token),
      person: 'liming',
      name: 'copy',
      created_at: '2026-01-01T00:00:00.000Z',
    }
    await store.db
      .insertInto('tokens')
      .values({ ...row, revoked_at: null })
      .execute()
    const server = await startProcess(place)
    const known: Acknowledged[] = []
    const going = { on: true }
    const crowd = Array.from({ length: 6 }, () => work(server.url, known, going))
    while (known.length < 40) await pause(50)

    const copy = fresh()
    const before = [...known]
    const made = await command(place, 'backup', copy)
    const after = known.length
    going.on = false
    await Promise.all(crowd)
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(after).toBeGreaterThan(before.length)
    expect(await missing(store, known)).toEqual([])
    expect(await server.stop()).toBe(0)
    await store.close()

    for (const target of ['sqlite', 'postgres'] as const) {
      const empty = await newPlace(target)
      await restore(empty, () => openStore(empty), { file: copy })
      const back = await openStore(empty)
      expect(await problemsOf(back)).toEqual([])
      expect(await missing(back, before)).toEqual([])
      await back.close()
      await empty.remove()
    }
    await place.remove()
  }, 120_000)
})

/** Files, and adds to what it has filed, until it is over; what was acknowledged is noted as it is. */
async function work(url: string, known: Acknowledged[], going: { on: boolean }): Promise<void> {
  while (going.on) {
    const [first, second] = [randomUUID(), randomUUID()]
    const input = { kind: 'appeal', title: '楼顶漏水', body: first, petitioner: '王芳', phone: '13800000012' }
    const filed = await post(`${url}/api/v1/cases`, token, { procedure: 'petition', channel: 'phone', input })
    if (!filed) continue
    known.push({ number: filed.number, mark: first })
    const added = await post(`${url}/api/v1/cases/${filed.number}/acts/addMaterial`, token, { input: { note: second } })
    if (added) known.push({ number: filed.number, mark: second })
  }
}

/** What was acknowledged and cannot be read. */
async function missing({ db, master }: Store, known: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const lost: Acknowledged[] = []
  for (const { number, mark } of known) {
    const texts = await readTexts(db, master, number)
    if (!texts.some(({ text }) => text === mark)) lost.push({ number, mark })
  }
  return lost
}
