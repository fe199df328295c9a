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
  reference,
  served,
  solved,
} from '../../support/motions.ts'
import type { Motion } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, clocksOf, refusedFor, wrongIn } from '../../support/road.ts'

/** A rule of the congress's session, decided before it opened. */
const rule = (store: Store, name: string, value: string, from = '2026-01-01', now = '2025-12-01') =>
  setRule(store, { actor: system, now: at(now) }, { session: 'congress-18-5', name, value, from, source: '本届次方案' })

const proposalHandedOver = async (store: Store, on: string) => {
  const motion = await draftMotion(store, { procedure: 'cppcc-proposal', actor: signers.weiyuan, day: on })
  await motion.does('submit', signers.weiyuan, on)
  await motion.does('register', signers.xuping, on)
  await motion.does('handOver', signers.xuping, on, { organ: 'housing' })
  return motion
}

const dueOf = async (store: Store, motion: Motion, deadline: string) =>
  (await clocksOf(store, motion, deadline)).map(({ due_on }) => due_on)

onBoth('the term to answer', open => {
  test('is three calendar months, clamped to the month and moved off rest days (代表法 51, 民法典 202-203)', async () => {
    const store = await open()
    await seatMotions(store)
    const days = {
      '2025-11-30': '2026-02-28',
      '2026-02-02': '2026-05-06',
      '2026-07-01': '2026-10-08',
      '2026-03-31': '2026-06-30',
    }
    for (const [on, due] of Object.entries(days))
      expect(await dueOf(store, await proposalHandedOver(store, on), 'handling'), on).toEqual([due])
  })

  test('is made longer once, on request, with the signers told, to six months from the hand-over at most (代表法 51)', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-03-31')
    const grant = (until: string, day = '2026-05-01') =>
      motion.attempt('grantExtension', signers.lichen, day, { until, reason: '涉及面广' })
    expect(await grant('2026-09-30')).toMatchObject(refusedFor('没有待决定的延期申请'))
    await motion.does('receive', cast.zhaoqiang, '2026-04-01')
    await motion.does('requestExtension', cast.zhaoqiang, '2026-04-20', { reason: '涉及面广' })
    expect(await grant('2026-10-01')).toMatchObject(wrongIn('until'))
    expect(await grant('2026-09-30')).toMatchObject({ outcome: 'done' })
    expect(await dueOf(store, motion, 'handling')).toEqual(['2026-09-30'])
    const told = await store.db.selectFrom('outbox').select(['to_id', 'notice']).execute()
    expect(told.filter(({ notice }) => notice.includes('grantExtension')).map(({ to_id }) => to_id)).toContain(
      'daihong',
    )
    expect(await motion.attempt('requestExtension', cast.zhaoqiang, '2026-05-02', { reason: '再延' })).toMatchObject(
      refusedFor('只能延期一次'),
    )
  })

  test('is not made longer once it is over (代表法 51)', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20')
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    expect(
      await motion.attempt('requestExtension', cast.zhaoqiang, '2026-04-21', { reason: '涉及面广' }),
    ).toMatchObject(refusedFor('期限已过，不能再延期'))
  })
})

onBoth('the internal date', open => {
  test('stands beside the legal one, and nobody is late by it', async () => {
    const store = await open()
    await seatMotions(store)
    await rule(store, 'internalDue', '2026-03-31')
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20')
    expect(await dueOf(store, motion, 'internal')).toEqual(['2026-03-31'])
    expect(await dueOf(store, motion, 'handling')).toEqual(['2026-04-20'])
    await lapseDeadlines(store, at('2026-04-05'))
    const [line] = await clocksOf(store, motion, 'internal')
    expect(line).toMatchObject({ is_duty: 0, is_open: 0, lapsed_on: '2026-04-05' })
    expect((await motion.view()).row.next_due).not.toBe('2026-03-31')
    await answeredBy(motion, '2026-04-10')
    const lines = await store.db.selectFrom('facts').select('what').where('kind', '=', 'milestone').execute()
    expect(lines.map(({ what }) => what)).toContain('onTime')
  })

  test('starts nothing where it has passed already, or was not set', async () => {
    const store = await open()
    await seatMotions(store)
    const before = await draftMotion(store)
    await handedOver(before, '2026-01-20')
    expect(await dueOf(store, before, 'internal')).toEqual([])
    await rule(store, 'internalDue', '2026-01-15')
    const after = await draftMotion(store)
    await handedOver(after, '2026-01-20')
    expect(await dueOf(store, after, 'internal')).toEqual([])
  })
})

onBoth('an objection', open => {
  test('is open for the local days from the hand-over with reasons, once; agreed, new clocks run from the new hand-over', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20')
    expect(await dueOf(store, motion, 'objection')).toEqual(['2026-01-27'])
    expect(await motion.attempt('object', cast.zhaoqiang, '2026-01-22')).toMatchObject(wrongIn('reason'))
    await motion.does('object', cast.zhaoqiang, '2026-01-27', { reason: '不属于本单位职责' })
    expect((await clocksOf(store, motion, 'reassignment')).map(({ owner_organ }) => owner_organ)).toEqual(['congress'])
    await motion.does('agreeReturn', signers.lichen, '2026-01-29', { reason: '理由成立' })
    expect((await motion.view()).row).toMatchObject({ state: 'registered', lead: null })
    expect(await clocksOf(store, motion, 'handOver')).toHaveLength(2)
    await motion.does('handOver', signers.lichen, '2026-02-02', { organ: 'police' })
    const handling = await clocksOf(store, motion, 'handling')
    expect(handling.map(line => [line.due_on, line.ended_on, line.owner_organ])).toEqual([
      ['2026-04-20', '2026-01-29', 'housing'],
      ['2026-05-06', null, 'police'],
    ])
  })

  test('that is late is refused, and one not agreed to is over: the organ goes on', async () => {
    const store = await open()
    await seatMotions(store)
    const late = await draftMotion(store)
    await handedOver(late, '2026-01-20')
    const over = refusedFor('退办的期限已过或者已经申请过，须继续办理')
    expect(await late.attempt('object', cast.zhaoqiang, '2026-01-28', { reason: '不属于' })).toMatchObject(over)
    const kept = await draftMotion(store)
    await handedOver(kept, '2026-01-20')
    await kept.does('object', cast.zhaoqiang, '2026-01-21', { reason: '不属于' })
    await kept.does('keepWith', signers.lichen, '2026-01-22', { reason: '属于其职责' })
    expect((await clocksOf(store, kept, 'reassignment')).map(({ met_on }) => met_on)).toEqual(['2026-01-22'])
    expect(await kept.attempt('object', cast.zhaoqiang, '2026-01-23', { reason: '再退' })).toMatchObject(over)
    await answeredOnceKept(kept)
    expect((await kept.view()).row.state).toBe('answered')
  })

  test('by one of several that answer their part leaves the others theirs, and another organ is given the part', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'police'] })
    await motion.does('object', cast.zhoujie, '2026-01-21', { reason: '不属于' })
    const [police = ''] = (await motion.view()).assignments.flatMap(({ id, state }) =>
      state === 'objected' ? [id] : [],
    )
    await motion.does('agreeReturn', signers.lichen, '2026-01-22', { reason: '成立' }, { part: police })
    expect(await clocksOf(store, motion, 'handOver')).toHaveLength(1)
    expect((await motion.view()).row.awaits_organ).toBe('housing')
    await motion.does('addSeparate', signers.lichen, '2026-02-02', { separate: ['street'] })
    const own = (await clocksOf(store, motion, 'separateHandling')).map(line => [line.owner_organ, line.due_on])
    expect(own).toEqual(
      expect.arrayContaining([
        ['housing', '2026-04-20'],
        ['street', '2026-05-06'],
      ]),
    )
    await answeredBy(motion, '2026-02-10', reference)
    expect((await motion.view()).row).toMatchObject({ state: 'handling', awaits_organ: 'street' })
    await motion.does('receive', signers.hanbing, '2026-02-10')
    await motion.does('contact', signers.hanbing, '2026-02-10', contacted)
    await motion.does('draftAnswer', signers.hanbing, '2026-02-10', reference)
    await motion.does('answer', signers.haolan, '2026-02-10')
    expect((await motion.view()).row).toMatchObject({ state: 'answered', awaits_organ: 'congress' })
    await motion.does('serve', cast.zhaoqiang, '2026-02-11', {
      signers: await openParts(motion, 'signer'),
      method: 'person',
    })
    expect((await motion.view()).row.state).toBe('served')
  })
})

async function answeredOnceKept(motion: Motion) {
  await motion.does('contact', cast.zhaoqiang, '2026-02-10', contacted)
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-02-10', solved)
  await motion.does('answer', cast.sunli, '2026-02-10')
}

onBoth('a promise', open => {
  test('lives on after the closure and into the next session, and kept late it shows late (代表法 51)', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', promised)
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', { attitude: 'satisfied', result: 'satisfied' })
    await motion.does('close', signers.lichen, '2026-02-13')
    await lapseDeadlines(store, at('2027-01-10'))
    expect(await clocksOf(store, motion, 'promise')).toMatchObject([
      { due_on: '2026-12-31', lapsed_on: '2027-01-10', is_open: 1 },
    ])
    const evidence = { evidence: '验收单', report: '已完成' }
    await motion.does('showEvidence', cast.zhaoqiang, '2027-01-20', evidence)
    await motion.does('returnEvidence', signers.lichen, '2027-01-21', { reason: '只有照片' })
    expect(await clocksOf(store, motion, 'promise')).toMatchObject([{ met_on: null, is_open: 1 }])
    expect(await hasReached(store, 'carriedOut')).toBe(false)
    await motion.does('showEvidence', cast.zhaoqiang, '2027-02-20', evidence)
    await motion.does('confirmOutcome', signers.lichen, '2027-02-21')
    expect(await clocksOf(store, motion, 'promise')).toMatchObject([{ due_on: '2026-12-31', met_on: '2027-02-20' }])
    expect(await hasReached(store, 'carriedOut')).toBe(true)
    expect(
      (await motion.view()).deadlines.filter(({ is_open }) => is_open === 1).map(({ deadline }) => deadline),
    ).toEqual(['publication'])
  })

  test('a class alone is a claim, and only the office confirms the evidence', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', solved)
    expect([await hasReached(store, 'claimed'), await hasReached(store, 'carriedOut')]).toEqual([true, false])
    expect(await motion.attempt('confirmOutcome', signers.lichen, '2026-02-11')).toMatchObject({ outcome: 'refused' })
    await motion.does('showEvidence', cast.zhaoqiang, '2026-02-11', { evidence: '验收单', report: '已完成' })
    for (const actor of [cast.zhaoqiang, cast.sunli, signers.xuping, cast.liming, signers.daihong])
      expect((await motion.attempt('confirmOutcome', actor, '2026-02-12')).outcome).not.toBe('done')
    await motion.does('confirmOutcome', signers.wumin, '2026-02-12')
    expect(await hasReached(store, 'carriedOut')).toBe(true)
  })
})

/** Summed over the signed lines, does the one matter there is stand there? */
async function hasReached(store: Store, what: string): Promise<boolean> {
  const lines = await store.db
    .selectFrom('facts')
    .select('sign')
    .where('kind', '=', 'milestone')
    .where('what', '=', what)
    .execute()
  return lines.reduce((sum, { sign }) => sum + sign, 0) === 1
}

onBoth('a rule changed in mid-session', open => {
  test('holds for what is received from its day on; earlier matters keep theirs', async () => {
    const store = await open()
    await seatMotions(store)
    const early = await draftMotion(store)
    await early.does('submit', signers.daihong, '2026-01-15')
    await rule(store, 'withdrawal', 'beforeHandOver', '2026-01-18', '2026-01-16')
    const later = await draftMotion(store, { day: '2026-01-18' })
    await later.does('submit', signers.daihong, '2026-01-19')
    for (const motion of [early, later]) {
      await motion.does('register', signers.lichen, '2026-01-20')
      await motion.does('handOver', signers.lichen, '2026-01-21', { organ: 'housing' })
    }
    const withdraw = { reason: '已经解决' }
    expect((await later.attempt('withdraw', signers.daihong, '2026-01-22', withdraw)).outcome).toBe('refused')
    expect((await early.attempt('withdraw', signers.daihong, '2026-01-22', withdraw)).outcome).toBe('done')
  })
})
