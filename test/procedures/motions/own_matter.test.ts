import { expect, test } from 'vitest'
import type { Actor } from '../../../src/accounts/actor.ts'
import type { Role } from '../../../src/procedures/roles.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { answeredBy, contacted, draftMotion, handedOver, openParts, served, solved } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { refusedFor } from '../../support/road.ts'

const own = '提出人不能以工作人员身份办理自己的建议、提案，请由其他工作人员办理'
const unhappy = { attitude: 'satisfied', result: 'dissatisfied', why: '没有回应主要问题' }

/** 代红 as the same person in another office, and 邓宇, who signs with her. */
const seated = (signer: Actor, official: Actor, ...roles: Role[]): Actor => ({
  ...official,
  id: signer.id,
  roles: ['deputy', ...roles],
})

onBoth('whoever signed a matter', open => {
  test('handles nothing of it as an official, in whatever office', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-14' })
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await motion.does('submit', signers.daihong, '2026-01-15')
    const refuse = async (act: string, actor: Actor, day: string, input = {}) =>
      expect(await motion.attempt(act, actor, day, input), act).toMatchObject(refusedFor(own))
    for (const signer of [signers.daihong, signers.dengyu])
      await refuse('register', seated(signer, signers.lichen, 'clerk'), '2026-01-16')
    await motion.does('register', signers.lichen, '2026-01-16')
    const atOffice = seated(signers.dengyu, signers.wumin, 'chief', 'clerk')
    await refuse('handOver', atOffice, '2026-01-20', { organ: 'housing' })
    await motion.does('handOver', signers.lichen, '2026-01-20', { organ: 'housing', coHandlers: ['police'] })
    await refuse('opine', seated(signers.dengyu, cast.zhoujie, 'coHandler'), '2026-01-21', { opinion: '同意' })
    await motion.does('opine', cast.zhoujie, '2026-01-21', { opinion: '同意' })
    const atHousing = seated(signers.daihong, cast.sunli, 'handler', 'director')
    await motion.does('receive', cast.zhaoqiang, '2026-02-10')
    await refuse('contact', atHousing, '2026-02-10', contacted)
    await motion.does('contact', cast.zhaoqiang, '2026-02-10', contacted)
    await refuse('draftAnswer', atHousing, '2026-02-10', solved)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-02-10', solved)
    await refuse('answer', atHousing, '2026-02-10')
    await motion.does('answer', cast.sunli, '2026-02-10')
    await refuse('publish', atOffice, '2026-02-11', { publishedTitle: '加装电梯', publishedText: '已完成' })
    await served(motion, '2026-02-11')
    const [part] = await openParts(motion, 'lead')
    await motion.does('rate', atHousing, '2026-02-12', unhappy, { part })
    await refuse('close', atOffice, '2026-02-13')
    await refuse('orderRedo', atOffice, '2026-02-13', { again: [part], reason: '重新办理' })
    await motion.does('close', signers.lichen, '2026-02-13')
  })

  test('orders no redo under an office held elsewhere, unless signers may', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', unhappy)
    const again = { again: await openParts(motion, 'sole'), reason: '重新办理' }
    for (const role of ['chief', 'clerk'] as const)
      for (const organ of ['delegation', 'cppcc', 'congress'])
        expect(
          await motion.attempt(
            'orderRedo',
            { ...signers.daihong, organ, roles: ['deputy', role] },
            '2026-02-13',
            again,
          ),
          `${role} of ${organ}`,
        ).toMatchObject({ outcome: 'refused' })
    expect((await motion.view()).row.state).toBe('settled')
    await motion.does('orderRedo', signers.lichen, '2026-02-13', again)
  })
})
