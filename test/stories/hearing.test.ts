import { expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { served, toAnswered, toHandling } from '../support/road.ts'
import { does, filed, isOffered, openCase, says, fewTellings, stage, track } from './stage.ts'
import { choose, fill, lookOver, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('mediation and hearings in the browser', (open, database) => {
  test.for(fewTellings[database])(
    'one mediation fails and handling goes on, another is settled by an agreement (art. 33): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-01-12')
      const [failing, settling] = [await filed(store, '2026-01-05'), await filed(store, '2026-01-06')]
      await toHandling(failing)
      await toHandling(settling)

      await as('zhaoqiang', async at => {
        for (const { number } of [failing, settling])
          await does(at, number, 'mediate', () => choose(at, words(at, '调解', 'Mediation')))
        await says(at, words(at, '调解中', 'In mediation'))
        expect(await isOffered(at, settling.number, 'draft'), 'nothing is drafted while it is mediated').toBe(false)
      })
      on('2026-01-20')
      await as('zhaoqiang', async at => {
        await does(at, failing.number, 'endMediation', () => giveReason(at, '双方分歧较大。'))
        await says(at, words(at, '办理中', 'In handling'), '双方分歧较大。')
        expect(await isOffered(at, failing.number, 'draft')).toBe(true)
        await does(at, settling.number, 'reachAgreement', async () => {
          await choose(at, words(at, '调解协议书', 'Mediation agreement'))
          await fill(at, words(at, '签订日期', 'Signed on'), '2026-01-19')
          await fill(at, words(at, '协议内容', 'Terms'), '物业三十日内修好屋顶。')
        })
        await says(at, words(at, '办理中', 'In handling'), '物业三十日内修好屋顶。')
      })
      await as('wangfang', async at => {
        await track(at, settling)
        await says(at, '物业三十日内修好屋顶。')
      })
      await as('wangfang', async at => {
        await track(at, failing)
        expect(await at.page.locator('main').innerText()).not.toContain('物业三十日内修好屋顶。')
      })
      await close()
    },
  )

  test.for(fewTellings[database])(
    'a hearing while it is handled moves no date; one in the re-review moves its by the days it took (arts. 34, 36): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-01-20')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await toHandling(petition, '2026-01-10')

      await as('zhaoqiang', async at => {
        await does(at, number, 'openHearing', () => fill(at, ...heard(at)))
        await isDue(at, '2026-03-11')
      })
      on('2026-01-30')
      await as('zhaoqiang', async at => {
        expect(await isOffered(at, number, 'draft'), 'nothing is drafted before the hearing is closed').toBe(false)
        await does(at, number, 'closeHearing', () => fill(at, ...result(at)))
        await isDue(at, '2026-03-11')
      })

      await toAnswered(petition, '2026-02-02')
      await petition.does('serve', cast.zhaoqiang, '2026-02-03', served)
      await petition.does('requestReview', petition.petitioner, '2026-02-05', { reason: '不服' })
      await petition.does('reviewUphold', cast.hemei, '2026-02-10', { reason: '维持' })
      await petition.does('serveReview', cast.hemei, '2026-02-11', served)
      await petition.does('requestReReview', petition.petitioner, '2026-03-02', { reason: '仍不服' })

      on('2026-03-10')
      await as('citychen', async at => {
        await openCase(at, number)
        await isDue(at, '2026-04-01')
        await does(at, number, 'openHearing', () => fill(at, ...heard(at)))
        await says(at, words(at, '暂停计算', 'Standing still'))
      })
      on('2026-03-23')
      await as('citychen', async at => {
        await does(at, number, 'closeHearing', () => fill(at, ...result(at)))
        await isDue(at, '2026-04-14')
        await clock(at, '2026-04-14').locator('summary').first().click()
        await lookOver(at, 'how it was counted')
        await says(at, words(at, '13日不计入', '13 days do not count'))
      })
      await as('wangfang', async at => {
        await track(at, petition)
        await says(at, '应当维修屋顶。', words(at, '2026年4月14日', '14 April 2026'))
      })
      await close()
    },
  )
})

const heard = (at: At) =>
  [
    words(at, '听证事由、时间、地点和参加人', 'What is heard, when, where and by whom'),
    '漏水责任；二楼会议室；双方到场。',
  ] as const
const result = (at: At) => [words(at, '听证结论', 'Result of the hearing'), '应当维修屋顶。'] as const
const giveReason = (at: At, reason: string) => fill(at, words(at, '理由', 'Reasons'), reason)

/** The clock on the case's page that ends on this day. */
const clock = ({ page }: At, day: string) =>
  page.locator('.deadline', { has: page.locator(`.deadline-line strong time[datetime="${day}"]`) }).first()
const isDue = (at: At, day: string) => clock(at, day).waitFor()
