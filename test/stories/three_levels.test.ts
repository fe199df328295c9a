import { expect, test } from 'vitest'
import { urls } from '../../src/http/urls.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { draft, served, toAnswered, toHandling } from '../support/road.ts'
import {
  asks,
  does,
  filed,
  follow,
  isOffered,
  openCase,
  says,
  stage,
  tellings,
  titleOf,
  track,
  whyBarred,
} from './stage.ts'
import { choose, fill, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('three levels in the browser', (open, database) => {
  test.for(tellings[database])(
    'reviewed, re-reviewed, concluded and cared for, and declined when brought again (arts. 35–37): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-02-01')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await toHandling(petition)
      await toAnswered(petition, '2026-02-01')
      await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)

      on('2026-02-10')
      await as('wangfang', async at => {
        await track(at, petition)
        await asks(at, 'requestReview', () => giveReason(at, '现场没有人来看过。'))
        await says(
          at,
          words(at, '复查中', 'Under review'),
          words(at, '望江区人民政府', 'Wangjiang District Government'),
        )
      })
      on('2026-02-20')
      await as('hemei', async at => {
        await does(at, number, 'reviewUphold', () => giveReason(at, '事实清楚，予以维持。'))
        await does(at, number, 'serveReview', () => onPaper(at))
      })

      on('2026-03-01')
      await as('wangfang', async at => {
        await track(at, petition)
        await says(at, '事实清楚，予以维持。')
        await asks(at, 'requestReReview', () => giveReason(at, '复查也没有到现场。'))
      })
      on('2026-03-20')
      await as('citychen', async at => {
        await does(at, number, 'reReviewUphold', () => giveReason(at, '三级意见一致，予以维持。'))
        await does(at, number, 'serveReReview', () => onPaper(at))
      })

      on('2026-03-25')
      await as('liming', async at => {
        await openCase(at, number)
        expect(await isOffered(at, number, 'close'), 'what was re-reviewed is concluded, not closed').toBe(false)
        await does(at, number, 'conclude')
        await does(at, number, 'care', async () => {
          await choose(at, words(at, '帮扶救助', 'Help and relief'))
          await fill(at, words(at, '情况', 'What was done'), '协助申请了临时救助。')
        })
        await says(at, words(at, '已终结', 'Concluded'), '协助申请了临时救助。')
      })

      const again = await filed(store, '2026-04-10')
      await again.does('register', cast.liming, '2026-04-11', { kind: 'appeal', route: '6' })
      on('2026-04-12')
      await as('liming', async at => {
        await refusedWith(at, again.number, again.number, words(at, '这是本件自己的编号', 'This is the case itself'))
        await does(at, again.number, 'declineAgain', () => decline(at, number))
        await says(at, words(at, '不再受理', 'Declined again'), number)
      })
      await as('wangfang', async at => {
        await track(at, again)
        await says(at, words(at, '不再受理', 'Declined again'), '三级终结，没有新的事实和理由。')
        await says(at, words(at, '《信访工作条例》第三十六条', 'Regulations on Petition Work, art. 36'))
      })
      await close()
    },
  )

  test.for(tellings[database])(
    'revoked on review, and the same conclusion not signed again (art. 35): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-02-20')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await toHandling(petition)
      await toAnswered(petition, '2026-02-01')
      await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
      await petition.does('requestReview', petition.petitioner, '2026-02-10', { reason: '不服' })

      await as('hemei', at =>
        does(at, number, 'reviewRevoke', () => giveReason(at, '主要事实没有查清，责令重新办理。')),
      )
      await as('wangfang', async at => {
        await track(at, petition)
        await says(at, words(at, '办理中', 'In handling'), '主要事实没有查清，责令重新办理。')
      })

      on('2026-03-10')
      await as('zhaoqiang', at => does(at, number, 'draft', () => redraft(at, '予以支持', 'Supported')))
      await as('sunli', async at => {
        await openCase(at, number)
        expect(await isOffered(at, number, 'answer')).toBe(false)
        expect(await whyBarred(at, 'answer')).toContain(tooAlike(at))
        await at.page.goto(urls.act(number, 'answer'))
        await says(at, tooAlike(at), words(at, '第三十五条', 'art. 35'))
        await does(at, number, 'sendBack', () => giveReason(at, '结论与被撤销的相同。'))
      })

      on('2026-03-12')
      await as('zhaoqiang', at => does(at, number, 'draft', () => redraft(at, '解释说明', 'Explained')))
      await as('sunli', async at => {
        await does(at, number, 'answer')
        await says(at, words(at, '已答复', 'Answered'))
      })
      await close()
    },
  )
})

const tooAlike = (at: At) =>
  words(at, '没有新的事实，不得作出相同的结论', 'without new facts the same conclusion may not be given again')

const giveReason = (at: At, reason: string) => fill(at, words(at, '理由', 'Reasons'), reason)

async function onPaper(at: At) {
  await choose(at, words(at, '当面送达', 'In person'))
  await choose(at, words(at, '签收', 'Signed for'))
}

async function decline(at: At, earlier: string) {
  await fill(at, words(at, '已经复核的信访事项编号', 'Number of the petition that was re-reviewed'), earlier)
  await fill(at, words(at, '不再受理的理由', 'Why it is not accepted again'), '三级终结，没有新的事实和理由。')
}

/** The form comes back with what is wrong beside its field. */
async function refusedWith(at: At, number: string, earlier: string, problem: string) {
  await openCase(at, number)
  await follow(at, urls.act(number, 'declineAgain'))
  await decline(at, earlier)
  await at.page
    .locator('main')
    .getByRole('button', { name: titleOf(at, 'declineAgain') })
    .click()
  await at.page.locator('.field-wrong .field-error', { hasText: problem }).waitFor()
}

async function redraft(at: At, zh: string, en: string) {
  await fill(at, words(at, '查明的事实', 'Facts found'), draft.facts)
  await fill(at, words(at, '法律法规依据', 'Legal basis'), draft.basis)
  await fill(at, words(at, '处理意见', 'Opinion'), draft.opinion)
  await choose(at, '督促维修', words(at, zh, en))
}
