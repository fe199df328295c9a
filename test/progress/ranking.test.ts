import { expect, test } from 'vitest'
import { inTransaction } from '../../src/cases/perform.ts'
import { countOf, figuresOf } from '../../src/progress/figures.ts'
import { rankOrgans } from '../../src/cases/batch_ranking.ts'
import { onBoth } from '../support/db.ts'
import { draftMotion, reference } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { answered, batchAt, given, play, playIn } from './batch.ts'

onBoth('organs of a batch', open => {
  test('are ranked among their like, ties alike, small samples after them and unranked', async () => {
    const store = await open()
    await seatMotions(store)
    const to = (organ: string) => given('2026-01-20', [], organ)
    await inTransaction(store, async trx => {
      for (let i = 0; i < 5; i++) {
        await playIn(store, trx, [...given('2026-01-20'), ...(i < 2 ? answered('2026-02-10', reference) : [])])
        await playIn(store, trx, to('street'))
      }
      await playIn(store, trx, to('police'))
    })
    const groups = await rankOrgans(store.reader, await batchAt(store, '2026-03-01'))
    expect(groups.map(({ kind, rows }) => [kind.zh, ...rows.map(row => `${row.rank} ${row.name.zh}`)])).toEqual([
      ['政府部门', '1 望江区住房和城乡建设局', 'null 望江区公安分局'],
      ['街道、镇', '1 石桥街道办事处'],
    ])
    expect(groups[0]?.rows[0]?.counts).toMatchObject({ handedOver: 5, answered: 2, onTime: 2, rated: 0, claimed: 0 })
    expect((await rankOrgans(store.reader, await batchAt(store, '2026-01-19'))).length).toBe(0)
  })

  test('have no part in what was withdrawn', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...given('2026-01-20'), ['withdraw', signers.daihong, '2026-02-01', { reason: '已经解决' }]])
    expect(await rankOrgans(store.reader, await batchAt(store, '2026-01-31'))).toHaveLength(1)
    expect(await rankOrgans(store.reader, await batchAt(store, '2026-02-01'))).toEqual([])
  })
})

onBoth('a proposal merged into another', open => {
  test('is a line of its own, answered or not, and no part of those that were filed', async () => {
    const store = await open()
    await seatMotions(store)
    const proposal = { procedure: 'cppcc-proposal', actor: signers.weiyuan, day: '2026-01-08' }
    const [main, other] = [await draftMotion(store, proposal), await draftMotion(store, proposal)]
    for (const motion of [main, other]) await motion.does('submit', signers.weiyuan, '2026-01-15')
    await main.does('register', signers.xuping, '2026-01-16')
    await other.does('merge', signers.xuping, '2026-01-17', { into: main.number, reason: '内容相同' })
    const figures = await figuresOf(store.reader, await batchAt(store, '2026-01-17', 'cppcc-13-5'))
    expect([countOf(figures, 'filed'), countOf(figures, 'merged'), countOf(figures, 'mergedAnswered')]).toEqual([
      1, 1, 0,
    ])
    expect(figures.find(({ id }) => id === 'filed')?.of).toBe(1)
    expect(figures.find(({ id }) => id === 'closed')?.of).toBe(1)
  })
})
