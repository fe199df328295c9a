import { expect, test } from 'vitest'
import { openStore } from '../../../src/db/open.ts'
import { Layout } from '../../../views/layout.tsx'
import { OverviewPage } from '../../../views/overview/overview.tsx'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../../support/browser.ts'
import { newPlace } from '../../support/db.ts'
import { read, say } from '../parts/say.tsx'
import { busy } from './overview_props.ts'

test('says whose move it is once, and no more than 999', () => {
  const page = read(<OverviewPage {...busy} />)
  expect(page).toContain('本月应结未办复 958 件，另有以前月份逾期未办复 999+ 件')
  expect(page.match(/会办单位经办人/g)).toBeNull()
  expect(page).toContain('会办单位江州市自然资源局望江分局尚未提出会办意见 · 已 60 天')
  for (const tag of ['会办已逾期 17 天', '答复还有 21 天']) expect(page).toContain(tag)
  expect(page).toContain('本届次：代表建议 111/115 96.16%')
  expect(page).toContain('望江区住房和城乡建设局 20，其他 20')
  expect(page).toContain('5月9日（周六） 上班')
})

test('says plainly that a page has figures only, nothing restated, nobody to be ranked', () => {
  const bare = { ...busy, remaining: null, lapsing: null, sessions: [], restated: [], trend: undefined }
  const page = read(<OverviewPage {...bare} ranking={{ ...busy.ranking, groups: [] }} />)
  for (const words of ['这里只有数字', '定稿后有变动：没有', '样本少，不排名']) expect(page).toContain(words)
  expect(read(<OverviewPage {...bare} restated={undefined} />, 'en')).toContain('Changed since closing: see the list')
})

const browser = useBrowser()

test('fills one screen and one sheet of paper, in both languages, and stacks on a phone', async () => {
  const { remove, ...place } = await newPlace('sqlite')
  const store = await openStore(place)
  const site = await serveSite(store, { now: '2026-04-29T02:00:00.000Z' })
  for (const lang of ['zh', 'en'] as const) {
    const page = await visit(browser(), { site, lang })
    const policy = (await page.goto('/'))?.headers()['content-security-policy'] ?? ''
    await page.route('**/an-overview', route =>
      route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body: pageOf(lang) }),
    )
    await page.goto('/an-overview')
    await screens(page, `overview-${lang}`)
    const { bottom } = await page.evaluate<{ bottom: number }>(
      `document.querySelector('.overview').getBoundingClientRect().toJSON()`,
    )
    expect(bottom, lang).toBeLessThanOrEqual(900)
    expect(sheetsIn(await page.pdf({ format: 'A4' })), lang).toBe(1)
    expect(await axe(page)).toEqual([])
    expect(await noSideways(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    await screens(page, `overview-${lang}-360`)
    await page.context().close()
  }
  await site.close()
  await store.close()
  await remove()
})

const sheetsIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

const pageOf = (lang: 'zh' | 'en') =>
  say(
    <Layout
      lang={lang}
      title="总览"
      path="/overview"
      district="望江区人民政府"
      person={{ name: '林成' }}
      wide
      nav={nav}
    >
      <OverviewPage {...busy} />
    </Layout>,
    lang,
  )

const nav = [{ href: '/overview', text: { zh: '总览', en: 'Overview' }, current: true }]
