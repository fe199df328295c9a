import { expect, test } from 'vitest'
import { findCase } from '../../../src/cases/view.ts'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import { file, refusedFor, toHandling, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('recusal (art. 28)', seated => {
  const inHandling = async (store: Store) => {
    const petition = await file(store)
    await toHandling(petition)
    return petition
  }

  test('an official who stands aside sees nothing afterwards; colleagues go on', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    expect(await petition.attempt('recuse', cast.zhaoqiang, '2026-01-12')).toMatchObject(wrongIn('reason'))
    await petition.does('recuse', cast.zhaoqiang, '2026-01-12', { reason: '当事人是亲属' })
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeUndefined()
    expect(await petition.attempt('draft', cast.zhaoqiang, '2026-01-12')).toEqual({ outcome: 'absent' })
    expect(await findCase(store.db, cast.sunli, petition.number)).toBeDefined()
  })

  test('whoever has a part in the matter may stand aside, a co-handler too; a stranger to it may not', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('involve', cast.zhaoqiang, '2026-01-12', { organ: 'police' })
    await petition.does('recuse', cast.zhoujie, '2026-01-12', { reason: '当事人是同学' })
    expect(await findCase(store.db, cast.zhoujie, petition.number)).toBeUndefined()
    expect(await petition.attempt('recuse', cast.lincheng, '2026-01-12', { reason: '无' })).toMatchObject({
      outcome: 'refused',
    })
  })

  test('the petitioner asks for it; the head of the office or the director decides', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    const granting = { decision: 'granted', accusedPeople: '赵强', reason: '有利害关系' }
    expect(await petition.attempt('decideRecusal', cast.chenjing, '2026-01-12', granting)).toMatchObject(
      refusedFor('目前没有待决定的回避申请', '信访工作条例 第二十八条'),
    )
    const asking = { who: '赵强', reason: '与物业公司经理是亲戚' }
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', asking)
    for (const actor of [cast.liming, cast.zhaoqiang, petition.petitioner])
      expect(await petition.attempt('decideRecusal', actor, '2026-01-13', granting)).toMatchObject({
        outcome: 'refused',
      })
    await petition.does('decideRecusal', cast.sunli, '2026-01-13', granting)
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeUndefined()
    expect(await petition.attempt('decideRecusal', cast.chenjing, '2026-01-13', granting)).toMatchObject({
      outcome: 'refused',
    })
  })

  test('granted it names officials there are; denied it names nobody and walls nobody off', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('requestRecusal', cast.liming, '2026-01-12', { who: '赵强', reason: '亲戚' })
    const deciding = (input: object) =>
      petition.attempt('decideRecusal', cast.chenjing, '2026-01-13', { reason: '经核实', ...input })
    const named = wrongIn('accusedPeople', '同意回避须写明回避人员的姓名；驳回的不写')
    expect(await deciding({ decision: 'granted' })).toMatchObject(named)
    expect(await deciding({ decision: 'denied', accusedPeople: '赵强' })).toMatchObject(named)
    expect(await deciding({ decision: 'granted', accusedPeople: '无此人' })).toMatchObject(
      wrongIn('accusedPeople', '没有叫这个姓名的工作人员，请核对'),
    )
    expect(await deciding({ decision: 'denied' })).toMatchObject({ outcome: 'done' })
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeDefined()
    await petition.does('requestRecusal', petition.petitioner, '2026-01-14', { who: '赵强', reason: '新的理由' })
  })

  test('a petitioner cannot tell who stood aside from the steps shown', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('recuse', cast.zhaoqiang, '2026-01-12', { reason: '当事人是亲属' })
    const spec = (await findCase(store.db, petition.petitioner, petition.number))?.procedure.acts['recuse']
    expect(spec?.inner).toBe(true)
  })
})
