import { expect, test } from 'vitest'
import { system } from '../../../src/accounts/actor.ts'
import { setRule } from '../../../src/accounts/rule_changes.ts'
import type { Store } from '../../../src/db/open.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import {
  answeredBy,
  contacted,
  draftMotion,
  handedOver,
  openParts,
  promised,
  served,
  solved,
} from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, clocksOf, refusedFor } from '../../support/road.ts'

const rule = (store: Store, name: string, value: string) =>
  setRule(
    store,
    { actor: system, now: at('2025-12-01') },
    { session: 'congress-18-5', name, value, from: '2026-01-01', source: '本届次方案' },
  )

const invitation = { people: ['dengyu', 'duanfei'], confirmBy: '2026-01-10' }
const unhappy = { attitude: 'satisfied', result: 'dissatisfied', why: '没有回应主要问题' }

onBoth('co-signers', open => {
  test('confirm until the day they were given, and lapse by the clockwork after it', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', invitation)
    await motion.does('sign', signers.dengyu, '2026-01-10')
    expect(await motion.attempt('sign', signers.duanfei, '2026-01-11')).toMatchObject(
      refusedFor('确认期限已过，不能再确认'),
    )
    await lapseDeadlines(store, at('2026-01-11'))
    const states = (await motion.view()).assignments.map(({ role, state }) => `${role} ${state}`)
    expect(states).toEqual(['signer signed', 'cosigner signed', 'cosigner lapsed'])
  })

  test('are asked anew when the words are revised, also after the office returned them', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', invitation)
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await motion.does('sign', signers.duanfei, '2026-01-09')
    await motion.does('submit', signers.daihong, '2026-01-12')
    await motion.does('askRevision', signers.lichen, '2026-01-13', { reason: '一事一议' })
    const revised = { title: '关于加装电梯的建议', situation: '情况', advice: '建议', confirmBy: '2026-01-16' }
    await motion.does('revise', signers.daihong, '2026-01-14', revised)
    await motion.does('sign', signers.dengyu, '2026-01-15')
    await motion.does('resubmit', signers.daihong, '2026-01-15')
    const states = (await motion.view()).assignments.map(({ role, state }) => `${role} ${state}`)
    expect(states).toEqual(['signer signed', 'cosigner signed', 'cosigner lapsed'])
  })

  test('must all have been answered before anybody rates', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', invitation)
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    const [lead = '', other = ''] = await openParts(motion, 'signer', 'cosigner')
    const good = { attitude: 'satisfied', result: 'satisfied' }
    await motion.does('serve', cast.zhaoqiang, '2026-02-11', { signers: [lead], method: 'person' })
    expect(await clocksOf(store, motion, 'rating')).toEqual([])
    expect(await motion.attempt('rate', signers.daihong, '2026-02-11', good)).toMatchObject(
      refusedFor('答复送达以后才能评价'),
    )
    await motion.does('serve', cast.zhaoqiang, '2026-02-12', { signers: [other], method: 'post' })
    for (const actor of [signers.dengyu, signers.lichen, cast.zhaoqiang, cast.sunli, cast.liming])
      expect((await motion.attempt('rate', actor, '2026-02-12', good)).outcome).not.toBe('done')
    await motion.does('rate', signers.daihong, '2026-02-12', good)
  })
})

onBoth('a draft that is discarded', open => {
  test('counts nothing at all', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', invitation)
    await motion.does('discard', signers.daihong, '2026-01-09')
    await lapseDeadlines(store, at('2026-02-11'))
    expect(await store.db.selectFrom('facts').selectAll().execute()).toEqual([])
  })
})

onBoth('silence', open => {
  const lapsed = async (store: Store) => {
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-03-02')
    await served(motion, '2026-03-02')
    expect(await clocksOf(store, motion, 'rating')).toMatchObject([{ due_on: '2026-03-23' }])
    await lapseDeadlines(store, at('2026-03-24'))
    expect((await motion.view()).row.state).toBe('settled')
    expect((await motion.attempt('close', signers.lichen, '2026-03-25')).outcome).toBe('refused')
    await motion.does('closeUnrated', signers.lichen, '2026-03-25')
    const facts = await store.db.selectFrom('facts').select(['kind', 'what']).where('sign', '=', 1).execute()
    expect(facts.filter(({ kind }) => kind === 'rated')).toEqual([])
    expect(facts.map(({ what }) => what)).toContain('silent')
    expect(facts.map(({ what }) => what)).not.toContain('satisfied')
    return Object.keys((await motion.view()).data.did)
  }

  test('closes after fifteen working days as unrated, and satisfies nobody', async () => {
    const store = await open()
    await seatMotions(store)
    expect(await lapsed(store)).toContain('lapseRating')
  })

  test('counts only where the session’s scheme says so, and is shown apart even then', async () => {
    const store = await open()
    await seatMotions(store)
    await rule(store, 'silence', 'counts')
    expect(await lapsed(store)).toContain('countSilence')
  })
})

onBoth('a dissatisfied rating', open => {
  test('is redone by order of whom the rule names, within a month, twice if need be, and the first stays on record', async () => {
    const store = await open()
    await seatMotions(store)
    await rule(store, 'redoOrder', 'chief')
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', promised)
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', unhappy)
    expect((await motion.view()).row.state).toBe('settled')
    for (const day of ['2026-03-02', '2026-04-02']) {
      const order = { again: await openParts(motion, 'sole'), reason: '重新面商' }
      for (const actor of [signers.lichen, signers.daihong, signers.dengyu, cast.sunli])
        expect((await motion.attempt('orderRedo', actor, day, order)).outcome).not.toBe('done')
      await motion.does('orderRedo', signers.wumin, day, order)
      await motion.does('draftAnswer', cast.zhaoqiang, day, solved)
      expect(await motion.attempt('answer', cast.sunli, day)).toMatchObject(
        refusedFor('答复以前须与提出人沟通面商，请先登记'),
      )
      await motion.does('sendBack', cast.sunli, day, { reason: '先面商' })
      await motion.does('contact', cast.zhaoqiang, day, contacted)
      await motion.does('draftAnswer', cast.zhaoqiang, day, solved)
      await motion.does('answer', cast.sunli, day)
      await served(motion, day)
      await motion.does(
        'rate',
        signers.daihong,
        day,
        day < '2026-04' ? unhappy : { attitude: 'satisfied', result: 'basically' },
      )
    }
    expect((await clocksOf(store, motion, 'redo')).map(({ due_on }) => due_on)).toEqual(['2026-04-02', '2026-05-06'])
    const ratings = await store.db
      .selectFrom('facts')
      .select(['what', 'sign', 'on_day'])
      .where('kind', '=', 'rated')
      .where('what', 'like', 'organ:%')
      .orderBy('seq')
      .execute()
    expect(ratings.map(({ what, sign, on_day }) => `${on_day} ${sign} ${what}`)).toEqual([
      '2026-02-12 1 organ:dissatisfied',
      '2026-03-02 1 organ:dissatisfied',
      '2026-04-02 1 organ:basically',
    ])
    const outcomes = (await motion.view()).assignments.filter(({ role }) => role === 'outcome')
    expect(outcomes.map(({ state }) => state)).toEqual(['replaced', 'replaced', 'claimed'])
  })
})

onBoth('a withdrawal', open => {
  test('is for the lead signer alone, or with all who signed where the rule says so, and never after an answer', async () => {
    const store = await open()
    await seatMotions(store)
    await rule(store, 'withdrawJoint', 'all')
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-10' })
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await handedOver(motion)
    const withdraw = () => motion.attempt('withdraw', signers.daihong, '2026-01-22', { reason: '已经解决' })
    expect((await motion.attempt('withdraw', signers.dengyu, '2026-01-22', { reason: '已经解决' })).outcome).toBe(
      'refused',
    )
    expect((await withdraw()).outcome).toBe('refused')
    await motion.does('agreeToWithdraw', signers.dengyu, '2026-01-22')
    expect((await withdraw()).outcome).toBe('done')
    expect((await motion.view()).row).toMatchObject({ state: 'withdrawn', label: '18-5-001' })
    expect((await motion.view()).deadlines.filter(({ is_open }) => is_open === 1)).toEqual([])
    const answered = await draftMotion(store)
    await handedOver(answered)
    await answeredBy(answered, '2026-02-10')
    expect((await answered.attempt('withdraw', signers.daihong, '2026-02-11', { reason: '撤回' })).outcome).toBe(
      'refused',
    )
  })
})

onBoth('numbers', open => {
  test('run without gaps or doubles in each series, also when many are registered at once', async () => {
    const store = await open()
    await seatMotions(store)
    const all = []
    for (const day of ['2026-01-10', '2026-01-10', '2026-01-10', '2026-01-31', '2026-02-01', '2026-02-02']) {
      const motion = await draftMotion(store, { day })
      await motion.does('submit', signers.daihong, day)
      all.push(motion)
    }
    await Promise.all(all.map(motion => motion.does('register', signers.lichen, '2026-02-03')))
    const labels = await Promise.all(all.map(async motion => (await motion.view()).row.label))
    expect(labels.toSorted()).toEqual(['18-5-001', '18-5-002', '18-5-003', '18-5-004', '18-5-B001', '18-5-B002'])
  })
})

onBoth('a convener', open => {
  test('of a sector opens no suggestion, and one of a delegation no proposal', async () => {
    const store = await open()
    await seatMotions(store)
    const wrong = [
      { actor: signers.weijun, act: 'draftTogether', procedure: 'deputy-suggestion' },
      { actor: signers.duanfei, act: 'draftTogether', procedure: 'cppcc-proposal' },
    ]
    for (const asked of wrong) await expect(draftMotion(store, asked)).rejects.toThrow('refused')
  })
})

onBoth('a supervision', open => {
  test('is asked of every organ that must answer, each under its own clock (代表法 52)', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'street'] })
    await motion.does('supervise', signers.wumin, '2026-02-02', { note: '请说明进度' })
    const { assignments, deadlines } = await motion.view()
    const asked = assignments.filter(({ role }) => role === 'supervision')
    expect(asked.map(({ organ, sender, state }) => `${sender} ${organ} ${state}`)).toEqual([
      'congress housing asked',
      'congress street asked',
    ])
    expect(deadlines.filter(line => line.deadline === 'supervisionAnswer').map(line => line.owner_organ)).toEqual([
      'housing',
      'street',
    ])
    const told = await store.db.selectFrom('outbox').select('to_id').where('notice', '=', 'supervise').execute()
    expect(told.map(({ to_id }) => to_id).sort()).toEqual(['housing', 'street'])
  })
})
