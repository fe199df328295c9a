import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, noSideways, serveSite, useBrowser, visit } from '../support/browser.ts'
import { cast, seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { openStore } from '../../src/db/open.ts'
import { signIn } from '../support/sign_in.ts'
import { createApp } from '../../src/app.tsx'
import { at, done, petition } from './district.ts'

const browser = useBrowser()
const pictures = process.env['PICTURES']

test.each(['zh', 'en'] as const)(
  'reads well on a phone and a desk in %s, with nothing for axe to hold against it',
  async lang => {
    const { remove, ...place } = await newPlace('sqlite')
    const store = await openStore(place)
    await seatCast(store)
    await petition(store, 'P1', {
      filed: '2026-02-02',
      accepted: '2026-02-05',
      answered: '2026-04-02',
      closed: '2026-04-30',
    })
    await petition(store, 'P2', { filed: '2026-04-02', accepted: '2026-04-03' })
    await petition(store, 'P3', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
    const reopening = { on: { number: 'P1' }, act: 'reopen', actor: cast.chenjing, now: at('2026-05-08') }
    await done(store, { ...reopening, input: { reason: '新的事实' } })
    const site = await serveSite(store, { now: at('2026-05-10') })
    const cookie = await signIn(createApp({ store }), store, cast.chenjing.id)
    for (const [name, path] of [
      ['report', '/reports/monthly-closure?month=2026-04'],
      ['wrong', '/reports/monthly-closure?month=2026-13&asOf=soon'],
      ['cases', '/reports/monthly-closure/cases/received?month=2026-04&side=numerator'],
      ['restated', '/reports/monthly-closure/restated?month=2026-04&asOf=2026-05-06'],
      ['restated-wrong', '/reports/monthly-closure/restated?month=2026-04&asOf=2026-05-06&against=2026-05-01'],
      ['definitions', '/reports/definitions'],
    ] as const) {
      const page = await visit(browser(), { site, lang })
      const [key = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name: key, value, url: site.origin }])
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(name.endsWith('wrong') ? 422 : 200)
      if (pictures) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${name}-${lang}-1280.png`, fullPage: true })
        await page.setViewportSize({ width: 360, height: 800 })
        await page.screenshot({ path: `${pictures}/${name}-${lang}-360.png`, fullPage: true })
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      expect(await axe(page), path).toEqual([])
      expect(await noSideways(page), path).toEqual([])
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: onPaper, height: 900 })
      expect(await widest(page), path).toBeLessThanOrEqual(onPaper)
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${lang}-paper.png`, fullPage: true })
      await page.context().close()
    }
    await site.close()
    await store.close()
    await remove()
  },
)

/** A4 less its margins, in pixels of a page. */
const onPaper = 658

const widest = (page: Page) =>
  page.locator('table').evaluateAll(tables => Math.max(0, ...tables.map(table => table.getBoundingClientRect().width)))
