import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { seatCast } from '../support/cast.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../support/browser.ts'
import { onBoth } from '../support/db.ts'
import { at, file, toHandling } from '../support/road.ts'
import { sessionFor } from '../support/sign_in.ts'
import { inOtherLanguage } from '../stories/verbs.ts'

const browser = useBrowser()

// prettier-ignore
const tellings = {
  sqlite: { lang: 'zh', scripts: 'on', left: '已办理：自行回避', once: '请把查询码当面交给信访人', shown: '查询码已经显示过' },
  postgres: { lang: 'en', scripts: 'off', left: 'Done: Recuse oneself', once: 'Hand the code to the petitioner in person', shown: 'The code was shown already' },
} as const

onBoth('what comes after an act', (open, database) => {
  const { lang, scripts, left, once, shown } = tellings[database]
  test(
    `is the queue, a code, or the tracking page, in ${lang} with scripts ${scripts}`,
    { timeout: 90_000 },
    async () => {
      const store = await open()
      await seatCast(store)
      const petition = await file(store)
      await toHandling(petition)
      const site = await serveSite(store, { now: at('2026-01-12') })
      const found: unknown[] = []
      const look = async (page: Page, name: string) => {
        await screens(page, `${name}-${lang}`)
        const held = scripts === 'on' ? await axe(page) : []
        const wrong = [...held, ...(await noSideways(page)), ...(await inOtherLanguage(page, lang))]
        if (wrong.length > 0) found.push({ name, wrong })
      }
      const as = async (who: string) => {
        const page = await visit(browser(), { site, lang, scripts })
        await page.context().addCookies([{ name: 'session', value: await sessionFor(store, who), url: site.origin }])
        return page
      }
      const clerk = await as('liming')
      await clerk.goto(`/cases/${petition.number}/acts/renewCode`)
      await clerk.locator('[value=card]').check()
      await clerk.locator('[name=idNumber]').fill('11010519491231002X')
      await clerk.locator('main form button').last().click()
      await clerk.getByText(once).first().waitFor()
      await look(clerk, 'code')
      const code = (await clerk.locator('.receipt .code').nth(1).innerText()).replace(' ', '')
      expect(clerk.url()).not.toContain(code)
      await clerk.reload()
      await clerk.getByText(shown).first().waitFor()
      await look(clerk, 'code-again')

      const handler = await as('zhaoqiang')
      await handler.goto(`/cases/${petition.number}/acts/recuse`)
      await handler.locator('[name=reason]').fill('近亲属')
      await look(handler, 'recuse')
      await handler.locator('main form button').last().click()
      await handler.getByText(left).first().waitFor()
      expect(new URL(handler.url()).pathname).toBe('/queues')
      await look(handler, 'left')

      const petitioner = await visit(browser(), { site, lang, scripts })
      await petitioner.goto('/track')
      await petitioner.locator('[name=number]').fill(petition.number)
      await petitioner.locator('[name=code]').fill(code)
      await petitioner.locator('main form button').first().click()
      await petitioner.locator('a[href="/track/acts/addMaterial"]').waitFor()
      await petitioner.locator('main details summary').last().click()
      await look(petitioner, 'tracked')
      for (const act of ['requestRecusal', 'authoriseAgent', 'changeContact']) {
        await petitioner.goto(`/track/acts/${act}`)
        await look(petitioner, act)
      }
      await site.close()
      expect(found).toEqual([])
    },
  )
})
