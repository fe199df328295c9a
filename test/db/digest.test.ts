import { expect, test } from 'vitest'
import { digestOf, settleHours, unsoundHours } from '../../src/db/digest.ts'
import { append, headOf } from '../../src/db/log.ts'
import type { Store } from '../../src/db/open.ts'
import { onBoth } from '../support/db.ts'

const write = async ({ db }: Store, stream: string, recordedAt: string) =>
  append(db, await headOf(db, stream), {
    stream,
    act: 'note',
    actor: 'system',
    organ: null,
    occurred_on: recordedAt.slice(0, 10),
    occurred_at: null,
    recorded_at: recordedAt,
    payload: '{}',
    versions: '{}',
    origin: 'system',
  })

const history = async (store: Store) => {
  await write(store, 'case:b', '2026-04-01T02:10:00.000Z')
  await write(store, 'case:a', '2026-04-01T02:10:00.000Z')
  await write(store, 'case:a', '2026-04-01T02:50:00.000Z')
  await write(store, 'case:b', '2026-04-03T09:00:00.000Z')
  await write(store, 'case:a', '2026-04-03T09:30:00.000Z')
}

const instants = ['2026-04-01T02:30:00.000Z', '2026-04-02T00:00:00.000Z', '2026-04-03T09:10:00.000Z', '2026-05-01']
const digests = async ({ reader }: Store) => Promise.all(instants.map(instant => digestOf(reader, instant)))

onBoth('the digest of the log', open => {
  test('names what was known at an instant, settled or not, the same on both databases', async () => {
    const store = await open()
    await history(store)
    const before = await digests(store)
    expect(new Set(before).size).toBe(instants.length)
    expect(before.at(-1)).toBe('8b9fe50247f8ebd6dd81e96a475d4e3c1acfcf87954f0b2c1e9d95d06b579af5')
    expect(await settleHours(store, '2026-05-01T00:00:00.000Z')).toBe(2)
    expect(await settleHours(store, '2026-05-01T00:00:00.000Z')).toBe(0)
    expect(await digests(store)).toEqual(before)
  })

  test('does not settle an hour that may still be written to', async () => {
    const store = await open()
    await history(store)
    expect(await settleHours(store, '2026-04-03T10:59:00.000Z')).toBe(1)
    expect(await settleHours(store, '2026-04-03T11:00:00.000Z')).toBe(1)
  })

  test('is unsettled by an event recorded into the past', async () => {
    const store = await open()
    await history(store)
    await settleHours(store, '2026-05-01T00:00:00.000Z')
    const before = await digests(store)
    await write(store, 'case:c', '2026-04-02T12:00:00.000Z')
    const after = await digests(store)
    expect(after.map((digest, i) => digest === before[i])).toEqual([true, true, false, false])
    expect(await settleHours(store, '2026-05-01T00:00:00.000Z')).toBe(2)
    expect(await digests(store)).toEqual(after)
  })

  test('is found out when someone changed what was kept', async () => {
    const store = await open()
    await history(store)
    await settleHours(store, '2026-05-01T00:00:00.000Z')
    expect(await unsoundHours(store.reader)).toEqual([])
    await store.db.updateTable('log_hours').set({ digest: 'x' }).where('hour', '=', '2026-04-01T02').execute()
    expect(await unsoundHours(store.reader)).toEqual(['2026-04-01T02'])
  })

  test('reads an as-of from the last settled hour by index', async () => {
    const store = await open()
    const events = store.reader
      .selectFrom('events')
      .select('hash')
      .where('recorded_at', '>=', '2026-04-03T10')
      .where('recorded_at', '<=', '2026-04-03T12')
      .orderBy('recorded_at')
      .orderBy('stream')
      .orderBy('seq')
    expect((await store.dialect.explain(store.reader, events)).join('\n')).toMatch(/events_recorded/)
  })
})
