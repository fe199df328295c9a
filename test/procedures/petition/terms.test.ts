import { expect, test } from 'vitest'
import { recalculate } from '../../../src/tasks/recalculate.ts'
import { petition as law } from '../../../src/procedures/petition/procedure.ts'
import { cast } from '../../support/cast.ts'
import { at, clocksOf, file, filing, toHandling } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

test('the five days for an objection alone are working days', () => {
  const terms = Object.entries(law.deadlines).map(([name, { within }]) => ({ name, within }))
  const working = terms.filter(({ within }) => typeof within === 'string' && within.includes('working'))
  expect(working).toEqual([{ name: 'objection', within: '5 working days' }])
  const days = Object.fromEntries(terms.map(({ name, within }) => [name, within]))
  expect(days).toMatchObject({
    registration: '15 calendar days',
    acceptance: '15 calendar days',
    handling: '60 calendar days',
    reviewRequest: '30 calendar days',
    review: '30 calendar days',
    reReviewRequest: '30 calendar days',
    reReview: '30 calendar days',
  })
  const local = Object.values(law.parameters).filter(({ unit }) => unit === 'term')
  expect(local.filter(({ standard }) => standard.includes('working'))).toEqual([])
})

onBothSound('the clocks of a petition', seated => {
  test('the first fifteen days run from filing, the sixty from acceptance (arts. 22, 34)', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05')
    await toHandling(petition, '2026-01-12')
    expect(await clocksOf(store, petition, 'registration')).toMatchObject([
      { start_on: '2026-01-05', due_on: '2026-01-20', met_on: '2026-01-12' },
    ])
    expect(await clocksOf(store, petition, 'handling')).toMatchObject([
      { start_on: '2026-01-12', due_on: '2026-03-13' },
    ])
  })

  test('an extension tells the petitioner the new day, and the reason is theirs to read (art. 34)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('extend', cast.sunli, '2026-02-01', { days: 20, reason: '等待鉴定' })
    const told = await store.db
      .selectFrom('outbox')
      .select(['to_kind', 'to_id'])
      .where('notice', '=', 'extend')
      .execute()
    expect(told).toEqual([{ to_kind: 'petitioner', to_id: petition.number }])
    expect(law.acts.extend).toMatchObject({ by: 'director', open: ['reason'], document: { zh: '延期办理告知书' } })
    expect(await clocksOf(store, petition, 'handling')).toMatchObject([
      { due_on: '2026-03-31', extended: '20 calendar days' },
    ])
  })

  test('holidays announced later move what is open, and what was shown before stays in the log', async () => {
    const store = await seated()
    const petition = await file(store, '2026-12-20', filing)
    const [shown] = await clocksOf(store, petition, 'registration')
    expect(shown).toMatchObject({ due_on: '2027-01-04', provisional: 1 })
    const day = { day: '2027-01-04', rest: 1, name: '元旦', source: '放假通知', announced_on: '2026-12-21', year: null }
    await store.db.insertInto('calendar_days').values(day).execute()
    expect(await recalculate(store, at('2026-12-22'))).toBe(1)
    expect(await clocksOf(store, petition, 'registration')).toMatchObject([{ due_on: '2027-01-05' }])
    const first = await store.db
      .selectFrom('events')
      .select('payload')
      .where('stream', '=', `case:${petition.number}`)
      .where('seq', '=', 1)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(first.payload).clocks).toMatchObject([{ deadline: 'registration', due: '2027-01-04' }])
  })

  test('each organ that has a part is one duty of its own, never one date for all', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('involve', cast.zhaoqiang, '2026-01-12', { organ: 'police' })
    await petition.does('supervise', cast.liming, '2026-01-13', { trigger: 'other', demand: '说明' })
    await petition.does('instruct', cast.lincheng, '2026-01-14', { instruction: '速办', reportBy: '2026-01-30' })
    const open = await store.db
      .selectFrom('deadlines')
      .select(['deadline', 'due_on'])
      .where('is_open', '=', 1)
      .where('is_duty', '=', 1)
      .orderBy('due_on')
      .execute()
    expect(open).toEqual([
      { deadline: 'coHandling', due_on: '2026-01-27' },
      { deadline: 'instructionReport', due_on: '2026-01-30' },
      { deadline: 'supervisionAnswer', due_on: '2026-02-12' },
      { deadline: 'handling', due_on: '2026-03-11' },
    ])
  })
})
