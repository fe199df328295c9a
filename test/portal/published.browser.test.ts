import { expect, test } from 'vitest'
import { openStore } from '../../src/db/open.ts'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../support/browser.ts'
import { newPlace } from '../support/db.ts'
import { answeredBy, draftMotion, handedOver, promised, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'

const browser = useBrowser()
const long = '一、已经完成现场查勘。'.repeat(60)

test.each([
  { lang: 'zh', scripts: 'on' },
  { lang: 'en', scripts: 'on' },
  { lang: 'zh', scripts: 'off' },
] as const)(
  'anyone reads what is published, on a phone too: $lang, scripts $scripts',
  async ({ lang, scripts }) => {
    const place = await newPlace('sqlite')
    const store = await openStore(place)
    await seatMotions(store)
    for (const answer of [solved, promised]) {
      const motion = await draftMotion(store)
      await handedOver(motion)
      await answeredBy(motion, '2026-02-10', answer)
      await motion.does('publish', signers.lichen, '2026-02-11', {
        publishedTitle: `关于石桥片区老旧小区加装电梯的建议${answer.class}`,
        publishedText: `区住建局：\n${long}`,
      })
    }
    const site = await serveSite(store, { now: at('2027-02-20') })
    const page = await visit(browser(), { site, scripts, lang })
    const look = async (name: string) => {
      expect(await noSideways(page), name).toEqual([])
      await screens(page, `${name}-${lang}-${scripts}`)
      if (scripts === 'on') expect(await axe(page), name).toEqual([])
    }
    await page.goto('/')
    await page.getByRole('link', { name: /^(公开的答复|Published answers)$/ }).click()
    await page.getByRole('link', { name: /建议B/ }).waitFor()
    await look('published')
    await page.locator('select[name=session]').selectOption('congress-18-5')
    await page.getByRole('button', { name: /^(查看|Show)$/ }).click()
    await page.waitForURL(/session=congress-18-5/)
    await page.getByRole('link', { name: /建议A/ }).click()
    await page.getByRole('heading', { level: 1, name: /建议A/ }).waitFor()
    await look('published-answer')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.locator('.back-link').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.back-link').click()
    await page.getByRole('link', { name: /^(政协提案|CPPCC proposal)$/ }).click()
    await page.waitForURL(/kind=cppcc-proposal/)
    await page.getByText(/没有公开的答复|No published answers/).waitFor()
    await look('published-none')
    await site.close()
    await store.close()
    await place.remove()
  },
  120_000,
)
