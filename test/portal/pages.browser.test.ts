import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStore } from '../../src/db/open.ts'
import { demoOrgans } from '../../src/tasks/demo/organs.ts'
import { demoCategories } from '../../src/tasks/demo/categories.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Scripts } from '../support/browser.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { at, file, filing, served, toAnswered, toHandling } from '../support/road.ts'
import { cast } from '../support/cast.ts'

const browser = useBrowser()

/** A district with the demo's many organs, one petition answered and one accusation. */
async function district() {
  const place = await newPlace('sqlite')
  const store = await openStore(place)
  await seatCast(store)
  const taken = ['city-petition-office', 'petition-office']
  const more = demoOrgans.filter(({ id }) => !taken.includes(id))
  await store.db
    .insertInto('organs')
    .values(
      more.map(({ id, kind, zh, en }) => ({
        id,
        kind,
        zh,
        en,
        parent: 'district',
        path: `/city-petition-office/district/${id}/`,
        active: 1,
        takes_accusations: 0,
      })),
    )
    .execute()
  await store.db
    .insertInto('categories')
    .values(demoCategories.map(row => ({ ...row, active: 1 })))
    .execute()
  const petition = await file(store)
  await toHandling(petition)
  await petition.does('ask', cast.zhaoqiang, '2026-01-12', { question: '漏水从哪天开始？' })
  const accusation = await file(store, '2026-01-05', { ...filing, kind: 'accusation' })
  const answered = await file(store)
  await toHandling(answered)
  await toAnswered(answered, '2026-02-01')
  await answered.does('serve', cast.zhaoqiang, '2026-02-02', served)
  const site = await serveSite(store, { now: at('2026-02-20') })
  const close = async () => {
    await site.close()
    await store.close()
    await place.remove()
  }
  return { site, petition, accusation, answered, close }
}

type Look = (page: Page, name: string) => Promise<void>

/** Nothing is wider than a phone, nothing is held against the page, and pictures are kept where asked for. */
const lookAt =
  (prefix: string, scripts: Scripts, wrong: string[]): Look =>
  async (page, name) => {
    expect(await noSideways(page), name).toEqual([])
    await screens(page, `${prefix}-${name}-1280`)
    if (process.env['SCREENS']) {
      await page.setViewportSize({ width: 360, height: 800 })
      await screens(page, `${prefix}-${name}-360`)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    expect(wrong, name).toEqual([])
    if (scripts !== 'off') expect(await axe(page), name).toEqual([])
  }

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click()
const on = /继续|Continue/

async function fileAnAccusation(page: Page, look: Look) {
  await page.goto('/')
  await look(page, 'home')
  await page
    .getByRole('main')
    .getByRole('link', { name: /我要反映|File a matter/ })
    .click()
  await page.waitForURL('**/file')
  await look(page, 'choose')
  await page.goto('/file/petition/start')
  await look(page, 'start')
  await press(page, /开始填写|begin/)
  await page.waitForURL('**/kind')
  await press(page, on)
  await page
    .getByRole('alert')
    .filter({ hasText: /改正|problem/ })
    .waitFor()
  await look(page, 'kind-wrong')
  await page.locator('[value=accusation]').check()
  await press(page, on)
  await page.waitForURL('**/accused')
  await page.locator('summary').first().click()
  await page.locator('[value=housing]').check()
  await look(page, 'accused')
  await page.locator('[name=accusedPeople]').fill('吴刚')
  await press(page, on)
  await page.waitForURL('**/matter')
  await page.locator('[name=title]').fill('征收站收钱不办事')
  await page.locator('[name=body]').fill('去年三月起，\n多次收取“加急费”。')
  await look(page, 'matter')
  await press(page, on)
  await page.waitForURL('**/demands')
  await look(page, 'demands')
  await press(page, on)
  await page.waitForURL('**/files')
  const note = { name: '收据照片说明.txt', mimeType: 'text/plain', buffer: Buffer.from('收据') }
  await page.locator('[name=files]').setInputFiles([note])
  await press(page, /上传|Upload/)
  await page.getByText('收据照片说明.txt').first().waitFor()
  await look(page, 'files')
  await press(page, on)
  await page.waitForURL('**/about')
  await page.locator('[name=phone]').fill('12')
  await press(page, on)
  await page.locator('#error-summary').waitFor()
  await look(page, 'about-wrong')
  await page.locator('[name=phone]').fill('13800000012')
  await press(page, on)
  await page.waitForURL('**/identity')
  await look(page, 'identity')
  await press(page, on)
  await page.waitForURL('**/check')
  await look(page, 'check')
  await press(page, /确认提交|File it/)
  await page.waitForURL('**/receipts/*')
  await look(page, 'receipt')
  await press(page, /清除|Clear/)
  await page.waitForURL('**/file?cleared=1')
  await look(page, 'cleared')
}

async function enter(page: Page, { number, code }: { number: string; code: string }) {
  await page.locator('[name=number]').fill(number)
  await page.locator('[name=code]').fill(code)
  await press(page, /^(查询|Track)$/)
}

async function follow(
  page: Page,
  look: Look,
  { petition, accusation, answered }: Awaited<ReturnType<typeof district>>,
) {
  await page.goto('/track')
  await look(page, 'track')
  await enter(page, { number: petition.number, code: 'AAAAAAAAAA' })
  await page.locator('#error-summary').waitFor()
  await look(page, 'track-wrong')
  await enter(page, petition)
  await page.locator('.timeline').waitFor()
  await page.locator('summary').first().click()
  await look(page, 'tracked')
  await page.getByRole('link', { name: /回答询问|Reply/ }).click()
  await page.locator('[name=reply]').fill('元旦')
  await look(page, 'reply')
  await press(page, /^(提交|Send)$/)
  await page.locator('.notice-success').waitFor()
  await look(page, 'replied')
  await press(page, /离开|Leave/)
  await enter(page, accusation)
  await page.locator('.timeline').waitFor()
  await look(page, 'tracked-accusation')
  await press(page, /离开|Leave/)
  await enter(page, answered)
  await page.locator('.timeline').waitFor()
  await look(page, 'tracked-answered')
  await page.getByRole('link', { name: /^(评价|Rate)$/ }).click()
  await page.locator('[name=office]').first().waitFor()
  await press(page, /^(提交|Send)$/)
  await page.locator('#error-summary').waitFor()
  await look(page, 'rate-wrong')
  for (const path of ['privacy', 'accessibility', 'published', 'receipts/NONE']) {
    await page.goto(`/${path}`)
    await look(page, path.replace('/', '-'))
  }
}

const ways: { lang: 'zh' | 'en'; scripts: Scripts }[] = [
  { lang: 'zh', scripts: 'on' },
  { lang: 'en', scripts: 'on' },
  { lang: 'zh', scripts: 'off' },
  { lang: 'en', scripts: 'blocked' },
]

test.each(ways)(
  'a citizen files, follows and answers, in $lang with scripts $scripts',
  async ({ lang, scripts }) => {
    const place = await district()
    const page = await visit(browser(), { site: place.site, lang, scripts })
    const wrong: string[] = []
    page.on('console', message => {
      const isExpected = /status of 4|ERR_FAILED/.test(message.text())
      // axe writes inline styles, which the site's policy refuses; the round without scripts is without axe
      const isAxe = scripts !== 'off' && /inline style/.test(message.text())
      if (message.type() === 'error' && !isExpected && !isAxe) wrong.push(message.text())
    })
    const look = lookAt(`${lang}-${scripts}`, scripts, wrong)
    await fileAnAccusation(page, look)
    await follow(page, look, place)
    await page.context().close()
    await place.close()
  },
  180_000,
)
