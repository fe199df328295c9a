import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { urls } from '../../src/http/urls.ts'
import { actorById } from '../../src/accounts/person.ts'
import { visibleTo } from '../../src/accounts/visible.ts'
import { buildDemo, demoPassword } from '../../src/tasks/demo/build.ts'
import { serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Site } from '../support/browser.ts'
import { newPlace } from '../support/db.ts'
import { crawl } from './crawl.ts'

/** Every page the demo's district links to, as those who may open it see it. */
const browser = useBrowser()
const until = '2026-11-23T09:00:00.000Z'
let store: Store, site: Site, remove: () => Promise<void>

beforeAll(async () => {
  const place = await newPlace('sqlite')
  store = await openStore(place)
  remove = place.remove
  await buildDemo(store, { until })
  site = await serveSite(store, { now: until })
}, 120_000)

afterAll(async () => {
  await site.close()
  await store.close()
  await remove()
})

// prettier-ignore
const readers = [
  ['a citizen', undefined],
  ['the clerk', 'liming'], ['the head of the office', 'chenjing'], ['the statistician', 'tangtong'],
  ['the handler', 'zhaoqiang'], ['the director', 'sunli'], ['the discipline handler', 'qianfeng'],
  ['the reviewer', 'hemei'], ['the supervisor', 'jianwen'], ['the leader', 'lincheng'],
  ['the system administrator', 'mawei'], ['the unit administrator', 'guanli'], ['the security auditor', 'shenji'],
] as const

/** What one reader has had looked over need not be looked over for the next, except their own lists and cases. */
const looked = new Set<string>()

test.for(readers)('every page %s can reach is sound', { timeout: 600_000 }, async ([, login]) => {
  const page = await visit(browser(), { site })
  if (login) await signIn(page, login)
  const each = login ? await casesOf(login) : []
  const problems = await crawl(page, { site, from: [urls.home()], each, looked })
  await page.context().close()
  expect(problems).toEqual([])
})

async function signIn(page: Page, login: string) {
  await page.goto(urls.login())
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(demoPassword)
  await page.locator('main').getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/** A case looks different in each state: the handler and the clerk look at one of each, the others at one. */
async function casesOf(login: string): Promise<string[]> {
  const actor = await actorById(store.reader, login)
  if (!actor) return []
  const rows = await store.reader
    .selectFrom('cases')
    .select(['number', 'state'])
    .where(visibleTo(actor))
    .orderBy('number')
    .execute()
  const each = [...Map.groupBy(rows, ({ state }) => state).values()].flatMap(([row]) => row ?? [])
  return each.slice(0, login === 'zhaoqiang' || login === 'liming' ? each.length : 1).map(row => urls.case(row.number))
}
