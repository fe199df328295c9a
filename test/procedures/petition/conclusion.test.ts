import { expect, test } from 'vitest'
import { findCase } from '../../../src/cases/view.ts'
import { cast } from '../../support/cast.ts'
import {
  file,
  filing,
  refusedFor,
  served,
  toHandling,
  toReReviewed,
  toServed,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('the end at the third level (arts. 36, 37)', seated => {
  const reReviewed = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toServed(petition, '2026-02-02')
    await toReReviewed(petition, '2026-02-04', '2026-02-06')
    await petition.does('reReviewUphold', cast.citychen, '2026-02-08', { reason: '维持' })
    return { store, petition }
  }
  const concluded = async () => {
    const { store, petition } = await reReviewed()
    await petition.does('serveReReview', cast.citychen, '2026-02-09', served)
    await petition.does('conclude', cast.chenjing, '2026-02-10')
    return { store, petition }
  }

  test('is concluded once the re-review is served, and not closed instead', async () => {
    const { store, petition } = await reReviewed()
    expect(await petition.attempt('conclude', cast.liming, '2026-02-08')).toMatchObject({ outcome: 'refused' })
    await petition.does('serveReReview', cast.citychen, '2026-02-09', served)
    expect(await petition.attempt('close', cast.liming, '2026-02-09')).toMatchObject(
      refusedFor('已经复核的，按三级终结办理', '信访工作条例 第三十六条'),
    )
    await petition.does('conclude', cast.liming, '2026-02-10')
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'concluded', is_open: 0 })
  })

  test('waits for questions and for what organs owe each other', async () => {
    const { petition } = await reReviewed()
    await petition.does('serveReReview', cast.citychen, '2026-02-09', served)
    await petition.does('ask', cast.liming, '2026-02-09', { question: '是否收到？' })
    expect(await petition.attempt('conclude', cast.liming, '2026-02-10')).toMatchObject(
      refusedFor('还有向信访人的询问没有回音'),
    )
    await petition.does('reply', petition.petitioner, '2026-02-10', { reply: '收到' })
    await petition.does('supervise', cast.liming, '2026-02-10', { trigger: 'notDone', demand: '落实' })
    expect(await petition.attempt('conclude', cast.liming, '2026-02-10')).toMatchObject(
      refusedFor('还有交办、督办、改进建议或者领导批示没有了结'),
    )
  })

  test('without a re-review nothing is concluded', async () => {
    const petition = await file(await seated())
    await toHandling(petition)
    await toServed(petition, '2026-02-02')
    await petition.does('agree', petition.petitioner, '2026-02-03')
    expect(await petition.attempt('conclude', cast.liming, '2026-02-03')).toMatchObject(
      refusedFor('没有复核意见的，不是三级终结', '信访工作条例 第三十六条'),
    )
  })

  test('care goes on afterwards and leaves it concluded (art. 37)', async () => {
    const { store, petition } = await concluded()
    expect(await petition.attempt('care', cast.liming, '2026-03-01', { note: '走访' })).toMatchObject(
      wrongIn('measure'),
    )
    await petition.does('care', cast.liming, '2026-03-01', { measure: 'talk', note: '走访' })
    await petition.does('care', cast.zhaoqiang, '2026-04-01', { measure: 'help', note: '临时救助' })
    expect((await viewOf(store, petition)).row).toMatchObject({
      state: 'concluded',
      is_open: 0,
      ended_on: '2026-02-10',
    })
  })

  test('it may still be rated within its window, and no longer', async () => {
    const { petition } = await concluded()
    const rating = { office: 'satisfied', organ: 'satisfied', secondFact: '0012' }
    expect(await petition.attempt('rate', petition.petitioner, '2026-03-05', rating)).toMatchObject(
      refusedFor('评价期限已过'),
    )
    await petition.does('rate', petition.petitioner, '2026-03-04', rating)
  })

  test('a later petition on it is declined again by the number of the one re-reviewed (art. 36)', async () => {
    const { store, petition } = await concluded()
    const later = await file(store, '2026-03-01')
    await later.does('register', cast.liming, '2026-03-01', { kind: 'appeal', route: '6' })
    const declining = (earlier?: string) =>
      later.attempt('declineAgain', cast.liming, '2026-03-02', { earlier, reason: '同一事实和理由' })
    expect(await declining()).toMatchObject(wrongIn('earlier'))
    expect(await declining('XF20260101-000000')).toMatchObject(wrongIn('earlier', '查不到这个编号，请核对'))
    expect(await declining(later.number)).toMatchObject(wrongIn('earlier'))
    const other = await file(store, '2026-01-05')
    expect(await declining(other.number)).toMatchObject(
      wrongIn('earlier', '那一件没有已经送达的复核意见，不能据此不再受理'),
    )
    expect(await declining(petition.number)).toMatchObject({ outcome: 'done' })
    const view = await findCase(store.db, cast.liming, later.number)
    expect(view?.row).toMatchObject({ state: 'declined', is_open: 0 })
    expect(view?.procedure.acts['declineAgain']?.cites).toBe('XF 36')
  })

  test('a re-review that has not been served yet is no ground to decline', async () => {
    const { store, petition } = await reReviewed()
    const later = await file(store, '2026-02-08')
    await later.does('register', cast.liming, '2026-02-08', { kind: 'appeal', route: '6' })
    const declining = () =>
      later.attempt('declineAgain', cast.liming, '2026-02-10', { earlier: petition.number, reason: '同一事实' })
    expect(await declining()).toMatchObject(wrongIn('earlier', '那一件没有已经送达的复核意见，不能据此不再受理'))
    await petition.does('serveReReview', cast.citychen, '2026-02-09', served)
    expect(await declining()).toMatchObject({ outcome: 'done' })
  })

  test('nobody is declined for what another person was told; one person’s cases the office links first', async () => {
    const { store, petition } = await concluded()
    const { idNumber: _, ...other } = { ...filing, petitioner: '李娟', phone: '13900000034' }
    const later = await file(store, '2026-03-01', other)
    await later.does('register', cast.liming, '2026-03-01', { kind: 'appeal', route: '6' })
    const declining = () =>
      later.attempt('declineAgain', cast.liming, '2026-03-02', { earlier: petition.number, reason: '同一事实' })
    expect(await declining()).toMatchObject(
      wrongIn('earlier', '那一件不是同一信访人提出的；确属同一人的，请先关联为重复件'),
    )
    await later.does('linkRepeat', cast.liming, '2026-03-02', { earlier: petition.number })
    expect(await declining()).toMatchObject({ outcome: 'done' })
  })

  test('a re-review that a reopening has voided is no ground to decline', async () => {
    const { store, petition } = await concluded()
    await petition.does('reopen', cast.chenjing, '2026-02-20', { reason: '发现新的事实' })
    const later = await file(store, '2026-03-01')
    await later.does('register', cast.liming, '2026-03-01', { kind: 'appeal', route: '6' })
    const input = { earlier: petition.number, reason: '同一事实' }
    expect(await later.attempt('declineAgain', cast.liming, '2026-03-02', input)).toMatchObject(wrongIn('earlier'))
  })
})
