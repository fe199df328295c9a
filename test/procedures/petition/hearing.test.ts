import { expect, test } from 'vitest'
import { explainDeadlines } from '../../../src/cases/explain.ts'
import { loadCalendar } from '../../../src/cases/calendar.ts'
import type { Store } from '../../../src/db/open.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import {
  at,
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

onBothSound('a hearing', seated => {
  const note = { note: '4月10日，区信访局' }
  const result = { result: '事实清楚' }
  const underReReview = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toServed(petition, '2026-02-02')
    await toReReviewed(petition, '2026-03-02', '2026-03-16')
    return { store, petition }
  }
  const nextDue = async (store: Store, petition: Traveller) => (await viewOf(store, petition)).row.next_due

  test('pauses nothing while the matter is handled (arts. 34, 36)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    const [before] = await clocksOf(store, petition, 'handling')
    await petition.does('openHearing', cast.zhaoqiang, '2026-01-20', note)
    expect(await nextDue(store, petition)).toBe('2026-03-11')
    await petition.does('closeHearing', cast.zhaoqiang, '2026-01-30', result)
    expect(await clocksOf(store, petition, 'handling')).toEqual([before])
  })

  test('pauses nothing in the review (art. 35)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toServed(petition, '2026-02-02')
    await petition.does('requestReview', petition.petitioner, '2026-02-10', { reason: '不服' })
    const [before] = await clocksOf(store, petition, 'review')
    await petition.does('openHearing', cast.hemei, '2026-02-12', note)
    await petition.does('closeHearing', cast.hemei, '2026-02-25', result)
    expect(await clocksOf(store, petition, 'review')).toEqual([before])
  })

  test('moves the re-review’s due day by exactly its own days (art. 36)', async () => {
    const { store, petition } = await underReReview()
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ raw_on: '2026-04-15', due_on: '2026-04-15' }])
    await petition.does('openHearing', cast.citychen, '2026-03-20', note)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ paused_on: '2026-03-20', is_open: 1 }])
    await petition.does('closeHearing', cast.citychen, '2026-03-27', result)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([
      { raw_on: '2026-04-22', due_on: '2026-04-22', paused_on: null },
    ])
    await petition.does('openHearing', cast.citychen, '2026-04-01', note)
    await petition.does('closeHearing', cast.citychen, '2026-04-03', result)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ raw_on: '2026-04-24', due_on: '2026-04-24' }])
  })

  test('is neither due nor lapses while the re-review stands still, and is counted due on the new day', async () => {
    const { store, petition } = await underReReview()
    const dueDays = async () => {
      const rows = await store.db
        .selectFrom('facts')
        .select(['on_day', eb => eb.fn.sum<number>('sign').as('sum')])
        .where('kind', '=', 'due')
        .where('what', '=', 'reReview')
        .groupBy('on_day')
        .orderBy('on_day')
        .execute()
      return rows.filter(({ sum }) => Number(sum) !== 0).map(({ on_day }) => on_day)
    }
    expect([await nextDue(store, petition), await dueDays()]).toEqual(['2026-04-15', ['2026-04-15']])
    await petition.does('openHearing', cast.citychen, '2026-03-20', note)
    expect([await nextDue(store, petition), await dueDays()]).toEqual([null, []])
    await lapseDeadlines(store, at('2026-05-20'))
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ lapsed_on: null, is_open: 1 }])
    await petition.does('closeHearing', cast.citychen, '2026-05-20', result)
    expect([await nextDue(store, petition), await dueDays()]).toEqual(['2026-06-15', ['2026-06-15']])
    await lapseDeadlines(store, at('2026-06-16'))
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ lapsed_on: '2026-06-16', is_open: 1 }])
  })

  test('is forgotten when the matter turns out to be another, and no line is left of the stopped clock', async () => {
    const { store, petition } = await underReReview()
    await petition.does('openHearing', cast.citychen, '2026-03-20', note)
    await petition.does('reclassify', cast.chenjing, '2026-03-25', { kind: 'suggestion', reason: '实为建议' })
    const sums = await store.db
      .selectFrom('facts')
      .select(['petition_kind', eb => eb.fn.sum<number>('sign').as('sum')])
      .where('kind', '=', 'due')
      .where('what', '=', 'reReview')
      .groupBy('petition_kind')
      .execute()
    expect(sums.map(({ sum }) => Number(sum)).filter(sum => sum !== 0)).toEqual([])
    expect(await nextDue(store, petition)).toBe('2026-04-09')
  })

  test('opened after the term has run out saves nothing', async () => {
    const { store, petition } = await underReReview()
    await petition.does('openHearing', cast.citychen, '2026-04-16', note)
    await petition.does('closeHearing', cast.citychen, '2026-04-26', result)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ due_on: '2026-04-15', excluded: null }])
  })

  test('recorded after the term has run out saves nothing, whatever its legal day', async () => {
    const { store, petition } = await underReReview()
    const earlier = { occurredOn: '2026-04-10', lateReason: '补录' }
    await petition.does('openHearing', cast.citychen, '2026-04-16', note, earlier)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ due_on: '2026-04-15', paused_on: null }])
    await petition.does('closeHearing', cast.citychen, '2026-04-26', result)
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([{ due_on: '2026-04-15', excluded: null }])
  })

  test('ends with the re-review moved upward, whose term goes on without its days', async () => {
    const store = await seated()
    const petition = await file(store)
    const housing = { ...cast.sunli, roles: ['reviewer'] } as const
    await petition.does('register', cast.liming, '2026-01-10', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, '2026-01-10', { organ: 'housing-station' })
    await petition.does('receive', cast.wugang, '2026-01-10')
    await petition.does('accept', cast.wugang, '2026-01-10')
    await petition.does('draft', cast.wugang, '2026-02-02', draft)
    await petition.does('answer', cast.zhengzhan, '2026-02-02')
    await petition.does('serve', cast.wugang, '2026-02-02', served)
    await petition.does('requestReview', petition.petitioner, '2026-03-02', { reason: '不服' })
    await petition.does('reviewUphold', housing, '2026-03-02', { reason: '维持' })
    await petition.does('serveReview', housing, '2026-03-02', served)
    await petition.does('requestReReview', petition.petitioner, '2026-03-16', { reason: '仍不服' })
    await petition.does('openHearing', cast.hemei, '2026-03-20', note)
    await petition.does('reassignReview', cast.chenjing, '2026-03-27', { reason: '回避' })
    expect(await clocksOf(store, petition, 'reReview')).toMatchObject([
      { owner_organ: 'city-petition-office', start_on: '2026-03-16', due_on: '2026-04-22', paused_on: null },
    ])
  })

  test('is shown day by day with the days that did not count', async () => {
    const { store, petition } = await underReReview()
    await petition.does('openHearing', cast.citychen, '2026-03-20', note)
    await petition.does('closeHearing', cast.citychen, '2026-03-27', result)
    const view = await viewOf(store, petition)
    const explained = explainDeadlines(view, await loadCalendar(store.reader), new Map())
    const clock = explained.find(({ title }) => title.zh === '复核')
    expect(clock?.term.zh).toBe('30日')
    expect(clock?.changes.map(({ zh }) => zh)).toEqual(['2026年3月20日至2026年3月27日听证，7日不计入'])
    const days = clock?.days ?? []
    expect(days.filter(({ counted }) => counted)).toHaveLength(30)
    expect(days.filter(({ reason }) => reason.zh === '听证期间，不计入').map(({ day }) => day.slice(8))).toEqual(
      '21 22 23 24 25 26 27'.split(' '),
    )
  })

  test('is held by who has the matter, one at a time, and an opinion waits for its end', async () => {
    const { petition } = await underReReview()
    expect(await petition.attempt('openHearing', cast.zhaoqiang, '2026-03-18', note)).toMatchObject(
      refusedFor('只有正在办理（复查、复核）的机关可以举行听证'),
    )
    expect(await petition.attempt('openHearing', cast.hemei, '2026-03-18', note)).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('openHearing', cast.citychen, '2026-03-18')).toMatchObject(wrongIn('note'))
    expect(await petition.attempt('closeHearing', cast.citychen, '2026-03-18', result)).toMatchObject(
      refusedFor('目前没有举行听证'),
    )
    await petition.does('openHearing', cast.citychen, '2026-03-18', note)
    expect(await petition.attempt('openHearing', cast.citychen, '2026-03-18', note)).toMatchObject(
      refusedFor('听证尚未结束'),
    )
    expect(await petition.attempt('reReviewUphold', cast.citychen, '2026-03-19', { reason: '维持' })).toMatchObject(
      refusedFor('听证尚未结束'),
    )
    const backwards = await petition.attempt('closeHearing', cast.citychen, '2026-03-20', result, {
      occurredOn: '2026-03-17',
    })
    expect(backwards).toMatchObject(wrongIn('occurredOn'))
  })
})
