import { expect, test } from 'vitest'
import { system } from '../../../src/accounts/actor.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { answeredBy, contacted, draftMotion, handedOver, openParts, reference, served } from '../../support/motions.ts'
import type { Motion } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, refusedFor } from '../../support/road.ts'

type Store = Parameters<typeof draftMotion>[0]

/** What stands of a milestone, of the matter or of an organ's part. */
async function standing(store: Store, { number }: Motion, what: string, organ?: string) {
  const lines = await store.db.selectFrom('facts').selectAll().where('case_number', '=', number).execute()
  const kind = organ === undefined ? 'milestone' : 'part'
  return lines
    .filter(line => line.kind === kind && line.what === what && (organ === undefined || line.organ === organ))
    .reduce((sum, { sign }) => sum + sign, 0)
}

const clocks = async (motion: Motion, ...names: string[]) =>
  (await motion.view()).deadlines.filter(({ deadline }) => names.includes(deadline))

const handedSeparately = async (motion: Motion) => {
  await motion.does('submit', signers.daihong, '2026-01-15')
  await motion.does('register', signers.lichen, '2026-01-16')
  await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'street'] })
}

const streetAnswers = async (motion: Motion, day: string) => {
  await motion.does('receive', signers.hanbing, day)
  await motion.does('contact', signers.hanbing, day, contacted)
  await motion.does('draftAnswer', signers.hanbing, day, reference)
  await motion.does('answer', signers.haolan, day)
}

const dissatisfied = { attitude: 'satisfied', result: 'dissatisfied', why: '没有解决' }

/** Served, rated dissatisfied and ordered to be handled again. */
async function redone(motion: Motion, day: string) {
  await served(motion, day)
  await motion.does('rate', signers.daihong, day, dissatisfied)
  await motion.does('orderRedo', signers.lichen, day, { again: await openParts(motion, 'sole'), reason: '重新办理' })
}

onBoth('an answer that is late', open => {
  test('stays late where the matter is taken back and handed over to the same organ anew', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('receive', cast.zhaoqiang, '2026-01-22')
    await lapseDeadlines(store, at('2026-04-25'))
    await motion.does('takeBack', signers.lichen, '2026-04-25', { reason: '改交' })
    await motion.does('handOver', signers.lichen, '2026-04-25', { organ: 'housing' })
    await answeredBy(motion, '2026-04-28')
    const reached = (what: string, organ?: string) => standing(store, motion, what, organ)
    expect([await reached('answered'), await reached('onTime')]).toEqual([1, 0])
    expect([await reached('answered', 'housing'), await reached('onTime', 'housing')]).toEqual([1, 0])
  })

  test('makes the matter late, but not the organ that took it over', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await lapseDeadlines(store, at('2026-04-25'))
    await motion.does('takeBack', signers.lichen, '2026-04-25', { reason: '改交' })
    await motion.does('handOver', signers.lichen, '2026-04-25', { organ: 'street' })
    await streetAnswers(motion, '2026-05-10')
    expect(await standing(store, motion, 'onTime')).toBe(0)
    expect(await standing(store, motion, 'onTime', 'street')).toBe(1)
  })

  test('stays late for an organ that answers its part, too', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedSeparately(motion)
    await lapseDeadlines(store, at('2026-04-25'))
    const [housing] = await openParts(motion, 'separate')
    await motion.does('takeBack', signers.lichen, '2026-04-25', { reason: '改交' }, { part: housing })
    await motion.does('addSeparate', signers.lichen, '2026-04-25', { separate: ['housing'] })
    await answeredBy(motion, '2026-04-28')
    expect(await standing(store, motion, 'answered', 'housing')).toBe(1)
    expect(await standing(store, motion, 'onTime', 'housing')).toBe(0)
  })

  test('is not made good by a redo in time', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-05-10')
    await redone(motion, '2026-05-12')
    await motion.does('contact', cast.zhaoqiang, '2026-05-14', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-05-14', reference)
    await motion.does('answer', cast.sunli, '2026-05-14')
    expect(await standing(store, motion, 'answered')).toBe(1)
    expect(await standing(store, motion, 'onTime')).toBe(0)
  })
})

onBoth('an organ that is handed the matter again', open => {
  test('is given no second term: it has what was left of its own', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('takeBack', signers.lichen, '2026-03-20', { reason: '改交' })
    await motion.does('handOver', signers.lichen, '2026-03-23', { organ: 'housing' })
    const dues = (await clocks(motion, 'handling')).map(({ start_on, due_on, is_open }) => [start_on, due_on, is_open])
    expect(dues).toEqual([
      ['2026-01-20', '2026-04-20', 0],
      ['2026-01-20', '2026-04-20', 1],
    ])
  })
})

onBoth('a redo', open => {
  test('ends with the organ it is taken from, and whoever has it next has what is left of the term', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    await redone(motion, '2026-02-12')
    await motion.does('takeBack', signers.lichen, '2026-02-14', { reason: '改交' })
    await motion.does('handOver', signers.lichen, '2026-02-16', { organ: 'street' })
    const [first, next, ...others] = await clocks(motion, 'redo')
    expect(others).toEqual([])
    expect(first).toMatchObject({ owner_organ: 'housing', ended_on: '2026-02-14', is_open: 0 })
    expect(next).toMatchObject({ owner_organ: 'street', due_on: first?.due_on, is_open: 1 })
    expect(await clocks(motion, 'handling')).toHaveLength(1)
    await streetAnswers(motion, '2026-04-20')
    expect(await standing(store, motion, 'onTime')).toBe(0)
    expect(await standing(store, motion, 'onTime', 'street')).toBe(0)
  })

  test('of one among several is that organ’s own duty, and its alone to be late with', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedSeparately(motion)
    await answeredBy(motion, '2026-02-10', reference)
    await streetAnswers(motion, '2026-02-10')
    await motion.does('serve', signers.lichen, '2026-02-11', {
      signers: await openParts(motion, 'signer'),
      method: 'post',
    })
    const parts = await openParts(motion, 'separate')
    for (const part of parts) await motion.does('rate', signers.daihong, '2026-02-12', dissatisfied, { part })
    const [housing = ''] = parts
    await motion.does('orderRedo', signers.lichen, '2026-02-13', { again: [housing], reason: '重新办理' })
    expect((await clocks(motion, 'redo')).map(({ assignment, owner_organ }) => [assignment, owner_organ])).toEqual([
      [housing, 'housing'],
    ])
    await lapseDeadlines(store, at('2026-05-01'))
    await motion.does('contact', cast.zhaoqiang, '2026-05-06', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-05-06', reference)
    await motion.does('answer', cast.sunli, '2026-05-06')
    const onTime = (organ?: string) => standing(store, motion, 'onTime', organ)
    expect([await onTime(), await onTime('housing'), await onTime('street')]).toEqual([0, 0, 1])
  })
})

onBoth('an extension', open => {
  test('is asked for and granted for each of several organs by itself', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedSeparately(motion)
    const [housing, street] = await openParts(motion, 'separate')
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    await motion.does('receive', signers.hanbing, '2026-01-21')
    await motion.does('requestExtension', cast.zhaoqiang, '2026-03-01', { reason: '涉及面广' })
    const grant = (part: string | undefined, until: string) =>
      motion.attempt('grantExtension', signers.lichen, '2026-03-02', { until, reason: '同意' }, { part })
    expect(await grant(street, '2026-06-18')).toMatchObject(refusedFor('没有待决定的延期申请'))
    expect((await grant(housing, '2026-06-18')).outcome).toBe('done')
    const dues = async () =>
      (await clocks(motion, 'separateHandling', 'handling')).map(line => [line.owner_organ, line.due_on])
    const extended = [
      [null, '2026-06-18'],
      ['housing', '2026-06-18'],
      ['street', '2026-04-20'],
    ]
    expect(await dues()).toEqual(extended)
    expect(await motion.attempt('requestExtension', cast.zhaoqiang, '2026-03-03', { reason: '再延' })).toMatchObject(
      refusedFor('只能延期一次'),
    )
    await motion.does('requestExtension', signers.hanbing, '2026-03-03', { reason: '涉及面广' })
    expect((await grant(street, '2026-07-21')).outcome).toBe('invalid')
    await motion.attempt('recalculate', system, '2026-05-01')
    expect(await dues()).toEqual(extended)
  })

  test('goes no further than six months from the first time it was handed over (代表法 51)', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('takeBack', signers.lichen, '2026-03-20', { reason: '改交' })
    await motion.does('handOver', signers.lichen, '2026-03-23', { organ: 'street' })
    await motion.does('receive', signers.hanbing, '2026-03-24')
    await motion.does('requestExtension', signers.hanbing, '2026-04-01', { reason: '涉及面广' })
    const grant = (until: string) =>
      motion.attempt('grantExtension', signers.lichen, '2026-04-02', { until, reason: '同意' })
    expect((await grant('2026-07-21')).outcome).toBe('invalid')
    expect((await grant('2026-07-20')).outcome).toBe('done')
  })
})

onBoth('a matter returned by whoever led it', open => {
  test('is handed over to the organ that helped, which then leads and helps no more', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20', ['police'])
    await motion.does('object', cast.zhaoqiang, '2026-01-21', { reason: '应由公安办理' })
    await motion.does('agreeReturn', signers.lichen, '2026-01-22', { reason: '同意' })
    const twice = { organ: 'police', coHandlers: ['police'] }
    expect((await motion.attempt('handOver', signers.lichen, '2026-01-22', twice)).outcome).toBe('invalid')
    await motion.does('handOver', signers.lichen, '2026-01-22', { organ: 'police' })
    const standing = (await motion.view()).assignments.filter(part => part.is_open === 1 && part.organ === 'police')
    expect(standing.map(({ role, state }) => [role, state])).toEqual([['sole', 'sent']])
    expect((await clocks(motion, 'coHandling')).map(({ is_open }) => is_open)).toEqual([0])
  })

  test('is taken back even where its answer waits to be signed', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    await motion.does('contact', cast.zhaoqiang, '2026-01-21', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-01-22', reference)
    await motion.does('takeBack', signers.lichen, '2026-01-23', { reason: '单位撤销' })
    expect((await motion.view()).row).toMatchObject({ state: 'registered', lead: null })
  })
})
