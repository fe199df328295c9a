import { expect, test } from 'vitest'
import { visitor } from '../../../src/accounts/actor.ts'
import { perform } from '../../../src/cases/perform.ts'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import { at, filing, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a group (art. 20)', seated => {
  const filed = async (store: Store, channel: string, heads?: number) => {
    const done = await perform(store, {
      on: { procedure: 'petition', channel },
      act: 'submit',
      actor: visitor,
      now: at('2026-01-05'),
      input: { ...filing, ...(heads !== undefined && { heads }) },
    })
    if (done.outcome !== 'done') throw new Error(JSON.stringify(done))
    const { number } = done
    const register = (input: object) =>
      perform(store, {
        on: { number },
        act: 'register',
        actor: cast.liming,
        now: at('2026-01-06'),
        input: { kind: 'appeal', route: '6', ...input },
      })
    return { number, register }
  }
  const thirty = { heads: 30 }
  const names = (n: number) => Array.from({ length: n }, (_, i) => `代表${i + 1}`)

  test('of thirty who visit is registered with five representatives, and counts thirty people', async () => {
    const store = await seated()
    const visit = await filed(store, 'visit')
    const five = { ...thirty, representatives: 5, representativeNames: names(5) }
    expect(await visit.register(five)).toMatchObject({ outcome: 'done' })
    expect((await viewOf(store, visit)).data.set).toMatchObject({ heads: 30, representatives: 5 })
    const received = await store.db
      .selectFrom('facts')
      .select(['sign', 'heads'])
      .where('kind', '=', 'received')
      .orderBy('seq')
      .orderBy('line')
      .execute()
    expect(received.reduce((sum, { sign }) => sum + sign, 0)).toBe(1)
    expect(received.reduce((sum, { sign, heads }) => sum + sign * (heads ?? 0), 0)).toBe(30)
  })

  test('brings no sixth representative, by number or by name', async () => {
    const visit = await filed(await seated(), 'visit')
    expect(await visit.register({ ...thirty, representatives: 6 })).toMatchObject(wrongIn('representatives'))
    expect(await visit.register({ ...thirty, representatives: 5, representativeNames: names(6) })).toMatchObject(
      wrongIn('representativeNames'),
    )
  })

  test('does not come without any, whether its size is told now or was when it was filed', async () => {
    const store = await seated()
    const none = wrongIn('representatives', '五人以上走访，须推选一至五名代表（第二十条）')
    const visit = await filed(store, 'visit')
    expect(await visit.register(thirty)).toMatchObject(none)
    expect(await visit.register({ ...thirty, representatives: 0 })).toMatchObject(none)
    const told = await filed(store, 'visit', 30)
    expect(await told.register({})).toMatchObject(none)
  })

  test('of five needs none, nor does a letter of thirty', async () => {
    const store = await seated()
    expect(await (await filed(store, 'visit')).register({ heads: 5 })).toMatchObject({ outcome: 'done' })
    expect(await (await filed(store, 'letter', 30)).register(thirty)).toMatchObject({ outcome: 'done' })
  })

  test('never says itself by which way it came in', async () => {
    const visit = await filed(await seated(), 'visit')
    expect(await visit.register({ ...thirty, channel: 'letter' })).toMatchObject({ outcome: 'invalid' })
  })
})
