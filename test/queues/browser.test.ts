import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { openStore } from '../../src/db/open.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Site, Visit } from '../support/browser.ts'
import { cast, seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { file, filing, toAnswered, toHandling } from '../support/road.ts'
import { signIn } from '../support/sign_in.ts'

describe('officials’ pages in a browser', () => {
  const browser = useBrowser()
  const clock = { now: '2026-02-10T02:00:00.000Z' }
  let store: Store
  let site: Site
  let remove: () => Promise<void>
  let numbers: Record<'handling' | 'drafted' | 'served' | 'accusation', string>

  beforeAll(async () => {
    const place = await newPlace('sqlite')
    remove = place.remove
    store = await openStore(place)
    await seatCast(store)
    numbers = await matters(store)
    site = await serveSite(store, clock)
  }, 60_000)
  afterAll(async () => {
    await site.close()
    await store.close()
    await remove()
  })

  const open = async (who: CastName, path: string, how: Partial<Visit> = {}) => {
    const page = await visit(browser(), { site, ...how })
    const [name = '', value = ''] = (await signIn(createApp({ store }), store, who)).split('=')
    await page.context().addCookies([{ name, value, url: site.origin }])
    await page.goto(path)
    return page
  }

  const pages: [string, CastName, () => string][] = [
    ['queue', 'liming', () => '/queues'],
    ['unit', 'zhaoqiang', () => '/queues/unit'],
    ['parts', 'zhaoqiang', () => '/queues/parts'],
    ['overdue', 'lincheng', () => '/queues/overdue'],
    ['charged', 'lincheng', () => '/queues/charged'],
    ['search', 'liming', () => '/queues/all?q=漏水'],
    ['intake', 'liming', () => '/queues/new'],
    ['notices', 'zhaoqiang', () => '/notices'],
    ['case', 'sunli', () => `/cases/${numbers.drafted}`],
    ['case-served', 'liming', () => `/cases/${numbers.served}`],
    ['case-reader', 'lincheng', () => `/cases/${numbers.handling}`],
    ['accusation', 'liming', () => `/cases/${numbers.accusation}`],
    ['act-register', 'liming', () => `/cases/${numbers.accusation}/acts/register`],
    ['act-draft', 'zhaoqiang', () => `/cases/${numbers.handling}/acts/draft`],
    ['act-extend', 'sunli', () => `/cases/${numbers.drafted}/acts/extend`],
  ]

  test.each(pages)(
    '%s: nothing for axe to hold against it, in either language, on a desk or a phone',
    async (name, who, path) => {
      for (const lang of ['zh', 'en'] as const) {
        const page = await open(who, path(), { lang })
        expect(await axe(page)).toEqual([])
        expect(await noSideways(page)).toEqual([])
        await screens(page, `${name}-${lang}`)
        await page.setViewportSize({ width: 360, height: 800 })
        expect(await axe(page)).toEqual([])
        await screens(page, `${name}-${lang}-360`)
        if (lang === 'en') expect(await leftInChinese(page)).toEqual([])
        await page.context().close()
      }
    },
  )

  test.each(['on', 'off', 'blocked'] as const)(
    'an act is done with scripts %s: wrong first, then right',
    async scripts => {
      const petition = await file(store, '2026-02-09', { ...filing, title: `脚本${scripts}` })
      const page = await open('liming', `/cases/${petition.number}/acts/register`, { scripts })
      await page.getByRole('button', { name: '登记', exact: true }).click()
      await page.getByRole('heading', { name: '还有内容需要改正' }).waitFor()
      await page.getByLabel('信访程序').check()
      await page.getByRole('button', { name: '登记', exact: true }).click()
      await page.getByRole('link', { name: '转送', exact: true }).waitFor()
      expect(new URL(page.url()).pathname).toBe(`/cases/${petition.number}`)
      await page.context().close()
    },
  )

  test.each(['on', 'off'] as const)(
    'a letter is written down with scripts %s: wrong first, then right',
    async scripts => {
      const page = await open('liming', '/queues/new', { scripts })
      await page.getByRole('button', { name: '登记并出具回执' }).click()
      await page.getByRole('heading', { name: '还有内容需要改正' }).waitFor()
      await page.getByLabel('申诉求决类').check()
      await page.getByLabel('标题', { exact: true }).fill('来信')
      await page.getByLabel('事实和理由').fill('信里写的事')
      await page.getByLabel('书信').check()
      await page.getByRole('button', { name: '登记并出具回执' }).click()
      await page.getByRole('heading', { name: '回执' }).waitFor()
      await page.context().close()
    },
  )
})

/** Matters in several states, one of them an accusation. */
async function matters(store: Store) {
  const accusation = await file(store, '2026-02-09', {
    ...filing,
    kind: 'accusation',
    title: '反映违规操作',
    accusedOrgans: ['police'],
  })
  const handling = await file(store, '2026-02-01')
  await toHandling(handling, '2026-02-03')
  await handling.does('supervise', cast.liming, '2026-02-04', { trigger: 'shirking', demand: '说明情况' })
  await handling.does('instruct', cast.lincheng, '2026-02-04', { instruction: '速办', reportBy: '2026-02-12' })
  const drafted = await file(store, '2025-12-05', { ...filing, title: '小区供暖温度长期不达标请求督促整改' })
  await toHandling(drafted, '2025-12-08')
  await drafted.does('draft', cast.zhaoqiang, '2026-02-03', {
    facts: '属实',
    basis: '条例',
    opinion: '整改',
    demands: [{ demand: '督促维修', outcome: 'support' }],
  })
  const served = await file(store, '2026-01-05')
  await toHandling(served, '2026-01-07')
  await toAnswered(served, '2026-01-20')
  await served.does(
    'serve',
    cast.zhaoqiang,
    '2026-01-23',
    { method: 'person', receipt: 'signed' },
    { occurredOn: '2026-01-21' },
  )
  await file(store, '2026-01-05', { kind: 'suggestion', title: '增设路灯', body: '建议增设路灯' })
  return { accusation: accusation.number, handling: handling.number, drafted: drafted.number, served: served.number }
}

/** Words of the interface that an English page still says in Chinese: what people typed and names carry their language. */
const leftInChinese = (page: { evaluate: <T>(script: string) => Promise<T> }) =>
  page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    const left = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (/\\p{Script=Han}/u.test(node.data) && !node.parentElement.closest('[lang|=zh]:not(html)')) left.push(node.data)
    }
    return left
  })()`)
