import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import type { Lang } from '../../src/law/words.ts'
import { launch } from './chromium.ts'

/** One real browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launch()
  }, 120_000)
  afterAll(async () => browser?.close())
  return () => {
    if (!browser) throw new Error('The browser is open only while tests run')
    return browser
  }
}

export type Site = { origin: string; close: () => Promise<void> }

/** The whole application on a free port; to move `clock.now` is to move its time. */
export async function serveSite(store: Store, clock: { now: string }): Promise<Site> {
  const app = createApp({ store, now: () => clock.now })
  return new Promise(resolve => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise(closed => server.close(() => closed())),
      }),
    )
  })
}

/** Scripts may be on, switched off, or asked for and never arriving. */
export type Scripts = 'on' | 'off' | 'blocked'
export type Visit = { site: Site; scripts?: Scripts; lang?: Lang; width?: number }

/** A page of someone's own: nobody else's cookies. */
export async function visit(browser: Browser, { site, scripts = 'on', lang = 'zh', width = 1280 }: Visit) {
  const context = await browser.newContext({
    baseURL: site.origin,
    javaScriptEnabled: scripts !== 'off',
    viewport: { width, height: 900 },
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  if (scripts === 'blocked') await context.route('**/static/js/**', route => route.abort())
  if (lang === 'en') await context.addCookies([{ name: 'lang', value: 'en', url: site.origin }])
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

export type Violation = { rule: string; help: string; html: string[] }

/** What axe holds against the page under WCAG 2.2 AA; needs scripts on. */
export async function axe(page: Page): Promise<Violation[]> {
  await page.waitForLoadState('load')
  await page.evaluate(await readFile(axeFile, 'utf8'))
  return page.evaluate<Violation[]>(`axe
    .run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } })
    .then(({ violations }) => violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      html: nodes.map(({ html, failureSummary }) => html + ' — ' + failureSummary),
    })))`)
}

const axeFile = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')

/** What is wider than a phone's window of 360 px: nothing may be. */
export async function noSideways(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 800 })
  const wide = await page.evaluate<string[]>(`(() => {
    const width = document.scrollingElement.scrollWidth
    if (width <= innerWidth) return []
    const beyond = [...document.body.querySelectorAll('*')]
      .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
    return [width + ' px', ...beyond.slice(0, 5).map(it => it.outerHTML.slice(0, 160))]
  })()`)
  if (before) await page.setViewportSize(before)
  return wide
}

/** Keeps a picture of the page where the environment names a folder as SCREENS. */
export async function screens(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
