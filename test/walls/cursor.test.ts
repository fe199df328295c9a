import { expect, test } from 'vitest'
import { findCases } from '../../src/cases/queries.ts'
import { readPlace, WINDOW } from '../../src/cases/places.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file } from '../support/road.ts'

const today = '2026-03-01'

onBoth('the place where a list goes on', open => {
  test('is never that of a case its reader may not know of, however many there are with another organ', async () => {
    const store = await seated(await open())
    await many(store, ['petition-office', 'discipline'], 'D')
    for (const actor of [cast.zhaoqiang, cast.lincheng]) {
      const page = await findCases(store, actor, { today, organ: 'discipline' }, null, 50)
      expect(page, actor.name).toEqual({ rows: [], next: null })
    }
    const theirs = await findCases(store, cast.liming, { today, organ: 'discipline' }, null, 50)
    expect([theirs.rows.length, readPlace(theirs.next)?.number]).toEqual([50, expect.stringMatching(/^D/)])
  })

  test('passes over one that is walled off from an official among those of the own organ', async () => {
    const store = await seated(await open())
    await many(store, ['petition-office', 'discipline'], 'D')
    const narrow = { today, state: 'closed', organ: 'petition-office' }
    const before = readPlace((await findCases(store, cast.liming, narrow, null, 50)).next)
    await store.db
      .insertInto('walls')
      .values({ case_number: before?.number ?? '', organ: null, person: 'liming', reason: '' })
      .execute()
    const after = readPlace((await findCases(store, cast.liming, narrow, null, 50)).next)
    expect(before?.number).toMatch(/^D/)
    expect(after?.number).toMatch(/^D/)
    expect(after?.number).not.toBe(before?.number)
  })
})

async function seated(store: Store): Promise<Store> {
  await seatCast(store)
  return store
}

/** More accusations than one page looks through, each like one that was filed. */
async function many({ db, ...store }: Store, organs: readonly string[], prefix: string) {
  const { number } = await file({ db, ...store })
  const like = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  const rows = Array.from({ length: WINDOW + 100 }, (_, i) => ({
    ...like,
    number: `${prefix}${String(i).padStart(5, '0')}`,
    restricted: 1,
    received_at: `2026-02-01T02:${String(i % 60).padStart(2, '0')}:00.000Z`,
  }))
  const places = rows.flatMap(row =>
    organs.map(organ => ({ organ, received_at: row.received_at, case_number: row.number })),
  )
  for (let i = 0; i < rows.length; i += 100)
    await db
      .insertInto('cases')
      .values(rows.slice(i, i + 100))
      .execute()
  for (let i = 0; i < places.length; i += 100)
    await db
      .insertInto('case_organs')
      .values(places.slice(i, i + 100))
      .execute()
}
