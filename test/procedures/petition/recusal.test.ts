import { expect, test } from 'vitest'
import type { Actor } from '../../../src/accounts/actor.ts'
import { findCase } from '../../../src/cases/view.ts'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import { file, filing, refusedFor, toHandling, viewOf, wrongIn } from '../../support/road.ts'
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
      wrongIn('accusedPeople', '没有叫“无此人”的工作人员，请核对；只写姓名，几个人用顿号分开'),
    )
    expect(await deciding({ decision: 'denied' })).toMatchObject({ outcome: 'done' })
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeDefined()
    await petition.does('requestRecusal', petition.petitioner, '2026-01-14', { who: '赵强', reason: '新的理由' })
  })

  test('a head decides on the people of the own organ only: no director shuts out the petition office', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', { who: '赵强', reason: '亲戚' })
    const naming = (actor: Actor, accusedPeople: string) =>
      petition.attempt('decideRecusal', actor, '2026-01-13', { decision: 'granted', accusedPeople, reason: '属实' })
    expect(await naming(cast.sunli, '赵强、李明，陈静')).toMatchObject(
      wrongIn('accusedPeople', '“李明、陈静”不是本单位的工作人员，应由其所在单位的负责人决定'),
    )
    expect(await naming(cast.chenjing, '赵强')).toMatchObject(wrongIn('accusedPeople'))
    expect(await naming(cast.sunli, '赵强 孙丽')).toMatchObject(wrongIn('accusedPeople'))
    expect((await viewOf(store, petition)).data.walls.people).toEqual([])
    expect(await naming(cast.sunli, '赵强')).toMatchObject({ outcome: 'done' })
    expect((await viewOf(store, petition)).data.walls.people).toEqual(['zhaoqiang'])
  })

  test('what concerns the head of the organ is for the head of the petition office, granted or denied', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', { who: '孙丽局长和赵强', reason: '亲戚' })
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', { who: '赵强', reason: '又想起来' })
    const denied = { decision: 'denied', reason: '不属实' }
    const granted = { decision: 'granted', accusedPeople: '孙丽、赵强', reason: '属实' }
    expect(await petition.attempt('decideRecusal', cast.sunli, '2026-01-13', denied)).toMatchObject(wrongIn('decision'))
    await seat(store, 'vice', '副局', 'housing', 'director')
    const vice = { ...cast.sunli, id: 'vice', name: '副局' }
    expect(await petition.attempt('decideRecusal', vice, '2026-01-13', denied)).toMatchObject(
      wrongIn('decision', '申请单位负责人回避的，由信访部门负责人决定'),
    )
    await petition.does('decideRecusal', cast.chenjing, '2026-01-13', granted)
    expect((await viewOf(store, petition)).data.walls.people.toSorted()).toEqual(['sunli', 'zhaoqiang'])
    expect(await findCase(store.db, cast.sunli, petition.number)).toBeUndefined()
  })

  test('nobody decides on themselves, nor is walled off by the decision they take', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', { who: '信访局陈静', reason: '亲戚' })
    for (const input of [{ decision: 'denied' }, { decision: 'granted', accusedPeople: '陈静' }])
      expect(
        await petition.attempt('decideRecusal', cast.chenjing, '2026-01-13', { ...input, reason: '核实' }),
      ).toMatchObject(wrongIn('decision'))
  })

  test('recusing 李明华 leaves 李明 where he is, whether the name was listed or stood in a sentence', async () => {
    const store = await seated()
    await seat(store, 'liminghua', '李明华', 'petition-office', 'clerk')
    const petition = await inHandling(store)
    await petition.does('requestRecusal', petition.petitioner, '2026-01-12', { who: '李明华', reason: '亲戚' })
    const granted = { decision: 'granted', accusedPeople: '李明华', reason: '属实' }
    await petition.does('decideRecusal', cast.chenjing, '2026-01-13', granted)
    const accused = await file(store, '2026-01-05', {
      ...filing,
      kind: 'accusation',
      accusedPeople: '信访局的李明华科长',
    })
    const both = await file(store, '2026-01-05', { ...filing, kind: 'accusation', accusedPeople: '李明华，还有李明' })
    expect((await viewOf(store, petition)).data.walls.people).toEqual(['liminghua'])
    expect((await viewOf(store, accused)).data.walls.people).toEqual(['liminghua'])
    expect((await viewOf(store, both)).data.walls.people.toSorted()).toEqual(['liming', 'liminghua'])
  })

  test('a petitioner cannot tell who stood aside from the steps shown', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('recuse', cast.zhaoqiang, '2026-01-12', { reason: '当事人是亲属' })
    const spec = (await findCase(store.db, petition.petitioner, petition.number))?.procedure.acts['recuse']
    expect(spec?.inner).toBe(true)
  })
})

const seat = (store: Store, id: string, name: string, organ: string, role: string) =>
  store.db
    .insertInto('people')
    .values({ id, login: id, name, organ, roles: JSON.stringify([role]), active: 1 })
    .execute()
