import { expect, test } from 'vitest'
import { rateOf } from '../../src/law/rate.ts'
import { inTransaction, perform } from '../../src/cases/perform.ts'
import { casesOf, countOn, figuresOf } from '../../src/progress/figures.ts'
import { isShare, measureIds } from '../../src/progress/measures.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { promised, reference, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { again, answered, batchAt, carriedOut, filed, given, play, playIn, rated, said, servedOn } from './batch.ts'

onBoth('the bars of a batch', open => {
  test('say of every earlier day what was so then: answered, not answered after the redo, answered again', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...given('2026-01-20'),
      ...answered('2026-02-10', solved),
      servedOn('2026-02-11'),
      rated('2026-02-12', 'dissatisfied'),
      ['orderRedo', signers.lichen, '2026-02-13', { reason: '重新办理', again: ['002'] }],
      ...again('2026-03-02', promised),
    ])
    const bars = ['filed', 'handedOver', 'received', 'contacted', 'answered', 'rated', 'claimed', 'redone'] as const
    expect(await said(store, '2026-01-15', ...bars)).toBe('0 0 0 0 0 0 0 0')
    expect(await said(store, '2026-01-16', ...bars)).toBe('1 0 0 0 0 0 0 0')
    expect(await said(store, '2026-01-20', ...bars)).toBe('1 1 0 0 0 0 0 0')
    expect(await said(store, '2026-02-10', ...bars)).toBe('1 1 1 1 1 0 1 0')
    expect(await said(store, '2026-02-12', ...bars)).toBe('1 1 1 1 1 1 1 0')
    expect(await said(store, '2026-02-13', ...bars)).toBe('1 1 1 1 0 0 0 1')
    expect(await said(store, '2026-03-02', ...bars)).toBe('1 1 1 1 1 0 1 1')
  })

  test('leave out what was withdrawn after it was filed, from that day on', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...given('2026-01-20'), ['withdraw', signers.daihong, '2026-02-01', { reason: '已经解决' }]])
    await play(store, given('2026-01-20'))
    expect(await said(store, '2026-01-31', 'filed', 'handedOver', 'left')).toBe('2 2 0')
    expect(await said(store, '2026-02-01', 'filed', 'handedOver', 'left')).toBe('1 1 1')
  })

  test('count what was recorded later on no day before it was known', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, given('2026-01-20'))
    const late = { occurredOn: '2026-01-21', lateReason: '系统停机' }
    const now = '2026-01-23T02:00:00.000Z'
    const done = await perform(store, { on: { number }, act: 'receive', actor: cast.zhaoqiang, now, ...late })
    expect(done.outcome).toBe('done')
    expect(await said(store, '2026-01-22', 'received')).toBe('0')
    expect(await said(store, '2026-01-23', 'received')).toBe('1')
  })

  test('are as long as their lists, both those that are there and those that are missing', async () => {
    const store = await open()
    await seatMotions(store)
    await mixed(store)
    for (const day of ['2026-01-15', '2026-01-31', '2026-02-10', '2026-02-13', '2026-04-30']) {
      const batch = await batchAt(store, day)
      const figures = await figuresOf(store.reader, batch)
      for (const id of measureIds) {
        const sides = isShare(id) ? (['there', 'missing'] as const) : (['there'] as const)
        for (const side of sides) {
          const listed = await casesOf(store.reader, batch, id, side).execute()
          expect(listed.length, `${day} ${id} ${side}`).toBe(countOn(figures, id, side))
        }
      }
    }
    expect(await said(store, '2026-04-30', 'filed', 'answered', 'closed', 'claimed', 'carriedOut', 'left')).toBe(
      '5 3 1 2 1 1',
    )
  })

  test('a hundred answered, 24 of them solved with evidence that was checked and 74 promised: 100.00 % answered, 24.49 % carried out', async () => {
    const store = await open()
    await seatMotions(store)
    await inTransaction(store, async trx => {
      for (let i = 0; i < 100; i++) {
        const answer = i < 24 ? solved : i < 98 ? promised : reference
        await playIn(store, trx, [
          ...given('2026-01-20'),
          ...answered('2026-02-10', answer),
          ...(i < 24 ? carriedOut('2026-02-20') : []),
        ])
      }
    })
    const figures = await figuresOf(store.reader, await batchAt(store, '2026-03-01'))
    const share = (id: string) => {
      const { count = 0, of } = figures.find(figure => figure.id === id) ?? {}
      return `${count} / ${of} ${rateOf(count, of ?? 0)}`
    }
    expect(share('answered')).toBe('100 / 100 100.00')
    expect(share('carriedOut')).toBe('24 / 98 24.49')
  }, 60_000)
})

/** One at every stage, one withdrawn and one not decided on. */
async function mixed(store: Parameters<typeof play>[0]) {
  await play(store, [['submit', signers.daihong, '2026-01-15']])
  await play(store, filed)
  await play(store, [...given('2026-01-20'), ['receive', cast.zhaoqiang, '2026-01-22']])
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', reference)])
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised), servedOn('2026-02-11')])
  await play(store, [...given('2026-01-20'), ['withdraw', signers.daihong, '2026-02-01', { reason: '已经解决' }]])
  await play(store, [
    ...given('2026-01-20'),
    ...answered('2026-02-10', solved),
    servedOn('2026-02-11'),
    rated('2026-02-12'),
    ['close', signers.lichen, '2026-02-13'],
    ...carriedOut('2026-02-20'),
  ])
}
