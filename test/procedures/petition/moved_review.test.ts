import { expect, test } from 'vitest'
import { findCase } from '../../../src/cases/view.ts'
import { cast } from '../../support/cast.ts'
import { clocksOf, file, refusedFor, served, toServed, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a reviewing organ that may not know of the matter (art. 28)', seated => {
  const servedOne = async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', undefined, cast.citychen)
    await toHandlingBy(petition)
    await toServed(petition, '2026-02-02')
    return { store, petition }
  }
  const toHandlingBy = async (petition: Awaited<ReturnType<typeof file>>) => {
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.citychen, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-06')
    await petition.does('accept', cast.zhaoqiang, '2026-01-06')
  }
  const chief = { ...cast.chenjing, organ: 'city-petition-office', organs: ['city-petition-office'] }

  test('is passed over upward when the review is requested', async () => {
    const { store, petition } = await servedOne()
    await petition.does('wall', cast.citychen, '2026-02-03', { accusedOrgans: ['police'], reason: '利害关系' })
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    expect((await viewOf(store, petition)).row.awaits_organ).toBe('district')
  })

  test('is passed over for the next above it when it is walled off itself', async () => {
    const { store, petition } = await servedOne()
    await petition.does('wall', cast.citychen, '2026-02-03', { accusedOrgans: ['district'], reason: '利害关系' })
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    expect((await viewOf(store, petition)).row.awaits_organ).toBe('city-petition-office')
    expect(await findCase(store.db, cast.hemei, petition.number)).toBeUndefined()
  })

  test('gives the review up to the next above when that is found later, and the term goes on', async () => {
    const { store, petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    await petition.does('wall', cast.citychen, '2026-02-10', { accusedOrgans: ['district'], reason: '利害关系' })
    expect(await petition.attempt('reviewUphold', cast.hemei, '2026-02-11', { reason: '维持' })).toEqual({
      outcome: 'absent',
    })
    expect(await petition.attempt('reassignReview', cast.citychen, '2026-02-11', { reason: '回避' })).toMatchObject({
      outcome: 'refused',
    })
    expect(await petition.attempt('reassignReview', chief, '2026-02-11')).toMatchObject(wrongIn('reason'))
    await petition.does('reassignReview', chief, '2026-02-11', { reason: '复查机关须回避' })
    expect((await viewOf(store, petition)).row).toMatchObject({
      state: 'underReview',
      awaits_organ: 'city-petition-office',
    })
    const terms = await clocksOf(store, petition, 'review')
    expect(terms.map(line => [line.owner_organ, line.start_on, line.due_on, line.ended_on])).toEqual([
      ['city-petition-office', '2026-02-03', '2026-03-05', null],
    ])
    const due = store.db.selectFrom('facts').select(['organ', 'sign']).where('kind', '=', 'due')
    expect(await due.where('what', '=', 'review').orderBy('seq').orderBy('line').execute()).toEqual([
      { organ: 'district', sign: 1 },
      { organ: 'district', sign: -1 },
      { organ: 'city-petition-office', sign: 1 },
    ])
    await petition.does('reviewUphold', cast.citychen, '2026-02-20', { reason: '维持' })
    await petition.does('serveReview', cast.citychen, '2026-02-20', served)
  })

  test('where nobody above is free, it is said so', async () => {
    const { petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    await petition.does('reassignReview', chief, '2026-02-04', { reason: '回避' })
    expect(await petition.attempt('reassignReview', chief, '2026-02-05', { reason: '回避' })).toMatchObject(
      wrongIn('reason', '没有可以复查（复核）的上一级机关，请向信访工作联席会议报告'),
    )
  })

  test('once the review is given it is served, and moves no more', async () => {
    const { petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    await petition.does('reviewUphold', cast.hemei, '2026-02-05', { reason: '维持' })
    expect((await petition.attempt('reassignReview', chief, '2026-02-06', { reason: '回避' })).outcome).toBe('refused')
    await petition.does('serveReview', cast.hemei, '2026-02-06', served)
  })

  test('a hearing that the organ had open goes no further there', async () => {
    const { store, petition } = await servedOne()
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
    await petition.does('openHearing', cast.hemei, '2026-02-05', { note: '2月20日' })
    await petition.does('reassignReview', chief, '2026-02-10', { reason: '回避' })
    expect(await petition.attempt('closeHearing', cast.citychen, '2026-02-11', { result: '无' })).toMatchObject(
      refusedFor('目前没有举行听证'),
    )
    await petition.does('reviewRevoke', cast.citychen, '2026-02-12', { reason: '重办' })
    expect((await viewOf(store, petition)).row.state).toBe('handling')
  })
})
