import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { buildCalendar } from '../../src/law/calendar.ts'
import { findArchived, listArchived } from '../../src/reports/archive.ts'
import { closesAt, monthsToClose } from '../../src/reports/month_closing.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { publishMonths } from '../../src/tasks/publish_months.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, file, toAnswered, toClosed, toHandling } from '../support/road.ts'
import { signIn } from '../support/sign_in.ts'

test.each([
  ['2026-01', '2026-02-02T01:00:00.000Z'],
  ['2026-09', '2026-10-08T01:00:00.000Z'],
  ['2025-12', '2026-01-04T01:00:00.000Z'],
])('%s is closed at nine on the first working day after it: %s', (month, instant) => {
  expect(closesAt(month, 9, buildCalendar())).toBe(instant)
})

test('what was missed is caught up, and a month whose hour has not come is left', () => {
  const closes = (month: string) => closesAt(month, 9, buildCalendar())
  const now = '2026-04-01T00:59:00.000Z'
  expect(monthsToClose('2025-12', now, closes, '2026-04-01')).toEqual(['2026-01', '2026-02'])
  expect(monthsToClose('2025-12', '2026-04-01T01:00:00.000Z', closes, '2026-04-01')).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
  ])
  expect(monthsToClose(undefined, '2026-04-02T00:00:00.000Z', closes, '2026-04-02')).toEqual(['2026-03'])
})

onBoth('a month', open => {
  test('is not closed where nothing has come in', async () => {
    const store = await open()
    expect(await closeMonths(store, at('2026-02-05'))).toBe(0)
  })

  test('is closed once, and what is done later changes nothing in its files', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-01-20')
    await toClosed(petition, '2026-01-30')
    expect(await closeMonths(store, '2026-02-02T00:59:00.000Z')).toBe(0)
    expect(
      await Promise.all([
        closeMonths(store, '2026-02-02T01:01:00.000Z'),
        closeMonths(store, '2026-02-02T01:01:00.000Z'),
      ]),
    ).toContain(1)
    const [month] = await listArchived(store.db, undefined, 10)
    expect(month).toMatchObject({ month: '2026-01', asOf: '2026-02-02T01:00:00.000Z' })
    const name = 'monthly-closure-2026-01.json'
    const kept = await findArchived(store.db, { report: 'monthly-closure', month: '2026-01', name })
    expect(JSON.parse(String(kept)).metrics.find((metric: { id: string }) => metric.id === 'closed')).toMatchObject({
      numerator: 1,
    })
    expect(await closeMonths(store, '2026-02-03T01:01:00.000Z')).toBe(0)
    await store.db.deleteFrom('archived_reports').execute()
    const { does } = petition
    await does('reopen', cast.chenjing, '2026-02-10', { reason: '新的事实' })
    expect(await closeMonths(store, '2026-02-11T01:01:00.000Z')).toBe(1)
    expect(await findArchived(store.db, { report: 'monthly-closure', month: '2026-01', name })).toEqual(kept)
  })

  test('is closed, and made public, at the hour that was in force on its closing day, also where a server is late', async () => {
    const store = await open()
    await seatCast(store)
    await file(store)
    const hour = { procedure: '', name: 'closingHour', source: '工作规则' }
    await store.db
      .insertInto('parameters')
      .values([
        { ...hour, value: '8', from_day: '2026-02-01' },
        { ...hour, value: '17', from_day: '2026-02-03' },
      ])
      .execute()
    expect(await closeMonths(store, at('2026-02-05'))).toBe(1)
    const closed = '2026-02-02T00:00:00.000Z'
    expect(await listArchived(store.db, undefined, 10)).toMatchObject([{ month: '2026-01', asOf: closed }])
    await store.db.deleteFrom('parameters').execute()
    await publishMonths(store, at('2026-02-05'))
    const rows = await store.db.selectFrom('archived_reports').select('as_of').distinct().execute()
    expect(rows).toEqual([{ as_of: closed }])
  })

  test('is told to whoever wished it, and its files are for readers of the district alone', async () => {
    const store = await open()
    await seatCast(store)
    await file(store)
    const app = createApp({ store, now: () => at('2026-02-05') })
    const ask = async (who: string, path: string, init: RequestInit = {}) =>
      app.request(`http://localhost${path}`, {
        ...init,
        headers: { cookie: await signIn(app, store, who), origin: 'http://localhost' },
      })
    const body = new URLSearchParams({ told: 'yes' })
    expect((await ask('lincheng', '/reports/archive/readers', { method: 'POST', body })).status).toBe(303)
    expect((await ask('tangtong', '/reports/archive/readers', { method: 'POST', body })).status).toBe(303)
    expect((await ask('zhaoqiang', '/reports/archive/readers', { method: 'POST', body })).status).toBe(404)
    // One who may read the archive no more: told of nothing, and free to say so.
    await store.db
      .insertInto('report_readers')
      .values({ person: 'zhaoqiang', since: at('2026-02-01') })
      .execute()
    await closeMonths(store, at('2026-02-05'))
    const no = new URLSearchParams({ told: 'no' })
    expect((await ask('zhaoqiang', '/reports/archive/readers', { method: 'POST', body: no })).status).toBe(303)
    expect(await store.db.selectFrom('report_readers').select('person').orderBy('person').execute()).toEqual([
      { person: 'lincheng' },
      { person: 'tangtong' },
    ])
    const told = await store.db
      .selectFrom('outbox')
      .selectAll()
      .where('notice', '=', 'monthClosed')
      .orderBy('to_id')
      .execute()
    expect(told.map(({ to_id }) => to_id)).toEqual(['lincheng', 'tangtong'])
    expect(await (await ask('lincheng', '/reports/archive')).text()).toContain('monthly-closure-2026-01.csv')
    expect(await (await ask('lincheng', '/notices')).text()).toContain('2026年1月的月报已经定稿')
    expect(await (await ask('luofan', '/notices')).text()).not.toContain('定稿')
    expect((await ask('lincheng', '/reports/archive/2026-01/monthly-closure-2026-01.csv')).status).toBe(200)
    expect(await (await ask('tangtong', '/notices')).text()).toContain('2026年1月的月报已经定稿')
    expect((await ask('zhaoqiang', '/reports/archive/2026-01/monthly-closure-2026-01.csv')).status).toBe(404)
    expect((await ask('zhaoqiang', '/reports/archive')).status).toBe(404)
  })
})
