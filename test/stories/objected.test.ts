import { expect, test } from 'vitest'
import { urls } from '../../src/http/urls.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { draft } from '../support/road.ts'
import { isAbsentFrom, rowIn } from './queue.ts'
import { does, filed, isOffered, openCase, says, stage, tellings, track } from './stage.ts'
import { choose, fill, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()
const registration = { kind: 'appeal', route: '6' }

onBoth('an objection in the browser', (open, database) => {
  test.for(tellings[database])(
    'raised within five working days with reasons, agreed to, sent elsewhere, answered and served (art. 23): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-01-06')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await petition.does('register', cast.liming, '2026-01-06', registration)
      await as('liming', at => does(at, number, 'transfer', () => sendTo(at, '望江区公安分局', 'Police Bureau')))

      on('2026-01-08')
      await as('zhoujie', async at => {
        expect(await rowIn(at, 'mine', number)).toContain(words(at, '签收', 'Receive'))
        await does(at, number, 'receive')
        await endsOn(at, '2026-01-15')
      })
      on('2026-01-15')
      await as('zhoujie', async at => {
        await does(at, number, 'object', () => giveReason(at, '物业维修不属于公安机关职权。'))
        await says(at, words(at, '异议待核', 'Objected'), '物业维修不属于公安机关职权。')
      })

      on('2026-01-16')
      await as('liming', async at => {
        expect(await rowIn(at, 'mine', number)).toContain(words(at, '异议待核', 'Objected'))
        await does(at, number, 'agreeReturn', () => giveReason(at, '核实同意，改送住建局。'))
        await does(at, number, 'transfer', () => sendTo(at, '望江区住房和城乡建设局', 'Housing Bureau'))
      })
      await as('zhoujie', async at => {
        expect(await isAbsentFrom(at, 'unit', number)).toBe(true)
        await openCase(at, number)
        expect(await isOffered(at, number, 'object')).toBe(false)
      })

      await petition.does('receive', cast.zhaoqiang, '2026-01-19')
      await petition.does('accept', cast.zhaoqiang, '2026-01-20')
      await petition.does('draft', cast.zhaoqiang, '2026-02-02', draft)
      on('2026-02-03')
      await as('sunli', at => does(at, number, 'answer'))
      on('2026-02-04')
      await as('zhaoqiang', at => does(at, number, 'serve', () => onPaper(at)))
      await as('wangfang', async at => {
        await track(at, petition)
        await says(at, words(at, '已送达', 'Served'), draft.opinion, words(at, '住房和城乡建设局', 'Housing Bureau'))
      })
      await close()
    },
  )

  test.for(tellings[database])(
    'checked and not agreed to: the organ goes on, and a second one is neither offered nor taken (art. 23): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, close } = await stage(open, browser(), telling, '2026-01-08')
      const petition = await filed(store, '2026-01-05')
      const { number } = petition
      await petition.does('register', cast.liming, '2026-01-06', registration)
      await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'police' })
      await petition.does('receive', cast.zhoujie, '2026-01-07')
      await petition.does('object', cast.zhoujie, '2026-01-07', { reason: '不属于本机关职权' })

      await as('liming', at => does(at, number, 'designate', () => giveReason(at, '经核实属于你单位职权。')))
      await as('zhoujie', async at => {
        await openCase(at, number)
        await says(at, words(at, '已签收', 'Received'), '经核实属于你单位职权。')
        expect(await isOffered(at, number, 'accept')).toBe(true)
        expect(await isOffered(at, number, 'object')).toBe(false)
        expect(await at.page.locator('main details dl').allTextContents()).toContainEqual(
          expect.stringContaining(onlyOnce(at)),
        )
        await at.page.goto(urls.act(number, 'object'))
        await says(at, onlyOnce(at), words(at, '第二十三条', 'art. 23'))
        await does(at, number, 'accept')
      })
      expect(await petition.attempt('object', cast.zhoujie, '2026-01-08', { reason: '还是不属于' })).toMatchObject({
        outcome: 'refused',
      })
      await close()
    },
  )
})

const onlyOnce = (at: At) => words(at, '不得再次异议', 'not again after the sender has upheld the transfer')

/** The window to object stands on the page with its last day. */
const endsOn = ({ page }: At, day: string) =>
  page.locator(`.deadline-line strong time[datetime="${day}"]`).first().waitFor()

const sendTo = (at: At, zh: string, en: string) => choose(at, words(at, '承办单位', 'Organ'), words(at, zh, en))
const giveReason = (at: At, reason: string) => fill(at, words(at, '理由', 'Reasons'), reason)

async function onPaper(at: At) {
  await choose(at, words(at, '当面送达', 'In person'))
  await choose(at, words(at, '签收', 'Signed for'))
}
