import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import { lastReported } from '../../src/reports/as_reported.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { at } from './district.ts'
import { sheetsOf, tellApril } from './files.ts'

const now = at('2026-12-01')
const april = 'month=2026-04&organ=housing'

onBoth('an organ’s own figures', open => {
  test('are told its people as known now, with their lists, and of no earlier instant', async () => {
    const store = await open()
    await tellApril(store)
    const get = await siteFor(store, 'zhaoqiang')
    const page = await (await get(`/reports/monthly-closure?${april}`)).text()
    const list = /href="(\/reports\/monthly-closure\/cases\/due[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(list).not.toContain('asOf')
    expect((await get(list)).status).toBe(200)
    for (const path of ['monthly-closure', 'monthly-closure.csv', 'monthly-closure.xlsx', 'organ']) {
      const answer = await get(`/reports/${path}?${april}&asOf=2026-06-30`)
      expect([path, answer.status]).toEqual([path, 422])
      expect(await answer.text()).toContain('本单位的报表只按现在已知的')
    }
    expect((await get(`${list}&asOf=2026-06-30`)).status).toBe(404)
    const asked = { month: '2026-04', organ: 'housing', asOf: '2026-06-30' }
    expect(await reportJson(store, now, cast.zhaoqiang, 'monthly-closure', asked)).toMatchObject({
      outcome: 'invalid',
      errors: { asOf: [expect.anything()] },
    })
    const whole = await siteFor(store, 'lincheng')
    expect((await whole(`/reports/monthly-closure?${april}&asOf=2026-06-30`)).status).toBe(200)
  })

  test('are told as the month was closed, without lists', async () => {
    const store = await open()
    await tellApril(store)
    await closeMonths(store, at('2026-05-08'))
    const { asOf } = (await lastReported(store.db, 'monthly-closure')) ?? {}
    const get = await siteFor(store, 'zhaoqiang')
    const page = await get(`/reports/monthly-closure?${april}&asOf=${asOf}`)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('/cases/')
    expect((await get(`/reports/monthly-closure/cases/due?${april}&asOf=${asOf}&side=denominator`)).status).toBe(404)
    const file = await get(`/reports/monthly-closure.xlsx?${april}&asOf=${asOf}`)
    const sheets = [...(await sheetsOf(Buffer.from(await file.arrayBuffer()))).keys()]
    expect(sheets.filter(name => name.startsWith('清单'))).toEqual([])
  })
})

async function siteFor(store: Store, name: string) {
  const site = siteOf(store, now)
  const cookie = await signIn(site.app, store, name)
  return (path: string) => site.get(path, cookie)
}
