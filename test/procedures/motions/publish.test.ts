import { expect, test } from 'vitest'
import { prefilled } from '../../../src/cases/prefilled.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import type { Store } from '../../../src/db/open.ts'
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
} from '../../support/motions.ts'
import { served, solved } from '../../support/motions.ts'
import type { Motion } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, clocksOf, refusedFor } from '../../support/road.ts'

const words = { publishedTitle: '关于加装电梯的建议', publishedText: '已经完成。' }
const personal = {
  class: 'A',
  opinion: '代红代表：来件收悉。我局赵强（电话0413-56501234）已到翠微路12号3栋2单元501室查看。',
  solution: '已加装十二部，联系人13912345678',
  coOpinions: '公安分局建议加装监控',
  publicity: 'full',
}

const offered = async (store: Store, motion: Motion) => prefilled(store, await motion.view(), 'publish')

/** A suggestion answered on 10 February 2026. */
async function answered(store: Store, answer: object = personal, input = {}) {
  await seatMotions(store)
  const motion = await draftMotion(store, { input })
  await handedOver(motion)
  await answeredBy(motion, '2026-02-10', answer)
  return motion
}

/** Housing answers on 10 February what it was asked for, the police on the 20th. */
async function separate(store: Store, housing: object, police: Readonly<Record<string, unknown>>) {
  await seatMotions(store)
  const motion = await draftMotion(store)
  await motion.does('submit', signers.daihong, '2026-01-15')
  await motion.does('register', signers.lichen, '2026-01-16')
  await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'police'] })
  await answeredBy(motion, '2026-02-10', housing)
  await motion.does('receive', cast.zhoujie, '2026-02-11')
  await motion.does('contact', cast.zhoujie, '2026-02-11', contacted)
  await motion.does('draftAnswer', cast.zhoujie, '2026-02-11', police)
  return { motion, completes: () => motion.does('answer', signers.qinling, '2026-02-20') }
}

onBoth('publishing an answer', open => {
  test('offers it without telephones, names, rooms and what co-handlers said', async () => {
    const store = await open()
    const motion = await answered(store)
    expect(await offered(store, motion)).toEqual({
      publishedTitle: ['关于石桥老旧小区加装电梯的建议'],
      publishedText: [
        '代某某代表：来件收悉。我局赵某某（电话0413-****1234）已到翠微路查看。\n\n已经解决的内容：已加装十二部，联系人139****5678',
      ],
    })
  })

  test('offers the summary where a summary was decided, and the promise with its day where the whole', async () => {
    const store = await open()
    const motion = await answered(store, {
      ...promised,
      publicity: 'summary',
      summary: '年底前完成，电话13912345678。',
    })
    expect(await offered(store, motion)).toMatchObject({ publishedText: ['年底前完成，电话139****5678。'] })
    const whole = await draftMotion(store)
    await handedOver(whole)
    await answeredBy(whole, '2026-02-10', promised)
    expect(await offered(store, whole)).toMatchObject({
      publishedText: ['正在推进\n\n承诺事项：年底前加装二十部（2026年12月31日前完成）'],
    })
  })

  test('shows not even a surname where the signer does not agree, nor the delegation where confidence was asked', async () => {
    const store = await open()
    const answer = { ...personal, opinion: '石桥代表团代红代表：收悉。' }
    const motion = await answered(store, answer, { publicWish: 'no' })
    expect(await offered(store, motion)).toMatchObject({
      publishedText: [expect.stringContaining('石桥代表团某某代表：收悉。')],
    })
    const kept = await draftMotion(store, { input: { publicWish: 'no', confidential: true } })
    await handedOver(kept)
    await answeredBy(kept, '2026-02-10', answer)
    expect(await offered(store, kept)).toMatchObject({
      publishedText: [expect.stringContaining('某某某某代表：收悉。')],
    })
    expect(
      await kept.attempt('publish', signers.lichen, '2026-02-11', { ...words, publishedText: '石桥代表团提出' }),
    ).toMatchObject({ outcome: 'invalid', errors: { publishedText: [{ zh: expect.stringContaining('石桥代表团') }] } })
  })

  test('with separate organs puts one answer after another, but for those that are not to be published', async () => {
    const store = await open()
    const both = await separate(store, solved, { ...promised, publicity: 'summary', summary: '警力已增加。' })
    await both.completes()
    expect(await offered(store, both.motion)).toMatchObject({
      publishedText: [
        '望江区住房和城乡建设局：\n已经完成\n\n已经解决的内容：已加装十二部\n\n望江区公安分局：\n警力已增加。',
      ],
    })
  })

  test('leaves out an organ whose answer is not to be published', async () => {
    const store = await open()
    const { motion, completes } = await separate(store, solved, reference)
    await completes()
    expect(await offered(store, motion)).toMatchObject({
      publishedText: ['已经完成\n\n已经解决的内容：已加装十二部'],
    })
  })

  test.each([
    ['publishedText', '请拨13812345678', '电话', 'telephone'],
    ['publishedText', '请拨１３８-1234 5678', '电话', 'telephone'],
    ['publishedText', '证件11010519491231002X', '证件号码', 'identity number'],
    ['publishedText', '代 红代表提出', '提出人', 'signer'],
    ['publishedTitle', '关于答复代红的函', '提出人', 'signer'],
  ])('refuses in %s “%s” beside the field', async (field, text, zh, en) => {
    const store = await open()
    const motion = await answered(store)
    expect(await motion.attempt('publish', signers.lichen, '2026-02-11', { ...words, [field]: text })).toEqual({
      outcome: 'invalid',
      errors: { [field]: [{ zh: expect.stringContaining(zh), en: expect.stringContaining(en) }] },
    })
    expect((await motion.view()).row.published_on).toBeNull()
  })

  test('takes what it offers, once, and takes it down again', async () => {
    const store = await open()
    const motion = await answered(store)
    const typed = await offered(store, motion)
    const input = { publishedTitle: typed['publishedTitle']?.[0], publishedText: typed['publishedText']?.[0] }
    await motion.does('publish', signers.lichen, '2026-02-11', input)
    expect((await motion.view()).row.published_on).toBe('2026-02-11')
    expect(await motion.attempt('publish', signers.lichen, '2026-02-12', input)).toMatchObject(refusedFor('已经公开'))
    expect(await motion.attempt('unpublish', signers.lichen, '2026-02-12')).toMatchObject({ outcome: 'invalid' })
    await motion.does('unpublish', signers.lichen, '2026-02-12', { reason: '更正' })
    expect((await motion.view()).row.published_on).toBeNull()
    await motion.does('publish', signers.wumin, '2026-02-13', input)
    expect((await motion.view()).row.published_on).toBe('2026-02-13')
  })

  test('needs a reason not to be published, and is then refused', async () => {
    const store = await open()
    const motion = await answered(store, reference)
    expect(await clocksOf(store, motion, 'publication')).toEqual([])
    expect(await motion.attempt('publish', signers.lichen, '2026-02-11', words)).toMatchObject(
      refusedFor('答复已经定为不公开'),
    )
    const silent = await draftMotion(store)
    await handedOver(silent)
    await silent.does('receive', cast.zhaoqiang, '2026-02-10')
    await silent.does('contact', cast.zhaoqiang, '2026-02-10', contacted)
    const { publicityReason: _, ...unexplained } = reference
    expect(await silent.attempt('draftAnswer', cast.zhaoqiang, '2026-02-10', unexplained)).toMatchObject({
      outcome: 'invalid',
      errors: { publicityReason: [{ zh: '不公开须写明理由' }] },
    })
  })
})

onBoth('the term to publish (政府信息公开条例 26)', open => {
  test('is twenty working days from the answer, and is met by publishing', async () => {
    const store = await open()
    const motion = await answered(store)
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([
      { start_on: '2026-02-10', due_on: '2026-03-16', owner_role: 'clerk', owner_organ: 'congress', is_open: 1 },
    ])
    await motion.does('publish', signers.lichen, '2026-03-16', words)
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([{ met_on: '2026-03-16', is_open: 0 }])
  })

  test('begins once, with the last of separate answers', async () => {
    const store = await open()
    const { motion, completes } = await separate(store, solved, reference)
    expect(await clocksOf(store, motion, 'publication')).toEqual([])
    await completes()
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([{ start_on: '2026-02-20', is_open: 1 }])
  })

  test('ends with a redo and begins anew with the new answer, which is published in place of the first', async () => {
    const store = await open()
    const motion = await answered(store, solved)
    await motion.does('publish', signers.lichen, '2026-02-11', words)
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', {
      attitude: 'satisfied',
      result: 'dissatisfied',
      why: '没有完成',
    })
    await motion.does('orderRedo', signers.lichen, '2026-02-13', {
      again: await openParts(motion, 'sole'),
      reason: '不满意',
    })
    expect(await motion.attempt('publish', signers.lichen, '2026-02-14', words)).toMatchObject({ outcome: 'refused' })
    await motion.does('contact', cast.zhaoqiang, '2026-03-02', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-02', promised)
    await motion.does('answer', cast.sunli, '2026-03-02')
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([
      { met_on: '2026-02-11' },
      { start_on: '2026-03-02', is_open: 1 },
    ])
    await motion.does('publish', signers.lichen, '2026-03-03', words)
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([{}, { met_on: '2026-03-03', is_open: 0 }])
    expect((await motion.view()).row.published_on).toBe('2026-03-03')
  })

  test('goes on past a closure, and is then late', async () => {
    const store = await open()
    const motion = await answered(store, solved)
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', { attitude: 'satisfied', result: 'satisfied' })
    await motion.does('close', signers.lichen, '2026-02-13')
    await lapseDeadlines(store, at('2026-03-25'))
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([{ lapsed_on: '2026-03-25', is_open: 1 }])
    await motion.does('publish', signers.lichen, '2026-03-26', words)
    expect(await clocksOf(store, motion, 'publication')).toMatchObject([{ met_on: '2026-03-26', is_open: 0 }])
  })

  test('does not begin for a proposal merged into another: the main one is published', async () => {
    const store = await open()
    await seatMotions(store)
    const drafted = { procedure: 'cppcc-proposal', actor: signers.weiyuan }
    const [main, merged] = [await draftMotion(store, drafted), await draftMotion(store, drafted)]
    for (const motion of [main, merged]) await motion.does('submit', signers.weiyuan, '2026-01-15')
    await main.does('register', signers.xuping, '2026-01-16')
    await merged.does('merge', signers.xuping, '2026-01-16', { into: main.number, reason: '同一事项' })
    await main.does('handOver', signers.xuping, '2026-01-20', { organ: 'housing' })
    await main.does('receive', cast.zhaoqiang, '2026-01-21')
    await main.does('contact', cast.zhaoqiang, '2026-01-22', contacted)
    await main.does('contactAgain', cast.zhaoqiang, '2026-02-01', contacted)
    await main.does('draftAnswer', cast.zhaoqiang, '2026-02-10', solved)
    await main.does('answer', cast.sunli, '2026-02-10')
    expect(await clocksOf(store, main, 'publication')).toMatchObject([{ due_on: '2026-03-16', owner_organ: 'cppcc' }])
    const relayed = { organ: 'housing', class: 'A', opinion: '主案已经答复。' }
    await merged.does('relayAnswer', signers.xuping, '2026-02-11', relayed)
    expect(await clocksOf(store, merged, 'publication')).toEqual([])
    expect(await merged.attempt('publish', signers.xuping, '2026-02-12', words)).toMatchObject({ outcome: 'refused' })
    await main.does('publish', signers.xuping, '2026-02-12', words)
    expect((await main.view()).row.published_on).toBe('2026-02-12')
  })
})
