import { expect, test } from 'vitest'
import type { Actor } from '../../../src/accounts/actor.ts'
import { cast } from '../../support/cast.ts'
import {
  clocksOf,
  draft,
  file,
  refusedFor,
  served,
  toHandling,
  toReReviewed,
  toServed,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import type { Traveller } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('review and re-review (arts. 35, 36)', seated => {
  const servedOne = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toServed(petition, '2026-02-02')
    return { store, petition }
  }
  const why = { reason: '理由' }

  test('each window runs from service, thirty days, and not a day longer', async () => {
    const { store, petition } = await servedOne()
    expect(await clocksOf(store, petition, 'reviewRequest')).toMatchObject([
      { start_on: '2026-02-02', due_on: '2026-03-04', is_duty: 0 },
    ])
    expect(await petition.attempt('requestReview', petition.petitioner, '2026-03-05', why)).toMatchObject(
      refusedFor('复查须自收到书面答复之日起三十日内申请', '信访工作条例 第三十五条'),
    )
    await petition.does('requestReview', petition.petitioner, '2026-03-04', why)
    await petition.does('reviewUphold', cast.hemei, '2026-03-10', why)
    expect(await clocksOf(store, petition, 'reReviewRequest')).toEqual([])
    await petition.does('serveReview', cast.hemei, '2026-03-16', served)
    expect(await clocksOf(store, petition, 'reReviewRequest')).toMatchObject([
      { start_on: '2026-03-16', due_on: '2026-04-15', is_duty: 0 },
    ])
    expect(await petition.attempt('requestReReview', petition.petitioner, '2026-04-16', why)).toMatchObject(
      refusedFor('复核须自收到复查意见之日起三十日内申请', '信访工作条例 第三十六条'),
    )
    await petition.does('requestReReview', petition.petitioner, '2026-04-15', why)
  })

  test('the day of service is the one that counts, not the day it was recorded', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('draft', cast.zhaoqiang, '2026-02-02', draft)
    await petition.does('answer', cast.sunli, '2026-02-02')
    await petition.does('serve', cast.zhaoqiang, '2026-02-06', served, { occurredOn: '2026-02-03' })
    expect(await clocksOf(store, petition, 'reviewRequest')).toMatchObject([
      { start_on: '2026-02-03', due_on: '2026-03-05' },
    ])
    expect(await petition.attempt('serve', cast.zhaoqiang, '2026-02-06', served)).toMatchObject({ outcome: 'refused' })
  })

  test('service says how it was done and whether it was signed for', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('draft', cast.zhaoqiang, '2026-02-02', draft)
    await petition.does('answer', cast.sunli, '2026-02-02')
    for (const field of ['method', 'receipt'] as const)
      expect(
        await petition.attempt('serve', cast.zhaoqiang, '2026-02-03', { ...served, [field]: undefined }),
      ).toMatchObject(wrongIn(field))
    await petition.does('serve', cast.zhaoqiang, '2026-02-03', { ...served, receipt: 'refused', view: 'disagree' })
  })

  test('each goes one level up, and has thirty days of its own', async () => {
    const { store, petition } = await servedOne()
    await toReReviewed(petition, '2026-02-10', '2026-02-20')
    const [review] = await clocksOf(store, petition, 'review')
    const [reReview] = await clocksOf(store, petition, 'reReview')
    expect([review?.owner_organ, review?.due_on, review?.met_on]).toEqual(['district', '2026-03-12', '2026-02-10'])
    expect([reReview?.owner_organ, reReview?.due_on]).toEqual(['city-petition-office', '2026-03-23'])
    expect(await petition.attempt('reReviewUphold', cast.hemei, '2026-02-21', why)).toMatchObject({
      outcome: 'refused',
    })
  })

  const revoked = async (petition: Traveller, act: string, actor: Actor, day: string) => {
    await petition.does(act, actor, day, why)
    const again = { ...draft, opinion: '再次责成维修' }
    return { again }
  }

  test('a redo with the same outcomes and no new facts is refused when it is to be signed', async () => {
    const { petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-10', why)
    const { again } = await revoked(petition, 'reviewRevoke', cast.hemei, '2026-02-20')
    const same = refusedFor(
      '原处理意见已被撤销：没有新的事实，不得作出相同的结论，请退回修改',
      '信访工作条例 第三十五条',
    )
    await petition.does('draft', cast.zhaoqiang, '2026-02-21', again)
    expect(await petition.attempt('answer', cast.sunli, '2026-02-21')).toMatchObject(same)
    await petition.does('sendBack', cast.sunli, '2026-02-21', why)
    const { demands: _, ...unsaid } = again
    await petition.does('draft', cast.zhaoqiang, '2026-02-22', unsaid)
    expect(await petition.attempt('answer', cast.sunli, '2026-02-22')).toMatchObject(same)
    await petition.does('sendBack', cast.sunli, '2026-02-22', why)
    await petition.does('draft', cast.zhaoqiang, '2026-02-23', { ...again, newFacts: true })
    await petition.does('answer', cast.sunli, '2026-02-23')
  })

  test('where the opinion that was revoked said no outcomes, or a later one says none, the redo needs new facts', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    const { demands: _, ...unsaid } = draft
    const same = refusedFor('原处理意见已被撤销：没有新的事实，不得作出相同的结论，请退回修改')
    const signing = (day: string) => petition.attempt('answer', cast.sunli, day)
    await petition.does('draft', cast.zhaoqiang, '2026-02-02', unsaid)
    await petition.does('answer', cast.sunli, '2026-02-02')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    await petition.does('requestReview', petition.petitioner, '2026-02-10', why)
    await petition.does('reviewRevoke', cast.hemei, '2026-02-20', why)
    await petition.does('draft', cast.zhaoqiang, '2026-02-21', unsaid)
    expect(await signing('2026-02-21')).toMatchObject(same)
    await petition.does('sendBack', cast.sunli, '2026-02-21', why)
    await petition.does('draft', cast.zhaoqiang, '2026-02-22', draft)
    expect(await signing('2026-02-22')).toMatchObject(same)
    await petition.does('sendBack', cast.sunli, '2026-02-22', why)
    await petition.does('draft', cast.zhaoqiang, '2026-02-23', { ...unsaid, newFacts: true })
    expect(await signing('2026-02-23')).toMatchObject({ outcome: 'done' })

    await petition.does('serve', cast.zhaoqiang, '2026-02-23', served)
    await petition.does('requestReview', petition.petitioner, '2026-02-24', why)
    await petition.does('reviewRevoke', cast.hemei, '2026-02-25', why)
    const demands = [{ demand: '督促维修', outcome: 'explain' }]
    await petition.does('draft', cast.zhaoqiang, '2026-02-26', { ...draft, demands })
    expect(await signing('2026-02-26')).toMatchObject(same)
  })

  test('a redo with other outcomes is signed, and reviewed by the first level again', async () => {
    const { store, petition } = await servedOne()
    await toReReviewed(petition, '2026-02-10', '2026-02-20')
    const { again } = await revoked(petition, 'reReviewRevoke', cast.citychen, '2026-03-01')
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'handling', lead: 'housing' })
    const demands = [{ demand: '督促维修', outcome: 'explain' }]
    await petition.does('draft', cast.zhaoqiang, '2026-03-02', { ...again, demands })
    await petition.does('answer', cast.sunli, '2026-03-02')
    await petition.does('serve', cast.zhaoqiang, '2026-03-02', served)
    await petition.does('requestReview', petition.petitioner, '2026-03-03', why)
    expect((await viewOf(store, petition)).row.awaits_organ).toBe('district')
  })

  test('a change stands in place of the opinion and is served; reasons are always given', async () => {
    const { petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-10', why)
    for (const act of ['reviewUphold', 'reviewChange', 'reviewRevoke'])
      expect(await petition.attempt(act, cast.hemei, '2026-02-11'), act).toMatchObject(wrongIn('reason'))
    await petition.does('reviewChange', cast.hemei, '2026-02-11', why)
    expect(await petition.attempt('agree', petition.petitioner, '2026-02-11')).toMatchObject({ outcome: 'refused' })
    await petition.does('serveReview', cast.hemei, '2026-02-12', served)
    await petition.does('agree', petition.petitioner, '2026-02-13')
    await petition.does('close', cast.liming, '2026-02-13')
  })

  test('whoever handled it does not review it', async () => {
    const { petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-10', why)
    for (const actor of [cast.zhaoqiang, cast.sunli, cast.liming, cast.lincheng])
      expect(await petition.attempt('reviewUphold', actor, '2026-02-11', why)).toMatchObject({ outcome: 'refused' })
  })
})
