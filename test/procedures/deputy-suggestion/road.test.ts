import { expect, test } from 'vitest'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { answeredBy, draftMotion, handedOver, openParts, promised, served, solved } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, refusedFor } from '../../support/road.ts'

onBoth('a suggestion’s main road', open => {
  test('from a draft to a closure, with co-signers of whom one declines, each answered', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', {
      people: ['dengyu', 'duanfei'],
      confirmBy: '2026-01-14',
    })
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await motion.does('decline', signers.duanfei, '2026-01-09')
    await handedOver(motion)
    const { row, deadlines } = await motion.view()
    expect(row).toMatchObject({
      state: 'handling',
      label: '18-5-001',
      series: 'session',
      session: 'congress-18-5',
      lead: 'housing',
    })
    expect(deadlines.find(line => line.deadline === 'handling')).toMatchObject({
      due_on: '2026-04-20',
      owner_organ: 'housing',
    })
    await answeredBy(motion, '2026-02-10')
    expect((await motion.view()).row.state).toBe('answered')
    await served(motion, '2026-02-11')
    expect((await motion.view()).row.state).toBe('served')
    await motion.does('rate', signers.daihong, '2026-02-12', { attitude: 'satisfied', result: 'basically' })
    expect((await motion.view()).row.state).toBe('settled')
    await motion.does('close', signers.lichen, '2026-02-13')
    const closed = await motion.view()
    expect(closed.row).toMatchObject({ state: 'closed', is_open: 0 })
    expect(closed.assignments.map(({ role, state }) => `${role} ${state}`)).toEqual([
      'signer served',
      'cosigner served',
      'cosigner declined',
      'sole rated',
      'outcome claimed',
    ])
    await motion.does('showEvidence', cast.zhaoqiang, '2026-02-20', { evidence: '验收单', report: '已完成' })
    await motion.does('confirmOutcome', signers.lichen, '2026-02-21')
    const lines = await store.db
      .selectFrom('facts')
      .selectAll()
      .where('kind', '=', 'milestone')
      .orderBy('seq')
      .orderBy('line')
      .execute()
    expect(lines.map(({ what, sign, on_day }) => `${on_day} ${sign > 0 ? '+' : '-'}${what}`)).toEqual([
      '2026-01-16 +filed',
      '2026-01-20 +handedOver',
      '2026-02-10 +received',
      '2026-02-10 +contacted',
      '2026-02-10 +answered',
      '2026-02-10 +onTime',
      '2026-02-10 +claimed',
      '2026-02-11 +served',
      '2026-02-12 +rated',
      '2026-02-12 +satisfied',
      '2026-02-13 +closed',
      '2026-02-21 +carriedOut',
    ])
  })

  test('a co-handler that stays silent is the one who is late, and the lead goes on once it said why', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20', ['police', 'street'])
    await motion.does('receive', signers.hanbing, '2026-01-21')
    await motion.does('opine', signers.hanbing, '2026-01-22', { opinion: '同意' })
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    expect(await motion.attempt('draftAnswer', cast.zhaoqiang, '2026-02-10', solved)).toMatchObject(
      refusedFor('还有会办单位没有提出意见；请催办，或者登记不再等待的理由'),
    )
    expect(await motion.attempt('goOnWithout', cast.zhaoqiang, '2026-02-10', { reason: '多次催办' })).toMatchObject({
      outcome: 'refused',
    })
    await lapseDeadlines(store, at('2026-03-20'))
    const late = (await motion.view()).deadlines.filter(
      line => line.is_duty === 1 && line.is_open === 1 && line.due_on < '2026-03-20',
    )
    expect(late.map(({ deadline, owner_organ }) => `${deadline} ${owner_organ}`)).toContain('coHandling police')
    await motion.does('goOnWithout', cast.zhaoqiang, '2026-03-20', { reason: '多次催办没有答复' })
    await motion.does('contact', cast.zhaoqiang, '2026-03-20', {
      way: 'phone',
      present: '代红',
      summary: '沟通',
      view: '同意',
    })
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-20', promised)
    await motion.does('answer', cast.sunli, '2026-03-21')
    expect((await motion.view()).row.state).toBe('answered')
    expect(await openParts(motion, 'outcome')).toHaveLength(1)
  })
})
