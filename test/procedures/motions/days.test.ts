import { expect, test } from 'vitest'
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
import { at, refusedFor, wrongIn } from '../../support/road.ts'

const late = { lateReason: '补录' }

onBoth('the legal day of an act on a suggestion', open => {
  const begun = async (coHandlers: readonly string[] = []) => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20', coHandlers)
    return { store, motion }
  }

  test('does not bring an answer that is late into its term', async () => {
    const { store, motion } = await begun()
    await motion.does('receive', cast.zhaoqiang, '2026-05-08')
    await motion.does('contact', cast.zhaoqiang, '2026-05-08', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-05-08', solved)
    await lapseDeadlines(store, at('2026-05-09'))
    const within = { occurredOn: '2026-04-19', ...late }
    expect(await motion.attempt('answer', cast.sunli, '2026-05-10', {}, within)).toMatchObject(wrongIn('occurredOn'))
    expect(
      await motion.attempt('answer', cast.sunli, '2026-05-10', {}, { occurredOn: '2026-05-07', ...late }),
    ).toMatchObject(wrongIn('occurredOn', '办理日期不能早于上一步（2026-05-08）'))
    await motion.does('answer', cast.sunli, '2026-05-10', {}, { occurredOn: '2026-05-08', ...late })
    expect((await motion.view()).deadlines.find(({ deadline }) => deadline === 'handling')).toMatchObject({
      met_on: '2026-05-08',
    })
  })

  test('does not make a co-handler’s late opinion, nor a promise kept late, come in time', async () => {
    const { motion } = await begun(['street'])
    const opinion = { opinion: '同意' }
    const early = { occurredOn: '2026-02-02', ...late }
    expect(await motion.attempt('opine', signers.hanbing, '2026-04-20', opinion, early)).toMatchObject(
      wrongIn('occurredOn', '期限2026年3月9日已经届满，今天才登记的不能算在期限以内，请按今天登记'),
    )
    await motion.does('opine', signers.hanbing, '2026-04-20', opinion)
    await answeredBy(motion, '2026-04-20', { ...promised, promiseBy: '2026-05-01' })
    const shown = { evidence: '验收单', report: '已完成' }
    expect(
      await motion.attempt('showEvidence', cast.zhaoqiang, '2026-06-01', shown, { occurredOn: '2026-04-30', ...late }),
    ).toMatchObject(wrongIn('occurredOn'))
  })

  test('does not shorten the signers’ window to rate: service follows the answer, and is told while it can be used', async () => {
    const { motion } = await begun()
    await answeredBy(motion, '2026-03-20')
    const service = { signers: await openParts(motion, 'signer'), method: 'person' }
    for (const occurredOn of ['2026-01-21', '2026-03-19'])
      expect(
        await motion.attempt('serve', cast.zhaoqiang, '2026-03-23', service, { occurredOn, ...late }),
      ).toMatchObject(wrongIn('occurredOn'))
    expect(
      await motion.attempt('serve', cast.zhaoqiang, '2026-05-20', service, { occurredOn: '2026-03-20', ...late }),
    ).toMatchObject(
      wrongIn('occurredOn', '照这一天计算，“评价”的期限今天已经届满；请现在送达或者告知，按实际送达、告知之日登记'),
    )
  })

  test('is today for whoever signs, and an objection is made while its window is open', async () => {
    const { motion } = await begun()
    const withdrawn = { occurredOn: '2026-01-21', ...late }
    expect(
      await motion.attempt('withdraw', signers.daihong, '2026-03-01', { reason: '另行提出' }, withdrawn),
    ).toMatchObject(wrongIn('occurredOn', '这一步只能在当天办理，不能补录到以前'))
    const objected = { occurredOn: '2026-01-25', ...late }
    expect(
      await motion.attempt('object', cast.zhaoqiang, '2026-02-10', { reason: '不属于职责' }, objected),
    ).toMatchObject(refusedFor('退办的期限已过或者已经申请过，须继续办理'))
    await answeredBy(motion, '2026-02-10')
    await served(motion, '2026-02-11')
    const rating = { attitude: 'satisfied', result: 'satisfied' }
    expect(await motion.attempt('rate', signers.daihong, '2026-06-01', rating)).toMatchObject({ outcome: 'refused' })
  })
})
