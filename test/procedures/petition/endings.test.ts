import { expect, test } from 'vitest'
import type { Store } from '../../../src/db/open.ts'
import { reportJson } from '../../../src/reports/api.ts'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { cast } from '../../support/cast.ts'
import { at, draft, file, refusedFor, served, toHandling, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('how a petition ends', seated => {
  test('closed is not solved: one that was not supported closes as well, and its outcome is kept apart', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    const rejecting = { ...draft, demands: [{ demand: '督促维修', outcome: 'reject' }] }
    await petition.does('draft', cast.zhaoqiang, '2026-02-01', rejecting)
    await petition.does('answer', cast.sunli, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    await petition.does('agree', petition.petitioner, '2026-02-03')
    await petition.does('close', cast.liming, '2026-02-04')
    const { row, data } = await viewOf(store, petition)
    expect([row.state, data.set['demands']]).toEqual(['closed', ['reject']])
    const lines = await store.db
      .selectFrom('facts')
      .select(['kind', 'on_day'])
      .where('kind', 'in', ['answered', 'closed'])
      .orderBy('seq')
      .execute()
    expect(lines).toEqual([
      { kind: 'answered', on_day: '2026-02-01' },
      { kind: 'closed', on_day: '2026-02-04' },
    ])
  })

  test('withdrawn, refused and redirected are neither answered nor closed', async () => {
    const store = await seated()
    const one = await file(store)
    await one.does('withdraw', one.petitioner, '2026-01-06', { reason: '不办了' })
    const two = await file(store)
    await two.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '4' })
    await two.does('redirect', cast.liming, '2026-01-06', { reason: '请申请行政复议' })
    const lines = await store.db
      .selectFrom('facts')
      .select(['kind', 'what'])
      .where('kind', 'not in', ['received', 'due', 'met', 'held'])
    expect((await lines.orderBy('what').execute()).map(line => `${line.kind} ${line.what}`)).toEqual([
      'ended redirect',
      'ended withdraw',
    ])
  })

  test('what had lapsed stays late, whatever earlier day the ending is given', async () => {
    const store = await seated()
    const petition = await file(store)
    await lapseDeadlines(store, at('2026-01-21'))
    const earlier = { occurredOn: '2026-01-19' }
    await petition.does('withdraw', petition.petitioner, '2026-01-22', { reason: '不办了' }, earlier)
    const due = await store.db.selectFrom('facts').select(['on_day', 'sign']).where('kind', '=', 'due').execute()
    expect(due).toEqual([{ on_day: '2026-01-20', sign: 1 }])
  })

  test('a matter that is pending elsewhere is refused on that ground, with the way to turn (art. 19)', async () => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    const refusing = { ground: 'pending', reason: '市局已受理，请等待答复' }
    expect(
      await petition.attempt('refuse', cast.liming, '2026-01-07', { ...refusing, reason: undefined }),
    ).toMatchObject(wrongIn('reason'))
    await petition.does('refuse', cast.liming, '2026-01-07', refusing)
    const told = await store.db.selectFrom('outbox').select('to_kind').where('notice', '=', 'refuse').execute()
    expect(told).toEqual([{ to_kind: 'petitioner' }])
  })

  test('one taken down by a clerk stays the petitioner’s: notices, the right to a review and the rating are theirs', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', undefined, cast.liming)
    await toHandling(petition)
    await petition.does('draft', cast.zhaoqiang, '2026-02-01', draft)
    await petition.does('answer', cast.sunli, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    const told = await store.db
      .selectFrom('outbox')
      .select(['to_kind', 'to_id'])
      .where('notice', '=', 'serve')
      .execute()
    expect(told).toEqual([{ to_kind: 'petitioner', to_id: petition.number }])
    const rating = { office: 'satisfied', organ: 'satisfied' }
    for (const actor of [cast.liming, cast.chenjing, cast.zhaoqiang])
      expect(await petition.attempt('rate', actor, '2026-02-03', rating)).toMatchObject(
        refusedFor('这一步由信访人办理'),
      )
    expect(await petition.attempt('agree', cast.liming, '2026-02-03')).toMatchObject({ outcome: 'refused' })
    await petition.does('requestReview', petition.petitioner, '2026-02-03', { reason: '不服' })
  })

  test('silence is never satisfaction: only who rated is in the rate, and who did not is counted apart', async () => {
    const store = await seated()
    const [rated, silent] = [await file(store), await file(store)]
    for (const petition of [rated, silent]) {
      await toHandling(petition)
      await petition.does('draft', cast.zhaoqiang, '2026-02-01', draft)
      await petition.does('answer', cast.sunli, '2026-02-01')
      await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    }
    const rating = { office: 'satisfied', organ: 'dissatisfied', reason: '太慢', secondFact: '0012' }
    await rated.does('rate', rated.petitioner, '2026-02-03', rating)
    await lapseDeadlines(store, at('2026-03-05'))
    const february = await metricsOf(store, '2026-02')
    expect(february('satisfaction_office')).toMatchObject({ numerator: 1, denominator: 1 })
    expect(february('satisfaction_organ')).toMatchObject({ numerator: 0, denominator: 1 })
    const march = await metricsOf(store, '2026-03')
    expect(march('satisfaction_office')).toMatchObject({ numerator: 0, denominator: 0, rate: null })
    expect(march('rated_share')).toMatchObject({ numerator: 1, denominator: 2 })
  })
})

async function metricsOf(store: Store, month: string) {
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', { month })
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return (id: string) => answer.report.metrics.find(metric => metric.id === id)
}
