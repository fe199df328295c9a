import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import type { ExportTable } from '../../src/db/tables.ts'
import { axe, noSideways, serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Scripts, Site } from '../support/browser.ts'
import { newPlace } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { at } from './district.ts'
import { tellApril } from './files.ts'
import { tellAprilOften } from './many.ts'

const browser = useBrowser()
const pictures = process.env['PICTURES']
const now = at('2026-12-01')

test('the page of exports reads well in every state, moves on by itself, and works without scripts', async () => {
  await served(tellApril, async (store, site) => {
    await keep(store, [
      { state: 'waiting' },
      { state: 'making', listed: 120_000, written: 43_500 },
      { state: 'ready', written: 120_000, size: 3_000_000, ended_at: now },
      { state: 'cancelled', ended_at: now },
      { state: 'failed', problem: 'stopped', ended_at: now },
      { state: 'expired', ended_at: now },
    ])
    for (const lang of ['zh', 'en'] as const) {
      const page = await signedIn(store, site, 'on', lang)
      await page.goto('/reports/exports')
      if (pictures) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/exports-${lang}-1280.png`, fullPage: true })
        await page.setViewportSize({ width: 360, height: 800 })
        await page.screenshot({ path: `${pictures}/exports-${lang}-360.png`, fullPage: true })
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      expect(await axe(page)).toEqual([])
      expect(await noSideways(page)).toEqual([])
      await page.context().close()
    }
    const page = await signedIn(store, site, 'on')
    await page.goto('/reports/exports')
    expect(await page.locator('#exports').innerText()).toContain('已写 43500 行，共 120000 行')
    await store.db.updateTable('exports').set({ written: 99_999 }).where('state', '=', 'making').execute()
    await page.getByText('已写 99999 行，共 120000 行').waitFor()
    await store.db.updateTable('exports').set({ state: 'cancelled' }).where('state', '=', 'making').execute()
    await page.getByText('已写 99999 行').waitFor({ state: 'detached' })
    const plain = await signedIn(store, site, 'off')
    await plain.goto('/reports/exports')
    await plain.getByRole('button', { name: '取消' }).click()
    await plain.getByText('刷新进度').waitFor({ state: 'detached' })
    expect(await plain.getByRole('button', { name: '取消' }).count()).toBe(0)
  })
})

test('a long workbook is asked for from its report, with scripts and without', async () => {
  await served(
    store => tellAprilOften(store, 700),
    async (store, site) => {
      for (const scripts of ['on', 'off'] as const) {
        const page = await signedIn(store, site, scripts)
        await page.goto('/reports/monthly-closure?month=2026-04')
        if (scripts === 'on') {
          expect(await axe(page)).toEqual([])
          expect(await noSideways(page)).toEqual([])
        }
        await page.getByRole('button', { name: /在后台生成 XLSX/ }).click()
        await page.waitForURL('**/reports/exports')
        expect(await page.locator('#exports').innerText()).toContain('排队等候')
      }
      expect(await store.db.selectFrom('exports').select('id').execute()).toHaveLength(1)
    },
  )
})

async function served(tell: (store: Store) => Promise<void>, work: (store: Store, site: Site) => Promise<void>) {
  const { remove, ...place } = await newPlace('sqlite')
  const store = await openStore(place)
  await tell(store)
  const site = await serveSite(store, { now })
  await work(store, site)
  await site.close()
  await store.close()
  await remove()
}

async function signedIn(store: Store, site: Site, scripts: Scripts, lang: 'zh' | 'en' = 'zh'): Promise<Page> {
  const page = await visit(browser(), { site, scripts, lang })
  const [name = '', value = ''] = (await signIn(createApp({ store }), store, 'lincheng')).split('=')
  await page.context().addCookies([{ name, value, url: site.origin }])
  return page
}

async function keep(store: Store, rows: (Partial<ExportTable> & Pick<ExportTable, 'state'>)[]): Promise<void> {
  const plain = { person: 'lincheng', slot: 1, report: 'monthly-closure', lang: 'zh', tries: 1, written: 0 } as const
  const empty = { holder: null, held_until: null, listed: null, lists: null, size: null, ended_at: null, problem: null }
  for (const [i, row] of rows.entries())
    await store.db
      .insertInto('exports')
      .values({
        id: `e${i}`,
        asked: `${i}`,
        name: 'monthly-closure-2026-04.xlsx',
        asked_at: now,
        ...plain,
        ...empty,
        ...row,
        slot: i + 1,
      })
      .execute()
}
