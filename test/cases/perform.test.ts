import { expect, test } from 'vitest'
import { petitionerOf, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Performance } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import { system } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const at = (day: string) => `${day}T02:00:00.000Z`

const filing = {
  kind: 'appeal',
  title: '楼顶漏水无人修',
  body: '2026年1月起楼顶漏水，物业不修。',
  demands: ['督促维修', '赔偿损失'],
  petitioner: '王芳',
  phone: '13800000012',
  idNumber: '11010519491231002X',
  address: '望江区和平街1号',
}

/** What came of filing, with the fields that were wrong. */
async function attempted(store: Store, input: Readonly<Record<string, unknown>>, more: Partial<Performance> = {}) {
  const on = { procedure: 'petition', channel: 'online' }
  const done = await perform(store, { on, act: 'submit', actor: visitor, now: at('2026-01-05'), input, ...more })
  return { outcome: done.outcome, errors: done.outcome === 'invalid' ? done.errors : {} }
}

onBoth('a petition’s main road', open => {
  test('from filing to closure, each under its own clock', async () => {
    const store = await open()
    await seatCast(store)
    const filed = await perform(store, {
      on: { procedure: 'petition', channel: 'online' },
      act: 'submit',
      actor: visitor,
      now: at('2026-01-05'),
      input: filing,
    })
    if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
    expect(filed.queryCode).toMatch(/^[2-9A-Z]{10}$/)
    const { number } = filed
    const act = async (name: string, actor: Actor, day: string, input: Performance['input'] = {}) => {
      const done = await perform(store, { on: { number }, act: name, actor, now: at(day), input })
      expect(done, `${name}: ${JSON.stringify(done)}`).toMatchObject({ outcome: 'done' })
    }
    await act('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6', category: 'housing', heads: 1 })
    await act('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await act('receive', cast.zhaoqiang, '2026-01-08')
    await act('accept', cast.zhaoqiang, '2026-01-10', { note: '依法调查' })
    await act('extend', cast.sunli, '2026-02-10', { days: 30, reason: '等待鉴定' })
    await act('draft', cast.zhaoqiang, '2026-02-11', {
      facts: '属实',
      basis: '物业管理条例',
      opinion: '责成维修',
      demands: [
        { demand: '督促维修', outcome: 'support' },
        { demand: '赔偿损失', outcome: 'explain' },
      ],
    })
    await act('answer', cast.sunli, '2026-02-11')
    await act('serve', cast.zhaoqiang, '2026-02-12', { method: 'person', receipt: 'signed', view: 'agree' })
    await act('rate', petitionerOf(number), '2026-02-13', {
      office: 'satisfied',
      organ: 'basically',
      secondFact: '0012',
    })
    await act('agree', petitionerOf(number), '2026-02-13')
    await act('close', cast.liming, '2026-02-14')
    const view = await findCase(store.db, system, number)
    expect(view?.row).toMatchObject({ state: 'closed', is_open: 0, lead: 'housing', ended_on: '2026-02-14' })
    const due = view?.deadlines.map(line => [line.deadline, line.start_on, line.due_on, line.met_on])
    expect(due).toEqual([
      ['registration', '2026-01-05', '2026-01-20', '2026-01-06'],
      ['acceptance', '2026-01-08', '2026-01-23', '2026-01-10'],
      ['objection', '2026-01-08', '2026-01-15', null],
      ['handling', '2026-01-10', '2026-04-10', '2026-02-11'],
      ['rating', '2026-02-12', '2026-03-16', '2026-02-13'],
      ['reviewRequest', '2026-02-12', '2026-03-16', null],
    ])
    const facts = await store.db
      .selectFrom('facts')
      .select(['kind', 'what', 'sign', 'on_day', 'happened_on'])
      .orderBy('seq')
      .orderBy('line')
      .execute()
    expect(facts.filter(fact => fact.what === 'handling').map(fact => [fact.kind, fact.sign, fact.on_day])).toEqual([
      ['due', 1, '2026-03-11'],
      ['due', -1, '2026-03-11'],
      ['due', 1, '2026-04-10'],
      ['met', 1, '2026-04-10'],
    ])
    expect(facts.find(({ kind, what }) => kind === 'met' && what === 'handling')?.happened_on).toBe('2026-02-11')
  })

  test('a category that is not on the list is not taken: it would stand in the log and in reports', async () => {
    const store = await open()
    await seatCast(store)
    const odd = { ...filing, category: '张三，电话13800000012' }
    const { outcome, errors } = await attempted(store, odd)
    expect(outcome).toBe('invalid')
    expect(Object.keys(errors)).toEqual(['category'])
    expect((await attempted(store, { ...filing, category: 'housing' })).outcome).toBe('done')
  })

  test('the reason for a late record has an end', async () => {
    const store = await open()
    await seatCast(store)
    const late = { occurredOn: '2026-01-02', lateReason: '长'.repeat(2001) }
    const { outcome, errors } = await attempted(store, filing, late)
    expect(outcome).toBe('invalid')
    expect(Object.keys(errors)).toEqual(['lateReason'])
  })
})
