import { expect, test } from 'vitest'
import { openStore } from '../../../src/db/open.ts'
import type { Store } from '../../../src/db/open.ts'
import { sha256 } from '../../../src/db/vault.ts'
import { PUBLIC } from '../../../src/reports/archive.ts'
import { releaseFile } from '../../../src/reports/public_archive.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../../support/browser.ts'
import { seatCast } from '../../support/cast.ts'
import { newPlace } from '../../support/db.ts'
import { at } from '../../support/road.ts'
import { makeUp } from './made_up.ts'

const browser = useBrowser()

test.each([
  { lang: 'zh', scripts: 'on' },
  { lang: 'en', scripts: 'on' },
  { lang: 'zh', scripts: 'off' },
] as const)(
  'anyone reads the public statistics, on a phone too: $lang, scripts $scripts',
  async ({ lang, scripts }) => {
    const place = await newPlace('sqlite')
    const store = await openStore(place)
    await seatCast(store)
    const site = await serveSite(store, { now: at('2026-02-20') })
    const page = await visit(browser(), { site, scripts, lang })
    const look = async (name: string) => {
      expect(await noSideways(page), name).toEqual([])
      await screens(page, `${name}-${lang}-${scripts}`)
      if (scripts === 'on') expect(await axe(page), name).toEqual([])
    }
    await page.goto('/published/statistics')
    await page.getByText(/还没有公布的月份|No month has been released yet/).waitFor()
    await look('statistics-none')
    await releaseAll(store)
    await page.goto('/published')
    await page
      .getByRole('main')
      .getByRole('link', { name: /公开统计|public statistics/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /公开统计|Public statistics/ }).waitFor()
    expect(await page.getByText(/2026年1月，|January 2026, /).isVisible()).toBe(true)
    await look('statistics')
    await page.locator('select[name=month]').selectOption('2025-03')
    await page.getByRole('button', { name: /^(查看|Show)$/ }).click()
    await page.waitForURL(/month=2025-03/)
    await page
      .getByText(/后来得知的变化|What became known later/)
      .first()
      .waitFor()
    await look('statistics-restated')
    await site.close()
    await store.close()
    await place.remove()
  },
  120_000,
)

async function releaseAll(store: Store): Promise<void> {
  for (const told of makeUp(3, 400).releases) {
    const { month } = told
    const provenance = { report: PUBLIC, month, definitions: '1', digest: '' }
    const asOf = `${month}-28T01:00:00.000Z`
    const bytes = Buffer.from(JSON.stringify({ ...provenance, asOf, ...told }))
    const file = {
      name: releaseFile(month),
      size: bytes.length,
      sha256: sha256(bytes),
      content: bytes.toString('base64'),
    }
    await store.db
      .insertInto('archived_reports')
      .values({ ...provenance, ...file, as_of: asOf, made_at: asOf })
      .execute()
  }
}
