import { expect, test } from 'vitest'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { answeredBy, contacted, draftMotion, handedOver, openParts, solved } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, clocksOf } from '../../support/road.ts'
import { said } from '../../progress/batch.ts'

const unhappy = { attitude: 'satisfied', result: 'dissatisfied', why: '没有回应主要问题' }

onBoth('the service of an answer', open => {
  test('has a term of its own, met once every signer is served, and anew after a redo', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-14' })
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await handedOver(motion)
    expect(await clocksOf(store, motion, 'service')).toEqual([])
    await answeredBy(motion, '2026-02-10')
    const owned = { owner_organ: 'housing', owner_role: 'handler', is_duty: 1 }
    expect(await clocksOf(store, motion, 'service')).toMatchObject([{ ...owned, due_on: '2026-02-24', is_open: 1 }])
    const [lead = '', other = ''] = await openParts(motion, 'signer', 'cosigner')
    await motion.does('serve', cast.zhaoqiang, '2026-02-11', { signers: [lead], method: 'person' })
    expect(await clocksOf(store, motion, 'service')).toMatchObject([{ met_on: null, is_open: 1 }])
    await lapseDeadlines(store, at('2026-03-02'))
    expect(await clocksOf(store, motion, 'service')).toMatchObject([{ lapsed_on: '2026-03-02', is_open: 1 }])
    expect(await said(store, '2026-03-02', 'answered', 'served', 'rated')).toBe('1 0 0')
    await motion.does('serve', cast.zhaoqiang, '2026-03-03', { signers: [other], method: 'post' })
    expect(await clocksOf(store, motion, 'service')).toMatchObject([{ met_on: '2026-03-03', is_open: 0 }])
    expect(await said(store, '2026-03-03', 'answered', 'served', 'rated')).toBe('1 1 0')
    await motion.does('rate', signers.daihong, '2026-03-04', unhappy)
    const again = await openParts(motion, 'sole')
    await motion.does('orderRedo', signers.lichen, '2026-03-05', { again, reason: '重新办理' })
    expect(await said(store, '2026-03-05', 'answered', 'served', 'rated')).toBe('0 0 0')
    await motion.does('contact', cast.zhaoqiang, '2026-03-06', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-06', solved)
    await motion.does('answer', cast.sunli, '2026-03-06')
    expect(await clocksOf(store, motion, 'service')).toMatchObject([{}, { round: 2, met_on: null, is_open: 1 }])
    expect(await said(store, '2026-03-06', 'answered', 'served')).toBe('1 0')
  })
})
