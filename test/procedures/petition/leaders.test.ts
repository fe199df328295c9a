import { expect, test } from 'vitest'
import { listLeaders } from '../../../src/cases/leaders.ts'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import { clocksOf, file, partsOf, refusedFor, toHandling, toServed, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('leaders (art. 39)', seated => {
  const inHandling = async (store: Store) => {
    const petition = await file(store)
    await toHandling(petition)
    return petition
  }

  test('one takes a matter on, or the head of the office names who has it', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('putInCharge', cast.lincheng, '2026-02-01')
    await petition.does('putInCharge', cast.chenjing, '2026-02-02', { leader: 'luofan', note: '每月过问' })
    expect((await partsOf(store, petition, 'charge')).map(part => [part.person, part.organ, part.sender])).toEqual([
      ['lincheng', 'district', 'district'],
      ['luofan', 'district', 'petition-office'],
    ])
    const told = await store.db.selectFrom('outbox').select(['to_kind', 'to_id']).where('notice', '=', 'putInCharge')
    expect((await told.where('to_kind', '=', 'person').execute()).map(({ to_id }) => to_id).sort()).toEqual([
      'lincheng',
      'luofan',
    ])
  })

  test('nobody but a leader is in charge', async () => {
    const petition = await inHandling(await seated())
    const nobody = wrongIn('leader', '请从名单中选择一位领导')
    expect(await petition.attempt('putInCharge', cast.chenjing, '2026-02-01')).toMatchObject(nobody)
    expect(await petition.attempt('putInCharge', cast.chenjing, '2026-02-01', { leader: 'sunli' })).toMatchObject(
      nobody,
    )
    expect(await petition.attempt('putInCharge', cast.liming, '2026-02-01', { leader: 'luofan' })).toMatchObject({
      outcome: 'refused',
    })
  })

  test('a leader who must not learn of the matter is neither offered nor put in charge', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    const other = await inHandling(store)
    await petition.does('wall', cast.liming, '2026-01-20', { accusedPeople: '林成', reason: '亲戚' })
    await other.does('wall', cast.liming, '2026-01-20', { accusedOrgans: ['police'], reason: '利害关系' })
    await store.db.updateTable('people').set({ organ: 'police' }).where('id', '=', 'luofan').execute()
    const offered = async (of: typeof petition) =>
      (await listLeaders(store.db, await viewOf(store, of))).map(({ value }) => value)
    const naming = (of: typeof petition, leader: string) =>
      of.attempt('putInCharge', cast.chenjing, '2026-02-01', { leader })
    expect([await offered(petition), await offered(other)]).toEqual([['luofan'], ['lincheng']])
    expect(await naming(petition, 'lincheng')).toMatchObject(wrongIn('leader'))
    expect(await naming(other, 'luofan')).toMatchObject(wrongIn('leader'))
    expect(await naming(other, 'lincheng')).toMatchObject({ outcome: 'done' })
  })

  test('of two charges a leader ends the own one', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('putInCharge', cast.lincheng, '2026-02-01')
    await petition.does('putInCharge', cast.luofan, '2026-02-01')
    expect(await petition.attempt('endCharge', cast.luofan, '2026-02-02')).toMatchObject(wrongIn('reason'))
    await petition.does('endCharge', cast.luofan, '2026-02-02', { reason: '化解' })
    expect((await partsOf(store, petition, 'charge')).map(part => [part.person, part.is_open])).toEqual([
      ['lincheng', 1],
      ['luofan', 0],
    ])
  })

  test('a charge outlasts the organ that lost the matter, and holds nothing up', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('putInCharge', cast.lincheng, '2026-02-01')
    await petition.does('takeBack', cast.liming, '2026-02-02', { ground: 'wrong', reason: '另行转送' })
    expect(await partsOf(store, petition, 'charge')).toMatchObject([{ is_open: 1 }])
    await petition.does('withdraw', petition.petitioner, '2026-02-03', { reason: '不办了' })
    expect(await partsOf(store, petition, 'charge')).toMatchObject([{ is_open: 0 }])
  })

  test('an instruction is followed to its end: reported, returned with a new day, reported, settled', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    expect(await petition.attempt('instruct', cast.lincheng, '2026-02-01')).toMatchObject(wrongIn('instruction'))
    expect(await petition.attempt('instruct', cast.chenjing, '2026-02-01', { instruction: '速办' })).toMatchObject({
      outcome: 'refused',
    })
    const instruction = { instruction: '请住建局牵头', reportBy: '2026-02-20' }
    await petition.does('instruct', cast.lincheng, '2026-02-01', instruction)
    expect(await petition.attempt('endInstruction', cast.lincheng, '2026-02-02')).toMatchObject({ outcome: 'refused' })
    await petition.does('reportInstruction', cast.zhaoqiang, '2026-02-10', { result: '已立项' })
    expect(await petition.attempt('returnInstruction', cast.lincheng, '2026-02-11')).toMatchObject(wrongIn('reason'))
    await petition.does('returnInstruction', cast.lincheng, '2026-02-11', { reason: '继续', reportBy: '2026-03-01' })
    await petition.does('reportInstruction', cast.sunli, '2026-02-20', { result: '已完工' })
    await petition.does('endInstruction', cast.lincheng, '2026-02-21')
    expect(
      (await clocksOf(store, petition, 'instructionReport')).map(line => [line.due_on, line.met_on, line.owner_organ]),
    ).toEqual([
      ['2026-02-20', '2026-02-10', 'housing'],
      ['2026-03-01', '2026-02-20', 'housing'],
    ])
    expect(await partsOf(store, petition, 'instruction')).toMatchObject([{ person: 'lincheng', is_open: 0 }])
  })

  test('an instruction may have no day to report by, and then no clock', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('instruct', cast.lincheng, '2026-02-01', { instruction: '阅' })
    expect(await clocksOf(store, petition, 'instructionReport')).toEqual([])
  })

  test('two instructions of two leaders are each settled by who gave it', async () => {
    const store = await seated()
    const petition = await inHandling(store)
    await petition.does('instruct', cast.lincheng, '2026-02-01', { instruction: '甲' })
    await petition.does('instruct', cast.luofan, '2026-02-01', { instruction: '乙' })
    const report = { result: '甲办毕' }
    const named = wrongIn('part', '这样的有几份，请选择是哪一份')
    expect(await petition.attempt('reportInstruction', cast.zhaoqiang, '2026-02-02', report)).toMatchObject(named)
    await petition.does('reportInstruction', cast.zhaoqiang, '2026-02-02', report, { part: '002' })
    await petition.does('reportInstruction', cast.zhaoqiang, '2026-02-02', { result: '乙办毕' })
    await petition.does('endInstruction', cast.luofan, '2026-02-03')
    expect((await partsOf(store, petition, 'instruction')).map(part => [part.person, part.is_open])).toEqual([
      ['lincheng', 1],
      ['luofan', 0],
    ])
  })

  test('nothing is closed before an instruction is settled', async () => {
    const petition = await inHandling(await seated())
    await petition.does('instruct', cast.lincheng, '2026-01-20', { instruction: '速办' })
    await toServed(petition, '2026-02-02')
    await petition.does('agree', petition.petitioner, '2026-02-02')
    expect(await petition.attempt('close', cast.liming, '2026-02-03')).toMatchObject(
      refusedFor('还有交办、督办、改进建议或者领导批示没有了结'),
    )
    await petition.does('reportInstruction', cast.zhaoqiang, '2026-02-03', { result: '办毕' })
    await petition.does('endInstruction', cast.lincheng, '2026-02-03')
    await petition.does('close', cast.liming, '2026-02-03')
  })
})
