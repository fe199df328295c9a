import { expect } from 'vitest'
import type { Browser } from 'playwright-core'
import type { Store } from '../../src/db/open.ts'
import { urls } from '../../src/http/urls.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import { serveSite, visit } from '../support/browser.ts'
import { seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import type { DatabaseName, Opener } from '../support/db.ts'
import { at as morningOf, file, filing } from '../support/road.ts'
import type { Traveller } from '../support/road.ts'
import { sessionFor } from '../support/sign_in.ts'
import { arrive, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

/** How a story is told: in which language, with or without scripts. */
export type Telling = Pick<At, 'lang' | 'scripts'>
/** Both languages, with scripts and without, on both databases; not each with each. */
export const tellings: Readonly<Record<DatabaseName, readonly Telling[]>> = {
  sqlite: [
    { lang: 'zh', scripts: 'on' },
    { lang: 'en', scripts: 'off' },
  ],
  postgres: [{ lang: 'en', scripts: 'on' }],
}

/** A long story is told once on each, and so once in each language, with scripts and without. */
export const fewTellings: typeof tellings = {
  sqlite: [{ lang: 'zh', scripts: 'on' }],
  postgres: [{ lang: 'en', scripts: 'off' }],
}

/** The district behind a server whose day is ours, and a browser of their own for whoever comes on. */
export async function stage(open: Opener, browser: Browser, telling: Telling, day: string) {
  const clock = { now: morningOf(day) }
  const store = await open()
  await seatCast(store)
  const site = await serveSite(store, clock)
  const as = async (who: CastName | 'wangfang', act: (at: At) => Promise<void>) => {
    const at = { ...telling, page: await visit(browser, { site, ...telling }) }
    if (who !== 'wangfang')
      await at.page.context().addCookies([{ name: 'session', value: await sessionFor(store, who), url: site.origin }])
    await act(at)
    await at.page.context().close()
  }
  return { store, as, close: site.close, on: (day: string) => void (clock.now = morningOf(day)) }
}

/** A petition filed by 王芳 before the story begins. */
export const filed = (store: Store, day: string, more: object = {}): Promise<Traveller> =>
  file(store, day, { ...filing, ...more })

export async function openCase(at: At, number: string) {
  await at.page.goto(urls.case(number))
  await arrive(at, filing.title)
}

/** Does an act, found by its address wherever on the case's page it stands; the case's page comes back. */
export async function does(at: At, number: string, act: string, write: () => Promise<void> = async () => {}) {
  if (new URL(at.page.url(), 'http://localhost').pathname !== urls.case(number)) await openCase(at, number)
  await follow(at, urls.act(number, act))
  await arrive(at, titleOf(at, act))
  await write()
  await press(at, titleOf(at, act))
  await arrive(at, filing.title)
}

/** Follows a link by its address, out of a folded part of the page if it must. */
export async function follow({ page }: At, href: string) {
  const link = page.locator(`main a[href="${href}"]`).first()
  const folded = page.locator('main details:not([open])', { has: page.locator(`a[href="${href}"]`) })
  if ((await folded.count()) > 0) await folded.first().locator('summary').click()
  await link.click()
}

export function titleOf({ lang }: Pick<At, 'lang'>, act: string): string {
  const title = petition.acts[act]?.title
  if (!title) throw new Error(`There is no act ${act}`)
  return words({ lang }, title.zh, title.en)
}

/** Is the act among those offered here? */
export const isOffered = async ({ page }: At, number: string, act: string): Promise<boolean> =>
  (await page.locator(`main a[href="${urls.act(number, act)}"]`).count()) > 0

/** By number and query code, as printed on the receipt. */
export async function track(at: At, { number, code }: { number: string; code: string }) {
  await at.page.goto(urls.track())
  await arrive(at, words(at, '查询进度', 'Track a matter'))
  await fill(at, words(at, '编号', 'Number'), number)
  await fill(at, words(at, '查询码', 'Query code'), code)
  await press(at, words(at, '查询', 'Track'))
  await arrive(at, new RegExp(number))
}

/** One thing the petitioner does from the tracking page. */
export async function asks(at: At, act: string, write: () => Promise<void> = async () => {}) {
  await follow(at, urls.trackAct(act))
  await arrive(at, titleOf(at, act))
  await write()
  await press(at, words(at, '提交', 'Send'))
  await arrive(at, /XF\d{8}-\d{6}/)
}

export const says = async ({ page }: At, ...all: string[]) => {
  const text = await page.locator('main').innerText()
  for (const one of all) expect(text).toContain(one)
}

/** Why an act that would be theirs is not open now, as the case's page tells it. */
export async function whyBarred(at: At, act: string): Promise<string> {
  const { page } = at
  const title = page.locator('dt', { hasText: new RegExp(`^\\s*${titleOf(at, act)}\\s*$`) })
  const barred = page.locator('main .acts > details', { has: title })
  await barred.locator('summary').click()
  return barred.locator('dl > div', { has: title }).innerText()
}
