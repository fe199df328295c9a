import { expect, test } from 'vitest'
import type { Store } from '../../../src/db/open.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { at, clocksOf, file, partsOf, refusedFor, toAnswered, toClosed, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a matter handed over', seated => {
  const handedOver = async (store: Store) => {
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handOver', cast.liming, '2026-01-07', { organ: 'housing', reportBy: '2026-03-20' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-08')
    await petition.does('accept', cast.zhaoqiang, '2026-01-09')
    return petition
  }

  test('owes a report by the day that was given; one transferred owes none (art. 22)', async () => {
    const store = await seated()
    const petition = await handedOver(store)
    expect(await clocksOf(store, petition, 'report')).toMatchObject([
      { start_on: '2026-01-07', due_on: '2026-03-20', owner_organ: 'housing', is_open: 1 },
    ])
    expect(await partsOf(store, petition, 'hop')).toMatchObject([
      { organ: 'housing', sender: 'petition-office', state: 'received', since_on: '2026-01-07' },
    ])
    const other = await file(store)
    await other.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await other.does('transfer', cast.liming, '2026-01-07', { organ: 'housing' })
    expect(await partsOf(store, other, 'hop')).toEqual([])
    expect(await clocksOf(store, other, 'report')).toEqual([])
    expect((await viewOf(store, other)).row.state).toBe('transferred')
    expect((await viewOf(store, petition)).data.did).not.toHaveProperty('transfer')
  })

  test('needs a day to report by, and one that lies ahead', async () => {
    const petition = await file(await seated())
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    const handing = (input: object) => petition.attempt('handOver', cast.liming, '2026-01-07', { ...input })
    expect(await handing({ organ: 'housing' })).toMatchObject(wrongIn('reportBy'))
    expect(await handing({ organ: 'housing', reportBy: '2026-01-07' })).toMatchObject(wrongIn('reportBy'))
    expect(await handing({ organ: 'nowhere', reportBy: '2026-03-01' })).toMatchObject(wrongIn('organ'))
    expect(await petition.attempt('handOver', cast.chenjing, '2026-01-07')).toMatchObject({ outcome: 'refused' })
  })

  test('is reported on only once there is an answer (art. 32)', async () => {
    const petition = await handedOver(await seated())
    const early = await petition.attempt('report', cast.zhaoqiang, '2026-02-01', { result: '已办' })
    expect(early).toMatchObject(refusedFor('没有签发答复，事项也没有以其他方式结束', '信访工作条例 第三十二条'))
    await toAnswered(petition, '2026-02-02')
    expect(await petition.attempt('report', cast.zhaoqiang, '2026-02-03')).toMatchObject(wrongIn('result'))
    await petition.does('report', cast.zhaoqiang, '2026-02-03', { result: '已办' })
  })

  test('its report is rejected with a new day, given again and accepted by who handed it over', async () => {
    const store = await seated()
    const petition = await handedOver(store)
    await toAnswered(petition, '2026-02-02')
    await petition.does('report', cast.zhaoqiang, '2026-02-03', { result: '已办' })
    const rejecting = { reason: '未附答复书' }
    expect(await petition.attempt('rejectReport', cast.liming, '2026-02-04', rejecting)).toMatchObject(
      wrongIn('reportBy'),
    )
    expect(await petition.attempt('acceptReport', cast.zhaoqiang, '2026-02-04')).toMatchObject({ outcome: 'refused' })
    await petition.does('rejectReport', cast.liming, '2026-02-04', { ...rejecting, reportBy: '2026-02-14' })
    expect(await petition.attempt('acceptReport', cast.liming, '2026-02-04')).toMatchObject({ outcome: 'refused' })
    await petition.does('report', cast.zhaoqiang, '2026-02-10', { result: '附答复书' })
    await petition.does('acceptReport', cast.chenjing, '2026-02-11')
    expect((await clocksOf(store, petition, 'report')).map(line => [line.round, line.due_on, line.met_on])).toEqual([
      [1, '2026-03-20', '2026-02-03'],
      [2, '2026-02-14', '2026-02-10'],
    ])
    expect(await partsOf(store, petition, 'hop')).toMatchObject([{ state: 'ended', is_open: 0 }])
  })

  test('a late report lapses once and is told to the organ that owes it', async () => {
    const store = await seated()
    const petition = await handedOver(store)
    await lapseDeadlines(store, at('2026-03-20'))
    expect(await clocksOf(store, petition, 'report')).toMatchObject([{ lapsed_on: null }])
    await lapseDeadlines(store, at('2026-03-21'))
    await lapseDeadlines(store, at('2026-03-22'))
    expect(await clocksOf(store, petition, 'report')).toMatchObject([{ lapsed_on: '2026-03-21', is_open: 1 }])
    const told = await store.db.selectFrom('outbox').select(['to_id', 'params']).where('notice', '=', 'lapse').execute()
    expect(told.filter(({ params }) => params.includes('"report"')).map(({ to_id }) => to_id)).toEqual(['housing'])
  })

  test('is not closed until its report is accepted (art. 22)', async () => {
    const store = await seated()
    const petition = await handedOver(store)
    await toAnswered(petition, '2026-02-02')
    await expect(toClosed(petition, '2026-02-03')).rejects.toThrow('还有交办、督办')
    await petition.does('report', cast.sunli, '2026-02-04', { result: '已办' })
    expect(await petition.attempt('close', cast.liming, '2026-02-04')).toMatchObject(
      refusedFor('还有交办、督办、改进建议或者领导批示没有了结', '信访工作条例 第二十二条第（三）项'),
    )
    await petition.does('acceptReport', cast.liming, '2026-02-05')
    await petition.does('close', cast.liming, '2026-02-05')
  })
})
