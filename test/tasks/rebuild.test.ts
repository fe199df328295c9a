import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import type { Difference } from '../../src/tasks/rebuild.ts'
import { derivedTables } from '../../src/tasks/replay.ts'
import { sweep } from '../../src/tasks/sweep.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { walk } from '../support/walk.ts'

const dump = async ({ db }: Store) => {
  const tables = await Promise.all(derivedTables.map(table => db.selectFrom(table).selectAll().execute()))
  return tables.map(rows => rows.map(row => JSON.stringify(row)).sort())
}

const walked = async (store: Store, seed: number) => {
  await seatCast(store)
  const told = await walk(store, { seed, cases: 12, steps: 250, from: '2026-01-05T01:00:00.000Z' })
  await sweep(store, told.now)
  return told
}

onBoth('rebuild', open => {
  test.each([1, 2])('a district at work is rebuilt as it was (seed %i)', async seed => {
    const store = await open()
    const { done } = await walked(store, seed)
    expect(done).toBeGreaterThan(50)
    const before = await dump(store)
    const found: Difference[] = []
    expect(await rebuild(store, difference => found.push(difference))).toEqual({ cases: 12 })
    expect(found).toEqual([])
    expect(await dump(store)).toEqual(before)
    const wrong: string[] = []
    await verify(store, what => wrong.push(what))
    expect(wrong).toEqual([])
  })

  test('puts right what someone changed behind the log, and says where', async () => {
    const store = await open()
    const { numbers } = await walked(store, 3)
    const [first = '', second = ''] = numbers
    const before = await dump(store)
    await store.db.updateTable('cases').set({ state: 'closed' }).where('number', '=', first).execute()
    await store.db.deleteFrom('facts').where('case_number', '=', second).execute()
    const wrong: string[] = []
    await verify(store, what => wrong.push(what))
    expect(wrong.sort()).toEqual(
      [
        `${first}: cases is not what the log tells; run rebuild`,
        `${second}: facts is not what the log tells; run rebuild`,
      ].sort(),
    )
    const found: Difference[] = []
    await rebuild(store, difference => found.push(difference))
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({ number: first, tables: ['cases'] })
    expect(found).toContainEqual({ number: second, tables: ['facts'] })
    expect(await dump(store)).toEqual(before)
  })

  test('a row the log knows nothing of goes', async () => {
    const store = await open()
    const { numbers } = await walked(store, 4)
    const row = await store.db
      .selectFrom('cases')
      .selectAll()
      .where('number', '=', numbers[0] ?? '')
      .executeTakeFirstOrThrow()
    await store.db
      .insertInto('cases')
      .values({ ...row, number: 'XF-invented' })
      .execute()
    const found: Difference[] = []
    await rebuild(store, difference => found.push(difference))
    expect(found).toEqual([{ number: 'XF-invented', tables: ['cases'] }])
    expect(await store.db.selectFrom('cases').select('number').where('number', '=', 'XF-invented').execute()).toEqual(
      [],
    )
  })
})
