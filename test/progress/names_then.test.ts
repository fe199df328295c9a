import { expect, test } from 'vitest'
import type { Changed } from '../../src/accounts/change.ts'
import { renameOrgan } from '../../src/accounts/organ_changes.ts'
import { setRule } from '../../src/accounts/rule_changes.ts'
import { renameSession } from '../../src/accounts/term_changes.ts'
import type { Store } from '../../src/db/open.ts'
import type { Day } from '../../src/law/day.ts'
import { viewsAsOf } from '../../src/progress/as_of.ts'
import { readBoard } from '../../src/progress/board.ts'
import { nameOf } from '../../src/progress/drawn.ts'
import { listCounted } from '../../src/progress/lists.ts'
import { findBatch } from '../../src/progress/queries.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import { congress, given, play } from './batch.ts'

onBoth('a board of a past day', open => {
  test('names organs and the session as they were called then', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, given('2026-01-20'))
    const before = await namesOn(store, '2026-02-01')
    const commission = { zh: '住建委', en: 'Housing Commission' }
    await made(renameOrgan(store, by('2026-03-01'), 'housing', { ...commission, from: '2026-03-01' }))
    await made(renameSession(store, by('2026-03-01'), congress, { zh: '五次人大会', en: 'The fifth' }))
    expect(await namesOn(store, '2026-02-01')).toEqual(before)
    expect(await namesOn(store, '2026-03-02')).toMatchObject({
      ...{ session: '五次人大会', lead: '住建委', listed: '住建委', holders: ['住建委 承办人'] },
    })
  })

  test('goes by the rules of its session that were on record then', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, given('2026-01-20'))
    const ruled = async (hour: string) =>
      (await viewsAsOf(store.reader, [number], `2026-01-15T${hour}:00:00.000Z`))[0]?.rules['classes']
    const first = await ruled('09')
    const value = JSON.stringify([{ code: 'A', zh: '已经解决', en: 'Solved', means: 'solved' }])
    const rule = { session: congress, name: 'classes', value, from: '2026-01-15', source: '本届次方案' }
    await made(setRule(store, { ...by('2026-01-15'), now: '2026-01-15T10:00:00.000Z' }, rule))
    expect([await ruled('09'), await ruled('11')]).toEqual([first, value])
  })
})

const by = (day: string) => ({ actor: cast.mawei, now: at(day) })

async function made(changed: Promise<Changed>): Promise<void> {
  const outcome = await changed
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome))
}

async function namesOn(store: Store, day: Day) {
  const batch = await findBatch(store.reader, signers.lichen, congress, day)
  if (!batch) throw new Error(day)
  const board = await readBoard(store, signers.lichen, batch, 'remaining', undefined)
  const list = await listCounted(store, signers.lichen, batch, { measure: 'filed', side: 'there' }, undefined)
  const [row] = board?.rows ?? []
  return {
    session: nameOf(batch).zh,
    lead: row?.lead?.zh,
    listed: list.rows[0]?.lead?.zh,
    holders: row?.blockers.map(({ holder }) => holder.zh),
  }
}
