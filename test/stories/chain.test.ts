import { expect, test } from 'vitest'
import { selfAndAbove } from '../../src/accounts/organs.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { draft, file, filing, served } from '../support/road.ts'
import { isAbsentFrom, rowIn } from './queue.ts'
import { does, isOffered, openCase, says, fewTellings, stage } from './stage.ts'
import { choose, fill, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('a chain of hand-overs in the browser', (open, database) => {
  test.for(fewTellings[database])(
    'handed down from the city to the station, reported up hop by hop, each by its own day, and closed (arts. 22, 23): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, on, close } = await stage(open, browser(), telling, '2026-01-06')
      const petition = await file(store, '2026-01-05', filing, cast.citychen)
      const { number } = petition
      await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })

      await as('citychen', at => does(at, number, 'handDown', () => downTo(at, '2026-04-10')))
      on('2026-01-07')
      await as('liming', async at => {
        expect(await rowIn(at, 'mine', number)).toContain(words(at, '接收交办', 'Take on'))
        await does(at, number, 'receiveDown')
        await does(at, number, 'handOver', () => overTo(at, '2026-03-31'))
        expect(await rowIn(at, 'parts', number)).toContain(words(at, '2026年4月10日', '10 April 2026'))
      })
      on('2026-01-08')
      await as('zhaoqiang', async at => {
        await does(at, number, 'receive')
        await does(at, number, 'passDown', () => stationBy(at, '2026-03-20'))
        expect(await rowIn(at, 'parts', number)).toContain(words(at, '2026年3月31日', '31 March 2026'))
      })
      on('2026-01-09')
      await as('wugang', async at => {
        await does(at, number, 'receive')
        await does(at, number, 'accept')
        expect(await isOffered(at, number, 'report'), 'nothing is reported before it is answered').toBe(false)
      })
      await petition.does('draft', cast.wugang, '2026-02-02', draft)
      await petition.does('answer', stationHead, '2026-02-03')
      await petition.does('serve', cast.wugang, '2026-02-04', served)

      on('2026-03-19')
      await as('wugang', async at => {
        expect(await rowIn(at, 'soon', number)).toContain(words(at, '2026年3月20日', '20 March 2026'))
        await reportOn(at, number, '已经维修。')
      })
      await as('zhaoqiang', async at => {
        expect(await rowIn(at, 'judged', number)).toContain(words(at, '认可办结报告', 'Accept the report'))
        await does(at, number, 'rejectReport', () => backUntil(at, '2026-03-25'))
        expect(await isAbsentFrom(at, 'judged', number)).toBe(true)
      })
      on('2026-03-24')
      await as('wugang', async at => {
        expect(await rowIn(at, 'parts', number)).toContain(words(at, '2026年3月25日', '25 March 2026'))
        await reportOn(at, number, '已经维修，附验收单。')
      })
      await as('zhaoqiang', async at => {
        await does(at, number, 'acceptReport')
        await reportOn(at, number, '房屋征收站已经维修。')
      })
      await as('liming', async at => {
        expect(await isOffered(at, number, 'close')).toBe(false)
        await does(at, number, 'acceptReport')
        await reportOn(at, number, '住建局报告办结。')
      })
      await as('citychen', async at => {
        expect(await rowIn(at, 'judged', number)).toContain(
          words(at, '望江区信访局', 'Wangjiang District Petition Office'),
        )
        await does(at, number, 'acceptReport')
        await seesTheChain(at)
      })

      await petition.does('agree', petition.petitioner, '2026-03-24')
      await as('liming', async at => {
        await does(at, number, 'close')
        await says(at, words(at, '已办结', 'Closed'))
      })
      await as('citychen', async at => {
        await openCase(at, number)
        await says(at, words(at, '已办结', 'Closed'), '住建局报告办结。')
      })
      await close()
    },
  )
})

const path = '/city-petition-office/district/housing/housing-station/'
const stationHead: Actor = {
  ...{ id: 'qiangang', name: '钱钢', organ: 'housing-station', roles: ['director'], organs: selfAndAbove({ path }) },
}

async function downTo(at: At, day: string) {
  const office = words(at, '望江区信访局', 'Wangjiang District Petition Office')
  await choose(at, words(at, '下级信访部门', 'Petition office'), office)
  await reportBy(at, day)
}

async function overTo(at: At, day: string) {
  await choose(at, words(at, '承办单位', 'Organ'), words(at, '望江区住房和城乡建设局', 'Housing Bureau'))
  await reportBy(at, day)
}

async function stationBy(at: At, day: string) {
  await choose(at, words(at, '下级机关', 'Organ below'), words(at, '望江区房屋征收站', 'Housing Levy Station'))
  await reportBy(at, day)
}

async function backUntil(at: At, day: string) {
  await fill(at, words(at, '理由', 'Reasons'), '没有验收材料。')
  await reportBy(at, day)
}

const reportBy = (at: At, day: string) => fill(at, words(at, '报告期限', 'Report by'), day)

const reportOn = (at: At, number: string, result: string) =>
  does(at, number, 'report', () => fill(at, words(at, '办结报告', 'Closing report'), result))

/** Hop by hop, from whom to whom and by when. */
async function seesTheChain(at: At) {
  const rows = await at.page.locator('#parts-chain tbody tr, table:has(#parts-chain-caption) tbody tr').allInnerTexts()
  expect(rows.map(row => row.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(
      at.lang === 'zh'
        ? /江州市信访局 → 望江区信访局.*2026年4月10日/
        : /Jiangzhou City Petition Office → Wangjiang District Petition Office.*10 April 2026/,
    ),
    expect.stringMatching(
      at.lang === 'zh'
        ? /望江区信访局 → 望江区住房和城乡建设局.*2026年3月31日/
        : /Wangjiang District Petition Office → Housing Bureau.*31 March 2026/,
    ),
    expect.stringMatching(
      at.lang === 'zh'
        ? /望江区住房和城乡建设局 → 望江区房屋征收站.*2026年3月25日/
        : /Housing Bureau → Housing Levy Station.*25 March 2026/,
    ),
  ])
}
