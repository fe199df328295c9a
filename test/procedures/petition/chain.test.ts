import { expect, test } from 'vitest'
import type { Actor } from '../../../src/accounts/actor.ts'
import { cast } from '../../support/cast.ts'
import {
  clocksOf,
  draft,
  file,
  handedDownAndOver,
  partsOf,
  refusedFor,
  toHandling,
  served,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import type { Traveller } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a chain of hand-overs', seated => {
  const passedDown = async () => {
    const store = await seated()
    const petition = await handedDownAndOver(store)
    await petition.does('passDown', cast.zhaoqiang, '2026-01-11', { organ: 'housing-station', reportBy: '2026-04-10' })
    await petition.does('receive', cast.wugang, '2026-01-12')
    await petition.does('accept', cast.wugang, '2026-01-12')
    return { store, petition }
  }
  const answered = async (petition: Traveller) => {
    await petition.does('draft', cast.wugang, '2026-02-01', draft)
    await petition.does('answer', cast.zhengzhan, '2026-02-01')
    await petition.does('serve', cast.wugang, '2026-02-02', served)
    await petition.does('agree', petition.petitioner, '2026-02-02')
  }

  test('each hop has its sender, receiver, day and date to report by (art. 22)', async () => {
    const { store, petition } = await passedDown()
    expect((await partsOf(store, petition, 'hop')).map(part => [part.sender, part.organ, part.since_on])).toEqual([
      ['city-petition-office', 'petition-office', '2026-01-07'],
      ['petition-office', 'housing', '2026-01-09'],
      ['housing', 'housing-station', '2026-01-11'],
    ])
    const owed = await clocksOf(store, petition, 'report')
    expect(owed.map(line => [line.owner_organ, line.owner_role, line.due_on])).toEqual([
      ['petition-office', 'clerk', '2026-04-30'],
      ['housing', 'handler', '2026-04-20'],
      ['housing-station', 'handler', '2026-04-10'],
    ])
    expect((await viewOf(store, petition)).row).toMatchObject({ office: 'petition-office', lead: 'housing-station' })
  })

  test('each hop reports to the one before it, and nothing closes until the first has accepted', async () => {
    const { petition } = await passedDown()
    await answered(petition)
    const hops: [Actor, Actor][] = [
      [cast.wugang, cast.zhaoqiang],
      [cast.zhaoqiang, cast.liming],
      [cast.liming, cast.citychen],
    ]
    for (const [below, above] of hops) {
      expect(await petition.attempt('close', cast.liming, '2026-02-03')).toMatchObject({ outcome: 'refused' })
      await petition.does('report', below, '2026-02-03', { result: '已办结' })
      await petition.does('acceptReport', above, '2026-02-03')
    }
    await petition.does('close', cast.liming, '2026-02-04')
  })

  test('a matter is passed down only to an organ below one’s own', async () => {
    const petition = await handedDownAndOver(await seated())
    for (const organ of ['police', 'housing', 'district'])
      expect(
        await petition.attempt('passDown', cast.zhaoqiang, '2026-01-11', { organ, reportBy: '2026-04-10' }),
        organ,
      ).toMatchObject(wrongIn('organ', '只能交给本单位的下级机关'))
  })

  test('a matter is handed down only to another petition office', async () => {
    const petition = await file(await seated(), '2026-01-05', undefined, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    const down = { organ: 'housing', reportBy: '2026-04-10' }
    expect(await petition.attempt('handDown', cast.citychen, '2026-01-06', down)).toMatchObject(
      wrongIn('organ', '请选择另一个信访部门'),
    )
  })

  test('taking back from below ends those hops and leaves the one from above', async () => {
    const { store, petition } = await passedDown()
    await petition.does('takeBack', cast.liming, '2026-01-20', { ground: 'wrong', reason: '另行安排' })
    expect((await partsOf(store, petition, 'hop')).map(part => [part.organ, part.is_open])).toEqual([
      ['petition-office', 1],
      ['housing', 0],
      ['housing-station', 0],
    ])
    const owed = await clocksOf(store, petition, 'report')
    expect(owed.map(line => [line.owner_organ, line.is_open, line.ended_on])).toEqual([
      ['petition-office', 1, null],
      ['housing', 0, '2026-01-20'],
      ['housing-station', 0, '2026-01-20'],
    ])
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'registered', lead: null })
  })

  test('what the office is asked itself goes on when it takes the matter back, and who asked the lead is told', async () => {
    const store = await seated()
    const petition = await file(store)
    const demand = { trigger: 'overdue', demand: '说明原因' }
    await petition.does('supervise', cast.dingdu, '2026-01-06', demand)
    await petition.does('propose', cast.dingdu, '2026-01-06', { about: 'improve', proposal: '改进登记' })
    await petition.does('instruct', cast.lincheng, '2026-01-06', { instruction: '速办' })
    await toHandling(petition)
    await petition.does('supervise', cast.dingdu, '2026-01-12', demand)
    await petition.does('instruct', cast.luofan, '2026-01-12', { instruction: '速办' })
    await petition.does('takeBack', cast.liming, '2026-01-20', { ground: 'wrong', reason: '另行安排' })
    const open = (await viewOf(store, petition)).assignments.filter(part => part.is_open === 1)
    expect(open.map(part => [part.role, part.organ])).toEqual([
      ['supervision', 'petition-office'],
      ['proposal', 'petition-office'],
      ['instruction', 'petition-office'],
    ])
    const told = store.db.selectFrom('outbox').select(['to_kind', 'to_id']).where('notice', '=', 'takeBack')
    expect((await told.where('to_kind', '<>', 'petitioner').execute()).map(({ to_id }) => to_id).sort()).toEqual([
      'district',
      'luofan',
    ])
    await petition.does('answerSupervision', cast.liming, '2026-01-21', { answer: '已登记' })
  })

  test.each([
    ['refuse', cast.liming, { ground: 'noClaim', reason: '没有明确的请求' }],
    ['withdraw', cast.liming, { reason: '信访人撤回' }],
  ])('however it ends (%s), the hop from above is reported on and accepted', async (act, actor, input) => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', undefined, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handDown', cast.citychen, '2026-01-07', { organ: 'petition-office', reportBy: '2026-04-30' })
    await petition.does('receiveDown', cast.liming, '2026-01-08')
    await petition.does(act, actor, '2026-01-09', input)
    expect(await clocksOf(store, petition, 'report')).toMatchObject([{ is_open: 1, ended_on: null }])
    await petition.does('report', cast.liming, '2026-01-10', { result: '已结束' })
    await petition.does('acceptReport', cast.citychen, '2026-01-11')
    expect(await partsOf(store, petition, 'hop')).toMatchObject([{ is_open: 0, state: 'ended' }])
    expect(await clocksOf(store, petition, 'report')).toMatchObject([{ is_open: 0, met_on: '2026-01-10' }])
  })

  test('the office below returns it upward with its reasons, and owes no report (art. 23)', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', undefined, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handDown', cast.citychen, '2026-01-07', { organ: 'petition-office', reportBy: '2026-04-30' })
    expect(await petition.attempt('returnUp', cast.liming, '2026-01-08')).toMatchObject(wrongIn('reason'))
    expect(await petition.attempt('receiveDown', cast.citychen, '2026-01-08')).toMatchObject({ outcome: 'refused' })
    await petition.does('returnUp', cast.liming, '2026-01-08', { reason: '不在本区' })
    const { row } = await viewOf(store, petition)
    expect(row).toMatchObject({ office: 'city-petition-office', state: 'registered', awaits_organ: row.office })
    expect(await partsOf(store, petition, 'hop')).toMatchObject([{ is_open: 0 }])
    expect(await clocksOf(store, petition, 'report')).toMatchObject([{ ended_on: '2026-01-08' }])
    expect((await clocksOf(store, petition, 'registration')).at(-1)).toMatchObject({
      owner_organ: 'city-petition-office',
      due_on: '2026-01-23',
    })
  })

  test('each organ’s fifteen days run from its own receipt (art. 23)', async () => {
    const { store, petition } = await passedDown()
    const own = await clocksOf(store, petition, 'acceptance')
    expect(own.map(line => [line.owner_organ, line.start_on, line.due_on, line.met_on])).toEqual([
      ['housing', '2026-01-10', '2026-01-26', '2026-01-11'],
      ['housing-station', '2026-01-12', '2026-01-27', '2026-01-12'],
    ])
  })

  test('an answered matter that is handed over still tells who may not act on a hop', async () => {
    const { petition } = await passedDown()
    await answered(petition)
    expect(await petition.attempt('acceptReport', cast.liming, '2026-02-03')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('report', cast.zhoujie, '2026-02-03', { result: '无' })).toEqual({
      outcome: 'absent',
    })
    expect(await petition.attempt('report', cast.hemei, '2026-02-03', { result: '无' })).toEqual({ outcome: 'absent' })
  })
})

onBothSound('an objection', seated => {
  const received = async () => {
    const store = await seated()
    const petition = await handedDownAndOver(store)
    return { store, petition }
  }

  test('is made within five working days of receipt, with reasons (art. 23)', async () => {
    const { petition } = await received()
    expect(await petition.attempt('object', cast.zhaoqiang, '2026-01-11')).toMatchObject(wrongIn('reason'))
    const late = await petition.attempt('object', cast.zhaoqiang, '2026-01-17', { reason: '不属职权' })
    expect(late).toMatchObject(
      refusedFor('异议须自收到之日起五个工作日内提出；经核实仍指定本单位的，不得再次异议', '信访工作条例 第二十三条'),
    )
    await petition.does('object', cast.zhaoqiang, '2026-01-16', { reason: '不属职权' })
  })

  test('that is agreed returns the material, and the report is owed no more', async () => {
    const { store, petition } = await received()
    await petition.does('object', cast.zhaoqiang, '2026-01-12', { reason: '不属职权' })
    expect(await petition.attempt('agreeReturn', cast.liming, '2026-01-13')).toMatchObject(wrongIn('reason'))
    await petition.does('agreeReturn', cast.liming, '2026-01-13', { reason: '确不属其职权' })
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'registered', lead: null })
    expect((await partsOf(store, petition, 'hop')).map(part => [part.organ, part.is_open])).toEqual([
      ['petition-office', 1],
      ['housing', 0],
    ])
    expect((await partsOf(store, petition, 'lead')).every(part => part.is_open === 0)).toBe(true)
  })

  test('that is not agreed leaves the matter where it is, and is not made twice', async () => {
    const { store, petition } = await received()
    await petition.does('object', cast.zhaoqiang, '2026-01-12', { reason: '不属职权' })
    await petition.does('designate', cast.liming, '2026-01-12', { reason: '属其职权' })
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'received', lead: 'housing' })
    const again = await petition.attempt('object', cast.zhaoqiang, '2026-01-12', { reason: '仍不属' })
    expect(again).toMatchObject({ outcome: 'refused' })
    await petition.does('accept', cast.zhaoqiang, '2026-01-13')
  })
})
