import { expect, test } from 'vitest'
import { seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../support/browser.ts'
import { onBoth } from '../support/db.ts'
import { at } from '../support/road.ts'
import { sessionFor } from '../support/sign_in.ts'
import { inOtherLanguage } from '../stories/verbs.ts'
import { richCase } from './rich_case.ts'

const browser = useBrowser()

/** Who looks at what. */
const looks: readonly [who: CastName, path: string][] = [
  ['liming', ''],
  ['chenjing', ''],
  ['wugang', ''],
  ['lincheng', ''],
  ['chenjing', '/acts/correct'],
  ['chenjing', '/acts/putInCharge'],
  ['chenjing', '/acts/reclassify'],
  ['liming', '/acts/renewCode'],
  ['liming', '/acts/recordContact'],
]

onBoth('pages of a case with many acts and parts', (open, database) => {
  const lang = database === 'sqlite' ? 'zh' : 'en'
  test(`hold nothing against anybody, in ${lang}, on a phone and on a desk`, { timeout: 120_000 }, async () => {
    const store = await open()
    await seatCast(store)
    const { number } = await richCase(store)
    const site = await serveSite(store, { now: at('2026-01-20') })
    const found: unknown[] = []
    for (const [who, path] of looks) {
      const page = await visit(browser(), { site, lang })
      await page.context().addCookies([{ name: 'session', value: await sessionFor(store, who), url: site.origin }])
      await page.goto(`/cases/${number}${path}`)
      const name = `${who}${path.replaceAll('/', '-')}-${lang}`
      await screens(page, name)
      const wrong = [await axe(page), await noSideways(page), await inOtherLanguage(page, lang)].flat()
      await page.setViewportSize({ width: 360, height: 800 })
      await screens(page, `${name}-360`)
      if (wrong.length > 0) found.push({ name, wrong })
      await page.context().close()
    }
    await site.close()
    expect(found).toEqual([])
  })
})
