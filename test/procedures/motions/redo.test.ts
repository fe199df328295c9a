import { expect, test } from 'vitest'
import { onBoth } from '../../support/db.ts'
import { answeredBy, contacted, draftMotion, openParts, solved } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'

onBoth('a redo', open => {
  test('is ordered of no organ that pleased the signer', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'street'] })
    await answeredBy(motion, '2026-02-10')
    await motion.does('receive', signers.hanbing, '2026-02-10')
    await motion.does('contact', signers.hanbing, '2026-02-10', contacted)
    await motion.does('draftAnswer', signers.hanbing, '2026-02-10', solved)
    await motion.does('answer', signers.haolan, '2026-02-10')
    const service = { signers: await openParts(motion, 'signer'), method: 'person' }
    await motion.does('serve', signers.lichen, '2026-02-11', service)
    const [housing, street] = await openParts(motion, 'separate')
    const good = { attitude: 'satisfied', result: 'satisfied' }
    const bad = { attitude: 'satisfied', result: 'dissatisfied', why: '没有回应主要问题' }
    await motion.does('rate', signers.daihong, '2026-02-12', bad, { part: housing })
    await motion.does('rate', signers.daihong, '2026-02-12', good, { part: street })
    const order = (again: unknown[]) =>
      motion.attempt('orderRedo', signers.lichen, '2026-02-13', { again, reason: '重新办理' })
    for (const again of [[street], [housing, street]])
      expect(await order(again)).toMatchObject({
        outcome: 'invalid',
        errors: { again: [{ zh: '只能由被评为不满意的单位重新办理，请重新选择' }] },
      })
    expect(await order([housing])).toMatchObject({ outcome: 'done' })
  })
})
