import { expect, test } from 'vitest'
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

type Store = Parameters<typeof draftMotion>[0]

/** What stands of a milestone of the matter. */
async function standing(store: Store, { number }: Motion, what: string) {
  const lines = await store.db.selectFrom('facts').selectAll().where('case_number', '=', number).execute()
  return lines.filter(line => line.kind === 'milestone' && line.what === what).reduce((sum, { sign }) => sum + sign, 0)
}

const outcomesOf = async (motion: Motion) =>
  (await motion.view()).assignments.filter(({ role }) => role === 'outcome').map(({ state }) => state)

async function redone(motion: Motion, day: string) {
  await served(motion, day)
  await motion.does('rate', signers.daihong, day, { attitude: 'satisfied', result: 'dissatisfied', why: '没有解决' })
  await motion.does('orderRedo', signers.lichen, day, { again: await openParts(motion, 'sole'), reason: '重新办理' })
}

const evidence = { evidence: '验收单', report: '已经完成' }

onBoth('what an answer claimed or promised', open => {
  test('counts no more, even carried out, once a redo answers that it is kept for reference', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    await motion.does('showEvidence', cast.zhaoqiang, '2026-02-10', evidence)
    await motion.does('confirmOutcome', signers.lichen, '2026-02-10')
    expect(await standing(store, motion, 'carriedOut')).toBe(1)
    await redone(motion, '2026-02-12')
    await motion.does('contact', cast.zhaoqiang, '2026-02-14', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-02-14', reference)
    await motion.does('answer', cast.sunli, '2026-02-14')
    expect([await standing(store, motion, 'claimed'), await standing(store, motion, 'carriedOut')]).toEqual([0, 0])
  })

  test('is replaced where its organ’s part is taken back, and nobody can show it any more', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', promised)
    await redone(motion, '2026-02-12')
    await motion.does('takeBack', signers.lichen, '2026-02-14', { reason: '改交' })
    expect(await outcomesOf(motion)).toEqual(['replaced'])
    await motion.does('handOver', signers.lichen, '2026-02-14', { organ: 'street' })
    await motion.does('receive', signers.hanbing, '2026-02-15')
    await motion.does('contact', signers.hanbing, '2026-02-15', contacted)
    await motion.does('draftAnswer', signers.hanbing, '2026-02-15', solved)
    await motion.does('answer', signers.haolan, '2026-02-15')
    expect((await motion.attempt('showEvidence', cast.zhaoqiang, '2026-02-16', evidence)).outcome).toBe('refused')
    expect(await outcomesOf(motion)).toEqual(['replaced', 'claimed'])
    expect([await standing(store, motion, 'claimed'), await standing(store, motion, 'carriedOut')]).toEqual([1, 0])
  })

  test('is a claim still where its evidence is returned, and its follow-up runs on, as it does after each report', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    const followUps = async () =>
      (await motion.view()).deadlines
        .filter(({ deadline }) => deadline === 'followUp')
        .map(({ start_on, met_on }) => [start_on, met_on])
    await motion.does('reportProgress', cast.zhaoqiang, '2026-02-20', { progress: '正在验收' })
    await motion.does('showEvidence', cast.zhaoqiang, '2026-02-24', evidence)
    expect(await followUps()).toEqual([
      ['2026-02-10', '2026-02-20'],
      ['2026-02-20', '2026-02-24'],
    ])
    await motion.does('returnEvidence', signers.lichen, '2026-02-25', { reason: '佐证不足' })
    expect(await outcomesOf(motion)).toEqual(['claimed'])
    expect(await followUps()).toEqual([
      ['2026-02-10', '2026-02-20'],
      ['2026-02-20', null],
    ])
  })
})

onBoth('a proposal answered by an organ that is no more', open => {
  test('is talked over by the office in its place, and closed', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store, { procedure: 'cppcc-proposal', actor: signers.weiyuan })
    await motion.does('submit', signers.weiyuan, '2026-01-10')
    await motion.does('register', signers.xuping, '2026-01-11')
    await motion.does('handOver', signers.xuping, '2026-01-12', { organ: 'housing' })
    await motion.does('receive', cast.zhaoqiang, '2026-01-13')
    for (const act of ['contact', 'contactAgain']) await motion.does(act, cast.zhaoqiang, '2026-01-13', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-01-14', reference)
    await motion.does('answer', cast.sunli, '2026-01-14')
    await store.db.updateTable('organs').set({ active: 0 }).where('id', '=', 'housing').execute()
    const service = { signers: await openParts(motion, 'signer'), method: 'system' }
    await motion.does('serve', signers.xuping, '2026-01-15', service)
    const [attitude, result] = ['satisfied', 'agree']
    const feedback = { visit: 'visited', heard: 'visit', attitude, toThePoint: 'yes', result }
    await motion.does('rate', signers.weiyuan, '2026-01-16', feedback)
    expect((await motion.attempt('close', signers.xuping, '2026-01-17')).outcome).toBe('refused')
    await motion.does('contactAfterFor', signers.xuping, '2026-01-17', contacted)
    await motion.does('close', signers.xuping, '2026-01-17')
  })
})
