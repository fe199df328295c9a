import { expect, test } from 'vitest'
import type { Store } from '../../../src/db/open.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { fieldsOf } from '../../../src/procedures/read_form.ts'
import { petition as law } from '../../../src/procedures/petition/procedure.ts'
import { cast } from '../../support/cast.ts'
import { at, clocksOf, file, partsOf, refusedFor, toHandling, toServed, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('supervision (art. 40)', seated => {
  const inHandling = async (store: Store) => {
    const petition = await file(store)
    await toHandling(petition)
    return petition
  }
  const demand = { trigger: 'overdue', demand: '说明未按期办结的原因' }

  test('names one of the triggers and asks the lead for a written answer within its term', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    for (const field of ['trigger', 'demand'] as const)
      expect(
        await petition.attempt('supervise', cast.liming, '2026-02-01', { ...demand, [field]: undefined }),
      ).toMatchObject(wrongIn(field))
    await petition.does('supervise', cast.dingdu, '2026-02-01', demand)
    expect(await partsOf(store, petition, 'supervision')).toMatchObject([
      { organ: 'housing', sender: 'district', person: 'dingdu', state: 'asked' },
    ])
    expect(await clocksOf(store, petition, 'supervisionAnswer')).toMatchObject([
      { owner_organ: 'housing', start_on: '2026-02-01', due_on: '2026-03-03', is_open: 1 },
    ])
    for (const actor of [cast.zhaoqiang, cast.lincheng, petition.petitioner])
      expect(await petition.attempt('supervise', actor, '2026-02-01', demand)).toMatchObject({ outcome: 'refused' })
  })

  test('reaches what has ended: one refused wrongly is supervised, taken up again, and answered for all the same', async () => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-07')
    await petition.does('refuse', cast.zhaoqiang, '2026-01-08', { ground: 'authority', reason: '不属职权' })
    await petition.does('urge', cast.dingdu, '2026-01-20', { note: '请说明' })
    await petition.does('supervise', cast.dingdu, '2026-01-20', { trigger: 'other', demand: '应当受理' })
    await petition.does('propose', cast.dingdu, '2026-01-20', { about: 'improve', proposal: '改进受理' })
    await petition.does('revive', cast.chenjing, '2026-01-21', { reason: '应当受理' })
    expect(await partsOf(store, petition, 'supervision')).toMatchObject([{ organ: 'housing', is_open: 1 }])
    expect(await partsOf(store, petition, 'lead')).toMatchObject([{ is_open: 0 }])
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-01-22', { answer: '已改正' })
    await petition.does('liftSupervision', cast.dingdu, '2026-01-23')
  })

  test('reaches what was closed and never carried out', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await toServed(petition, '2026-02-02')
    await petition.does('agree', petition.petitioner, '2026-02-03')
    await petition.does('close', cast.liming, '2026-02-03')
    await petition.does('supervise', cast.liming, '2026-03-01', { trigger: 'notDone', demand: '落实' })
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-03-05', { answer: '已落实' })
    await petition.does('liftSupervision', cast.liming, '2026-03-06')
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'closed', ended_on: '2026-02-03' })
  })

  test('may have any of the triggers', async () => {
    const petition = await inHandling(await seated())
    const trigger = fieldsOf(law.acts.supervise.form).find(({ name }) => name === 'trigger')
    const triggers = Object.keys(trigger?.field.options ?? {})
    expect(triggers).toHaveLength(8)
    for (const trigger of triggers) {
      await petition.does('supervise', cast.liming, '2026-02-01', { ...demand, trigger })
      await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-02', { answer: '已整改' })
      await petition.does('liftSupervision', cast.liming, '2026-02-03')
    }
  })

  test('an answer is returned with reasons under a new term, or accepted, which lifts it', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('supervise', cast.liming, '2026-02-01', demand)
    expect(await petition.attempt('liftSupervision', cast.liming, '2026-02-02')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('answerSupervision', cast.zhaoqiang, '2026-02-02')).toMatchObject(wrongIn('answer'))
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-02', { answer: '正在办' })
    expect(await petition.attempt('liftSupervision', cast.dingdu, '2026-02-03')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('returnSupervisionAnswer', cast.liming, '2026-02-03')).toMatchObject(
      wrongIn('reason'),
    )
    await petition.does('returnSupervisionAnswer', cast.liming, '2026-02-03', { reason: '没有说明原因' })
    await petition.does('answerSupervision', cast.sunli, '2026-02-10', { answer: '因鉴定' })
    await petition.does('liftSupervision', cast.chenjing, '2026-02-11')
    expect((await clocksOf(store, petition, 'supervisionAnswer')).map(line => [line.round, line.met_on])).toEqual([
      [1, '2026-02-02'],
      [2, '2026-02-10'],
    ])
  })

  test('several go on side by side, each answered and lifted apart', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('supervise', cast.liming, '2026-02-01', demand)
    await petition.does('supervise', cast.dingdu, '2026-02-03', { ...demand, trigger: 'shirking' })
    expect((await clocksOf(store, petition, 'supervisionAnswer')).map(line => line.due_on)).toEqual([
      '2026-03-03',
      '2026-03-05',
    ])
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-04', { answer: '第一份' }, { part: '002' })
    expect((await clocksOf(store, petition, 'supervisionAnswer')).map(line => line.is_open)).toEqual([0, 1])
    expect(await petition.attempt('liftSupervision', cast.dingdu, '2026-02-04')).toMatchObject({ outcome: 'refused' })
    await petition.does('liftSupervision', cast.liming, '2026-02-05')
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-06', { answer: '第二份' })
    await petition.does('liftSupervision', cast.dingdu, '2026-02-07')
    expect((await partsOf(store, petition, 'supervision')).map(part => part.is_open)).toEqual([0, 0])
  })

  test('each lapses on its own day, and only its own', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('supervise', cast.liming, '2026-02-01', demand)
    await petition.does('supervise', cast.dingdu, '2026-02-03', demand)
    await lapseDeadlines(store, at('2026-03-04'))
    expect((await clocksOf(store, petition, 'supervisionAnswer')).map(line => line.lapsed_on)).toEqual([
      '2026-03-04',
      null,
    ])
  })

  test('nothing is closed while it is open', async () => {
    const petition = await inHandling(await seated())
    await petition.does('supervise', cast.liming, '2026-01-20', demand)
    await toServed(petition, '2026-02-02')
    await petition.does('agree', petition.petitioner, '2026-02-02')
    const owed = refusedFor('还有交办、督办、改进建议或者领导批示没有了结')
    expect(await petition.attempt('close', cast.liming, '2026-02-03')).toMatchObject(owed)
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-03', { answer: '已答复' })
    expect(await petition.attempt('close', cast.liming, '2026-02-03')).toMatchObject(owed)
    await petition.does('liftSupervision', cast.liming, '2026-02-04')
    await petition.does('close', cast.liming, '2026-02-04')
  })

  test('a proposal of any of the three kinds is answered in writing, whether adopted or not', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    for (const [about, adoption] of Object.entries({ improve: 'whole', policy: 'part', account: 'none' })) {
      await petition.does('propose', cast.liming, '2026-02-01', { about, proposal: '建立巡查制度' })
      expect(await petition.attempt('answerProposal', cast.sunli, '2026-02-02', { adoption })).toMatchObject(
        wrongIn('answer'),
      )
      expect(
        await petition.attempt('answerProposal', cast.zhaoqiang, '2026-02-02', { adoption, answer: '好' }),
      ).toMatchObject({ outcome: 'refused' })
      await petition.does('answerProposal', cast.sunli, '2026-02-02', { adoption, answer: '书面说明' })
    }
    expect((await clocksOf(store, petition, 'proposalAnswer')).map(line => [line.due_on, line.met_on])).toEqual(
      Array.from({ length: 3 }, () => ['2026-03-03', '2026-02-02']),
    )
  })

  test('the office urges the lead, with words; the petitioner is not shown it', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    expect(await petition.attempt('urge', cast.liming, '2026-02-01')).toMatchObject(wrongIn('note'))
    expect(await petition.attempt('urge', cast.zhaoqiang, '2026-02-01', { note: '快办' })).toMatchObject({
      outcome: 'refused',
    })
    for (const actor of [cast.liming, cast.chenjing, cast.dingdu])
      await petition.does('urge', actor, '2026-02-01', { note: '请抓紧办理' })
    const told = await store.db.selectFrom('outbox').select('to_id').where('notice', '=', 'urge').execute()
    expect(told.map(({ to_id }) => to_id)).toEqual(['housing', 'housing', 'housing'])
    expect(law.acts.urge.inner).toBe(true)
  })
})
