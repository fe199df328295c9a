import { expect, test } from 'vitest'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import {
  at,
  clocksOf,
  file,
  refusedFor,
  served,
  toAnswered,
  toHandling,
  toServed,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a right of the petitioner (arts. 35, 36)', seated => {
  const why = { reason: '不服' }
  const late = (occurredOn: string) => ({ occurredOn, lateReason: '来人当日没有登记' })
  const answered = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-02')
    return { store, petition }
  }
  const servedOne = async () => {
    const { store, petition } = await answered()
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    return { store, petition }
  }

  test('used in time is not lost because it was recorded after the window had lapsed', async () => {
    const { store, petition } = await servedOne()
    await lapseDeadlines(store, at('2026-03-05'))
    expect((await viewOf(store, petition)).row.state).toBe('settled')
    expect(await petition.attempt('requestReview', cast.liming, '2026-03-05', why)).toMatchObject(
      refusedFor('复查须自收到书面答复之日起三十日内申请'),
    )
    await petition.does('requestReview', cast.liming, '2026-03-05', why, { occurredOn: '2026-03-04' })
    expect((await viewOf(store, petition)).row).toMatchObject({ state: 'underReview', awaits_organ: 'district' })
    expect(await clocksOf(store, petition, 'reviewRequest')).toMatchObject([{ met_on: '2026-03-04', is_open: 0 }])
    expect(await clocksOf(store, petition, 'review')).toMatchObject([{ start_on: '2026-03-04', due_on: '2026-04-03' }])

    await petition.does('reviewUphold', cast.hemei, '2026-03-10', why)
    await petition.does('serveReview', cast.hemei, '2026-03-10', served)
    await lapseDeadlines(store, at('2026-04-10'))
    expect((await viewOf(store, petition)).row.state).toBe('settled')
    expect(await petition.attempt('requestReview', cast.liming, '2026-04-10', why, late('2026-04-09'))).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('requestReReview', cast.liming, '2026-04-10', why, { occurredOn: '2026-04-09' })
    expect((await viewOf(store, petition)).row.state).toBe('underReReview')
  })

  test('given up by agreeing is not open again, though the window would still run', async () => {
    const { petition } = await servedOne()
    await petition.does('agree', petition.petitioner, '2026-02-03')
    expect(await petition.attempt('requestReview', petition.petitioner, '2026-02-04', why)).toMatchObject(
      refusedFor('复查须自收到书面答复之日起三十日内申请'),
    )
  })

  test('is not opened again by a day put right in what has been closed: it is reopened first', async () => {
    const { store, petition } = await servedOne()
    await lapseDeadlines(store, at('2026-03-05'))
    await petition.does('close', cast.liming, '2026-03-05')
    const putRight = (day: string) =>
      petition.attempt('correct', cast.chenjing, '2026-03-06', { act: 'serve', day, ...why })
    expect(await putRight('2026-02-10')).toMatchObject(wrongIn('day'))
    const said = await putRight('2026-02-04')
    expect(said).toMatchObject({
      errors: {
        day: [
          {
            zh: '照这一天计算，信访人在2026年3月6日前还可以“申请复查”：请先恢复办理',
            en: 'Counted from this day the petitioner may still ask for it (“Review request”) until 6 March 2026: reopen first',
          },
        ],
      },
    })
    expect(await putRight('2026-02-03')).toMatchObject({ outcome: 'done' })
  })

  test('is open again by a day put right while the matter is not closed yet', async () => {
    const { store, petition } = await servedOne()
    await lapseDeadlines(store, at('2026-03-05'))
    await petition.does('correct', cast.chenjing, '2026-03-06', { act: 'serve', day: '2026-02-10', ...why })
    expect(await petition.attempt('close', cast.liming, '2026-03-06')).toMatchObject(
      refusedFor('信访人还可以申请复查（复核）'),
    )
    await petition.does('requestReview', petition.petitioner, '2026-03-06', why)
  })

  test('cannot be recorded away: service is refused where its window would be over already', async () => {
    const { petition } = await answered()
    const serving = (day: string) => petition.attempt('serve', cast.zhaoqiang, day, served, late('2026-02-02'))
    expect(await serving('2026-03-05')).toMatchObject({
      outcome: 'invalid',
      errors: {
        occurredOn: [
          {
            zh: '照这一天计算，“申请复查”的期限今天已经届满；请现在送达或者告知，按实际送达、告知之日登记',
            en: expect.stringContaining('would be over already'),
          },
        ],
      },
    })
    expect(await serving('2026-03-04')).toMatchObject({ outcome: 'done' })
  })

  test('the same holds of the review, and of telling a result, which opens the rating', async () => {
    const store = await seated()
    const reviewed = await file(store)
    await toHandling(reviewed)
    await toServed(reviewed, '2026-02-02')
    await reviewed.does('requestReview', reviewed.petitioner, '2026-02-03', why)
    await reviewed.does('reviewUphold', cast.hemei, '2026-02-04', why)
    expect(await reviewed.attempt('serveReview', cast.hemei, '2026-04-01', served, late('2026-02-05'))).toMatchObject(
      wrongIn('occurredOn'),
    )
    const told = await file(store, '2026-01-05')
    await told.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '5' })
    await told.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await told.does('receive', cast.zhaoqiang, '2026-01-06')
    await told.does('accept', cast.zhaoqiang, '2026-01-06')
    await told.does('draft', cast.zhaoqiang, '2026-01-07', { facts: '属实', basis: '条例', opinion: '已履职' })
    await told.does('answerDuty', cast.sunli, '2026-01-07')
    expect(await told.attempt('inform', cast.zhaoqiang, '2026-03-01', served, late('2026-01-08'))).toMatchObject(
      wrongIn('occurredOn'),
    )
  })
})
