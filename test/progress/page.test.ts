import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { inTransaction } from '../../src/cases/perform.ts'
import { openStore } from '../../src/db/open.ts'
import { axe, noSideways, serveSite, useBrowser, visit } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { contacted, promised, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { signIn } from '../support/sign_in.ts'
import { at } from '../support/road.ts'
import { answered, congress, filed, given, play, playIn, rated, servedOn } from './batch.ts'

const browser = useBrowser()
const pictures = process.env['PICTURES']

test('reads well on a phone and a desk, in both languages and without scripts, with nothing for axe to hold against it', async () => {
  const { remove, ...place } = await newPlace('sqlite')
  const store = await openStore(place)
  await seatMotions(store)
  await inTransaction(store, async trx => {
    for (let i = 0; i < 4; i++) await playIn(store, trx, [...given('2026-01-20'), ...answered('2026-02-10', promised)])
  })
  await play(store, filed)
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', solved), servedOn('2026-02-11')])
  await play(store, [
    ...given('2026-01-20'),
    ...answered('2026-02-10', solved),
    servedOn('2026-02-11'),
    rated('2026-02-12'),
  ])
  await play(store, [
    ...given('2026-01-20', ['police']),
    ['receive', cast.zhaoqiang, '2026-01-21'],
    ['contact', cast.zhaoqiang, '2026-01-22', contacted],
  ])
  const site = await serveSite(store, { now: at('2026-05-10') })
  const cookie = await signIn(createApp({ store }), store, signers.lichen.id)
  for (const lang of ['zh', 'en'] as const) {
    for (const [name, path] of [
      ['batches', '/progress'],
      ['batch', `/progress/${congress}`],
      ['wrong', `/progress/${congress}?asOf=soon`],
      ['board', `/progress/${congress}/remaining?asOf=2026-04-10`],
      ['promises', `/progress/${congress}/promises`],
      ['cases', `/progress/${congress}/answered?which=missing`],
      ['bulletin', `/reports/suggestions-and-proposals?session=${congress}`],
    ] as const) {
      const page = await visit(browser(), { site, lang })
      const [key = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name: key, value, url: site.origin }])
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(name === 'wrong' ? 422 : 200)
      if (pictures) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${name}-${lang}-1280.png`, fullPage: true })
        await page.setViewportSize({ width: 360, height: 800 })
        await page.screenshot({ path: `${pictures}/${name}-${lang}-360.png`, fullPage: true })
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      expect(await axe(page), path).toEqual([])
      expect(await noSideways(page), path).toEqual([])
      await page.context().close()
    }
  }
  await site.close()
  await store.close()
  await remove()
}, 120_000)
