import { expect, test } from 'vitest'
import { sweep } from '../../src/tasks/sweep.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { served, toAnswered, toHandling } from '../support/road.ts'
import { does, filed, isOffered, openCase, says, stage, tellings, whyBarred } from './stage.ts'
import { choose, fill, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('a supervised petition in the browser', (open, database) => {
  test.for(tellings[database])(
    'urged, supervised and led until all is answered, and only then closed (arts. 39, 40): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-03-20')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await toHandling(petition)
      await sweep(store, '2026-03-20T01:00:00.000Z')

      await as('liming', async at => {
        await openCase(at, number)
        await says(at, words(at, '逾期', 'Overdue by 9 days'))
        await does(at, number, 'urge', () => fill(at, words(at, '催办内容', 'What is urged'), '请尽快答复信访人。'))
        await does(at, number, 'supervise', async () => {
          await choose(
            at,
            words(at, '督办事由', 'Why it is supervised'),
            words(at, '无正当理由未按期办结', 'Not closed in time without good reason'),
          )
          await fill(at, words(at, '督办要求', 'What is demanded'), '查明原因，立即答复。')
        })
        await says(at, words(at, '无正当理由未按期办结', 'Not closed in time without good reason'))
        await says(at, words(at, '待答复', 'Asked'))
      })

      on('2026-03-23')
      await as('zhaoqiang', async at => {
        await openCase(at, number)
        await says(at, '查明原因，立即答复。')
        await does(at, number, 'answerSupervision', () => answer(at, '正在办理。'))
      })
      on('2026-03-24')
      await as('liming', at =>
        does(at, number, 'returnSupervisionAnswer', () =>
          fill(at, words(at, '理由', 'Reasons'), '没有说明原因和时间。'),
        ),
      )

      await as('lincheng', async at => {
        await does(at, number, 'putInCharge')
        await does(at, number, 'instruct', async () => {
          await fill(at, words(at, '批示内容', 'Instruction'), '一周内到现场解决。')
          await fill(at, words(at, '报告期限', 'Report by'), '2026-03-31')
        })
        await says(at, '林成', '一周内到现场解决。')
      })

      await toAnswered(petition, '2026-03-25')
      await petition.does('serve', cast.zhaoqiang, '2026-03-26', served)
      await petition.does('agree', petition.petitioner, '2026-03-27')
      on('2026-03-27')
      await as('liming', async at => {
        await openCase(at, number)
        expect(await isOffered(at, number, 'close')).toBe(false)
        expect(await missing(at)).toContain(stillOpen(at))
        expect(await whyBarred(at, 'close')).toContain(stillOpen(at))
      })

      await as('zhaoqiang', async at => {
        await does(at, number, 'answerSupervision', () => answer(at, '交接耽误，已经答复并送达。'))
        await does(at, number, 'reportInstruction', () =>
          fill(at, words(at, '办结报告', 'Closing report'), '防水层已经重做。'),
        )
      })
      on('2026-03-30')
      await as('lincheng', async at => {
        await openCase(at, number)
        await says(at, '防水层已经重做。')
        await does(at, number, 'endInstruction')
        await does(at, number, 'endCharge', () => fill(at, words(at, '理由', 'Reasons'), '问题已经解决。'))
      })
      await as('liming', async at => {
        await openCase(at, number)
        expect(await missing(at), 'the supervision is not lifted yet').toContain(stillOpen(at))
        await does(at, number, 'liftSupervision')
        expect(await missing(at)).toBe('')
        await does(at, number, 'close')
        await says(at, words(at, '已办结', 'Closed'))
      })
      await close()
    },
  )
})

const answer = (at: At, text: string) => fill(at, words(at, '书面答复', 'Written answer'), text)

const stillOpen = (at: At) =>
  words(at, '交办、督办、改进建议或者领导批示没有了结', 'a supervision, a proposal or an instruction is still open')

/** What the task list of closing says is missing. */
async function missing({ page, lang }: At): Promise<string> {
  const lines = page.locator('section[aria-labelledby="closing"] li', {
    hasText: words({ lang }, '还缺', 'Missing'),
  })
  return (await lines.allInnerTexts()).join('\n')
}
