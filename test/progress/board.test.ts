import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { readBoard } from '../../src/progress/board.ts'
import type { BoardRow } from '../../src/progress/board.ts'
import type { Board } from '../../src/progress/remaining.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { contacted, promised, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { answered, batchAt, carriedOut, filed, given, goOn, play, rated, said, servedOn } from './batch.ts'

onBoth('the last-mile board', open => {
  test('names who blocks it since when, the next lawful act and by when, at every stage', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, filed)
    expect(await one(store, '2026-01-19')).toMatchObject({
      state: '已受理，待交办',
      blocked: ['待望江区人大常委会交办 | 望江区人大常委会 受理部门经办人 | 2026-01-16'],
      next: ['交办 | 望江区人大常委会 受理部门经办人', '分办 | 望江区人大常委会 受理部门经办人'],
      last: { kind: 'open' },
    })
    await goOn(store, number, [['handOver', signers.lichen, '2026-01-20', { organ: 'housing' }]])
    expect(await one(store, '2026-01-21')).toMatchObject({
      blocked: ['望江区住房和城乡建设局尚未签收 | 望江区住房和城乡建设局 承办人 | 2026-01-20'],
      next: ['签收 | 望江区住房和城乡建设局 承办人'],
      last: { kind: 'until', day: '2026-04-20' },
    })
    await goOn(store, number, [['receive', cast.zhaoqiang, '2026-01-22']])
    expect(await one(store, '2026-04-21')).toMatchObject({
      blocked: [
        '望江区住房和城乡建设局尚未与提出人沟通面商 | 望江区住房和城乡建设局 承办人 | 2026-01-22',
        '望江区住房和城乡建设局尚未起草答复 | 望江区住房和城乡建设局 承办人 | 2026-01-22',
      ],
      last: { kind: 'late', since: '2026-04-21' },
    })
    await goOn(store, number, [
      ['contact', cast.zhaoqiang, '2026-04-22', contacted],
      ['draftAnswer', cast.zhaoqiang, '2026-04-22', solved],
    ])
    expect((await one(store, '2026-04-22')).next[0]).toBe('签发答复 | 望江区住房和城乡建设局 承办单位负责人')
    await goOn(store, number, [['answer', cast.sunli, '2026-04-23']])
    expect(await one(store, '2026-04-23')).toMatchObject({
      blocked: ['答复尚未送达代红 | 望江区住房和城乡建设局 承办人 | 2026-04-23'],
      last: { kind: 'met', on: '2026-04-23', inTime: false },
    })
    await goOn(store, number, [servedOn('2026-04-24')])
    const waiting = await one(store, '2026-04-24')
    expect(waiting.blocked[0]).toMatch(/^待代红评价望江区住房和城乡建设局的答复（至2026年.*）/)
    expect(waiting.next[0]).toMatch(/^评价 \| 代红（/)
    await goOn(store, number, [rated('2026-04-25')])
    expect((await one(store, '2026-04-25')).next[0]).toBe('办结（已评价） | 望江区人大常委会 受理部门经办人')
    await goOn(store, number, [['close', signers.lichen, '2026-04-26']])
    expect(await rows(store, '2026-04-26')).toEqual([])
    expect(await one(store, '2026-04-26', 'promises')).toMatchObject({
      blocked: ['望江区住房和城乡建设局答复称已解决，尚未报送佐证 | 望江区住房和城乡建设局 承办人 | 2026-04-23'],
      next: ['报送落实佐证 | 望江区住房和城乡建设局 承办人'],
    })
    expect(await one(store, '2026-01-21')).toMatchObject({ state: '办理中' })
    await goOn(store, number, carriedOut('2026-04-27'))
    expect(await rows(store, '2026-04-27', 'promises')).toEqual([])
  })

  test('says that a silent co-handler is late, and not the lead whose own date runs', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...given('2026-01-20', ['police']),
      ['receive', cast.zhaoqiang, '2026-01-21'],
      ['contact', cast.zhaoqiang, '2026-01-22', contacted],
    ])
    const row = await one(store, '2026-03-20')
    expect(row.blocked).toEqual([
      '会办单位望江区公安分局尚未签收、尚未提出会办意见 | 望江区公安分局 会办单位经办人 | 2026-01-20',
    ])
    expect(row.clocks).toContain('会办意见 望江区公安分局 会办单位经办人 late')
    expect(row.clocks).toContain('答复 望江区住房和城乡建设局 承办人 running')
    expect(row.clocks.filter(clock => clock.includes('住房') && clock.endsWith('late'))).toEqual([])
    expect(row.last).toEqual({ kind: 'until', day: '2026-04-20' })
    expect(row.next).toContain('不再等待会办意见 | 望江区住房和城乡建设局 承办人')
    expect((await one(store, '2026-02-10')).next).not.toContain('不再等待会办意见 | 望江区住房和城乡建设局 承办人')
  })

  test('puts what is to be redone back with the organ, which hears the signer again by the new date', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...given('2026-01-20'),
      ...answered('2026-02-10', solved),
      servedOn('2026-02-11'),
      rated('2026-02-12', 'dissatisfied'),
      ['orderRedo', signers.lichen, '2026-02-13', { reason: '重新办理', again: ['002'] }],
    ])
    const row = await one(store, '2026-02-14')
    expect(row.blocked[0]).toBe(
      '望江区住房和城乡建设局尚未与提出人沟通面商 | 望江区住房和城乡建设局 承办人 | 2026-02-13',
    )
    expect(row.clocks).toEqual(['重新答复 望江区住房和城乡建设局 承办人 running'])
    expect(row.last).toEqual({ kind: 'until', day: '2026-03-13' })
    expect((await one(store, '2026-02-12')).next).toContain('决定重新办理 | 望江区人大常委会 受理部门经办人')
  })

  test('puts the most urgent first, and what is answered last', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised)], '已答复')
    await play(store, given('2026-02-03'), '后交办')
    await play(store, given('2026-01-20'), '先交办')
    await play(store, filed, '未交办')
    expect((await rows(store, '2026-03-01')).map(({ title }) => title)).toEqual([
      '未交办',
      '先交办',
      '后交办',
      '已答复',
    ])
    expect((await rows(store, '2026-03-01', 'promises')).map(({ title }) => title)).toEqual(['已答复'])
  })

  test('holds exactly the remainder: once what it lists is closed, all are', async () => {
    const store = await open()
    await seatMotions(store)
    const toServed = [...given('2026-01-20'), ...answered('2026-02-10', solved), servedOn('2026-02-11')]
    await play(store, [...toServed, rated('2026-02-12'), ['close', signers.lichen, '2026-02-13']])
    await play(store, [...toServed, rated('2026-02-12')])
    await play(store, toServed)
    await play(store, given('2026-01-20'))
    expect(await said(store, '2026-02-28', 'closed', 'filed')).toBe('1 4')
    const left = await rows(store, '2026-02-28')
    expect(left).toHaveLength(3)
    for (const { number, state } of left) {
      if (state.zh === '办理中') await goOn(store, number, [...answered('2026-03-01', solved), servedOn('2026-03-01')])
      if (state.zh !== '待办结') await goOn(store, number, [rated('2026-03-02')])
      await goOn(store, number, [['close', signers.lichen, '2026-03-03']])
    }
    expect(await said(store, '2026-03-03', 'closed', 'filed')).toBe('4 4')
    expect(await rows(store, '2026-03-03')).toEqual([])
    expect(await rows(store, '2026-02-28')).toHaveLength(3)
  })

  test('shows nothing to a reader who may not see everything on it', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, given('2026-01-20'))
    const batch = await batchAt(store, '2026-02-01')
    expect(await readBoard(store, cast.tangtong, batch, 'remaining', undefined)).toBeUndefined()
    expect(await readBoard(store, cast.lincheng, batch, 'remaining', undefined)).toMatchObject({ next: null })
  })
})

async function rows(store: Store, day: string, board: Board = 'remaining'): Promise<BoardRow[]> {
  const read = await readBoard(store, signers.lichen, await batchAt(store, day), board, undefined)
  return read?.rows ?? []
}

/** The only row there is, as it reads in Chinese. */
async function one(store: Store, day: string, board: Board = 'remaining') {
  const [row, ...others] = await rows(store, day, board)
  if (!row || others.length > 0) throw new Error(`${others.length + 1} rows`)
  return {
    state: row.state.zh,
    blocked: row.blockers.map(({ words, holder, since }) => `${words.zh} | ${holder.zh} | ${since}`),
    next: row.steps.map(({ title, who }) => `${title.zh} | ${who.map(({ zh }) => zh).join('、')}`),
    last: row.last,
    clocks: row.clocks.map(({ title, owner, isLate }) => `${title.zh} ${owner.zh} ${isLate ? 'late' : 'running'}`),
  }
}
