import { expect, test } from 'vitest'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import {
  clocksOf,
  draft,
  file,
  handedDownAndOver,
  partsOf,
  refusedFor,
  toHandling,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('several organs competent (art. 24)', seated => {
  const registered = async (store: Store) => {
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    return petition
  }

  test('their nearest common superior decides, and nobody else', async () => {
    const store = await seated()
    const petition = await registered(store)
    await petition.does('refer', cast.liming, '2026-01-07', { organs: ['housing', 'police'], reason: '都说不归己管' })
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'disputed', awaits_organ: 'district' })
    const deciding = { organ: 'police', reason: '职责清单' }
    for (const actor of [cast.liming, cast.chenjing, cast.dingdu])
      expect(await petition.attempt('decideCompetence', actor, '2026-01-08', deciding)).toMatchObject({
        outcome: 'refused',
      })
    expect((await petition.attempt('decideCompetence', cast.citychen, '2026-01-08', deciding)).outcome).not.toBe('done')
    expect(await petition.attempt('decideCompetence', cast.hemei, '2026-01-08', { organ: 'police' })).toMatchObject(
      wrongIn('reason'),
    )
    await petition.does('decideCompetence', cast.hemei, '2026-01-08', deciding)
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'transferred', lead: 'police' })
    expect(await partsOf(store, petition, 'superior')).toMatchObject([{ organ: 'district', is_open: 0 }])
    await petition.does('receive', cast.zhoujie, '2026-01-09')
  })

  test('the office’s term runs on until it is decided, and is met by the decision', async () => {
    const store = await seated()
    const petition = await registered(store)
    await petition.does('refer', cast.liming, '2026-01-07', { organs: ['housing', 'police'], reason: '争议' })
    expect(await clocksOf(store, petition, 'registration')).toMatchObject([{ is_open: 1, due_on: '2026-01-20' }])
    await petition.does('takeBack', cast.liming, '2026-01-08', { ground: 'wrong', reason: '无争议' })
    await petition.does('refer', cast.liming, '2026-01-09', { organs: ['housing', 'police'], reason: '争议' })
    await petition.does('decideCompetence', cast.hemei, '2026-01-10', { organ: 'police', reason: '职责清单' })
    expect(await clocksOf(store, petition, 'registration')).toMatchObject([
      { start_on: '2026-01-05', due_on: '2026-01-20', met_on: '2026-01-10' },
    ])
  })

  test('what the superior decided is not open to objection, until it is registered anew', async () => {
    const store = await seated()
    const petition = await registered(store)
    await petition.does('refer', cast.liming, '2026-01-07', { organs: ['housing', 'police'], reason: '争议' })
    await petition.does('decideCompetence', cast.hemei, '2026-01-08', { organ: 'housing', reason: '职责清单' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-08')
    const objecting = { reason: '不属职权' }
    expect(await petition.attempt('object', cast.zhaoqiang, '2026-01-08', objecting)).toMatchObject(
      refusedFor('共同的上级机关已经指定由本单位受理，不得再提异议'),
    )
    expect(await clocksOf(store, petition, 'objection')).toEqual([])
    await petition.does('takeBack', cast.liming, '2026-01-09', { ground: 'wrong', reason: '另行转送' })
    await petition.does('transfer', cast.liming, '2026-01-09', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-09')
    await petition.does('object', cast.zhaoqiang, '2026-01-09', objecting)
  })

  test('a leader of that superior may decide as well', async () => {
    const store = await seated()
    const petition = await registered(store)
    await petition.does('refer', cast.liming, '2026-01-07', { organs: ['housing', 'police'], reason: '争议' })
    await petition.does('decideCompetence', cast.lincheng, '2026-01-08', { organ: 'housing', reason: '主管' })
    expect((await viewOf(store, petition)).row.lead).toBe('housing')
  })

  test('where they have none the joint conference is to decide', async () => {
    const petition = await registered(await seated())
    const organs = ['housing', 'city-petition-office']
    expect(await petition.attempt('refer', cast.liming, '2026-01-07', { organs, reason: '争议' })).toMatchObject(
      wrongIn('organs', '这些单位没有共同的上级机关，请提交信访工作联席会议决定（第二十四条）'),
    )
  })

  test('one organ alone is no dispute', async () => {
    const petition = await registered(await seated())
    const input = { organs: ['housing'], reason: '争议' }
    expect(await petition.attempt('refer', cast.liming, '2026-01-07', input)).toMatchObject(wrongIn('organs'))
  })

  test('a superior that may not know of the matter is passed over upward', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', undefined, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('wall', cast.citychen, '2026-01-06', { accusedOrgans: ['housing'], reason: '利害关系' })
    const organs = ['housing-station', 'housing']
    await petition.does('refer', cast.citychen, '2026-01-07', { organs, reason: '争议' })
    expect((await viewOf(store, petition)).row.awaits_organ).toBe('district')
  })

  test('once decided, the organ that does not have it owes no report; the office still does', async () => {
    const store = await seated()
    const petition = await handedDownAndOver(store)
    await petition.does('refer', cast.zhaoqiang, '2026-01-12', { organs: ['housing', 'police'], reason: '争议' })
    await petition.does('decideCompetence', cast.hemei, '2026-01-13', { organ: 'police', reason: '主管' })
    expect((await partsOf(store, petition, 'hop')).map(part => [part.organ, part.is_open])).toEqual([
      ['petition-office', 1],
      ['housing', 0],
    ])
    expect((await clocksOf(store, petition, 'report')).map(line => line.is_open)).toEqual([1, 0])
  })
})

onBothSound('a co-handler (art. 24)', seated => {
  const involved = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('involve', cast.zhaoqiang, '2026-01-12', { organ: 'police', note: '核实治安情况' })
    return { store, petition }
  }

  test('gives its opinion in its own term before the answer is drafted', async () => {
    const { store, petition } = await involved()
    expect(await clocksOf(store, petition, 'coHandling')).toMatchObject([
      { owner_organ: 'police', owner_role: 'coHandler', start_on: '2026-01-12', due_on: '2026-01-27', is_open: 1 },
    ])
    expect(await petition.attempt('draft', cast.zhaoqiang, '2026-01-13', draft)).toMatchObject(
      refusedFor('还有会办单位没有提出意见', '信访工作条例 第二十四条'),
    )
    expect(await petition.attempt('opine', cast.zhoujie, '2026-01-14')).toMatchObject(wrongIn('opinion'))
    expect(await petition.attempt('opine', cast.zhaoqiang, '2026-01-14', { opinion: '无' })).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('opine', cast.zhoujie, '2026-01-14', { opinion: '无治安问题' })
    expect(await clocksOf(store, petition, 'coHandling')).toMatchObject([{ met_on: '2026-01-14', is_open: 0 }])
    await petition.does('draft', cast.zhaoqiang, '2026-01-15', draft)
  })

  test('never answers the petitioner', async () => {
    const { petition } = await involved()
    for (const act of ['draft', 'answer', 'serve', 'accept'])
      expect(await petition.attempt(act, cast.zhoujie, '2026-01-13'), act).toMatchObject({ outcome: 'refused' })
  })

  test('is dismissed only with reasons, by the lead that asked', async () => {
    const { store, petition } = await involved()
    expect(await petition.attempt('dismiss', cast.zhaoqiang, '2026-01-14')).toMatchObject(wrongIn('reason'))
    expect(await petition.attempt('dismiss', cast.zhoujie, '2026-01-14', { reason: '不需要' })).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('dismiss', cast.zhaoqiang, '2026-01-14', { reason: '情况已经查清' })
    expect(await clocksOf(store, petition, 'coHandling')).toMatchObject([{ ended_on: '2026-01-14', is_open: 0 }])
    await petition.does('draft', cast.zhaoqiang, '2026-01-15', draft)
  })

  test('is another organ than the lead itself', async () => {
    const { petition } = await involved()
    expect(await petition.attempt('involve', cast.zhaoqiang, '2026-01-13', { organ: 'housing' })).toMatchObject(
      wrongIn('organ'),
    )
  })

  test('that is not free of the matter is never asked (art. 30)', async () => {
    const { petition } = await involved()
    await petition.does('wall', cast.liming, '2026-01-13', { accusedOrgans: ['discipline'], reason: '利害关系' })
    expect(await petition.attempt('involve', cast.zhaoqiang, '2026-01-13', { organ: 'discipline' })).toMatchObject({
      outcome: 'refused',
    })
  })
})
