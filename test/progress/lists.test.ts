import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { inTransaction } from '../../src/cases/perform.ts'
import type { Opener } from '../support/db.ts'
import { onBoth } from '../support/db.ts'
import { promised, solved } from '../support/motions.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { signIn } from '../support/sign_in.ts'
import { at } from '../support/road.ts'
import { answered, congress, given, play, playIn } from './batch.ts'

const batch = `/progress/${congress}`

onBoth('the pages of a batch', open => {
  test('are for who reads the district’s figures and for the office; others find nothing', async () => {
    const { get } = await district(open)
    for (const name of ['lichen', 'wumin', 'liming', 'chenjing', 'lincheng', 'dingdu', 'tangtong']) {
      expect((await get(name, batch)).status, name).toBe(200)
      expect(await (await get(name, '/progress')).text(), name).toContain(batch)
    }
    for (const name of ['xuping', 'luqing']) {
      expect((await get(name, batch)).status, name).toBe(404)
      const all = await (await get(name, '/progress')).text()
      expect(all).toContain('/progress/cppcc-13-5')
      expect(all).not.toContain(batch)
    }
    for (const name of ['zhaoqiang', 'sunli', 'daihong', 'duanfei', 'weiyuan', 'mawei']) {
      for (const path of ['/progress', batch, `${batch}/answered`, `${batch}/remaining`])
        expect((await get(name, path)).status, `${name} ${path}`).toBe(404)
    }
    const nav = 'href="/progress"'
    expect(await (await get('lichen', '/queues')).text()).toContain(nav)
    expect(await (await get('zhaoqiang', '/queues')).text()).not.toContain(nav)
  })

  test('lead to their lists only where the reader may see every matter in them', async () => {
    const { get } = await district(open)
    const seen = await (await get('lichen', `${batch}?asOf=2026-02-20`)).text()
    expect(seen).toContain(`${batch}/answered?asOf=2026-02-20`)
    expect(seen).toContain(`${batch}/answered?which=missing&amp;asOf=2026-02-20`)
    expect(seen).toContain(`${batch}/remaining?asOf=2026-02-20`)
    for (const name of ['tangtong', 'liming']) {
      const text = await (await get(name, batch)).text()
      expect(text, name).toContain('2 / 3 · 66.67%')
      expect(text, name).not.toContain(`${batch}/`)
      expect((await get(name, `${batch}/answered`)).status).toBe(404)
      expect((await get(name, `${batch}/remaining`)).status).toBe(404)
    }
  })

  test('list as many matters as the figure says, with the state they had then', async () => {
    const { get } = await district(open)
    expect(numbersIn(await (await get('lichen', `${batch}/answered?asOf=2026-03-01`)).text())).toHaveLength(2)
    expect(numbersIn(await (await get('lichen', `${batch}/answered?asOf=2026-02-01`)).text())).toHaveLength(0)
    const missing = await (await get('lichen', `${batch}/answered?which=missing&asOf=2026-02-01`)).text()
    expect(numbersIn(missing)).toHaveLength(3)
    expect(missing).toContain('18-5-001')
    expect(missing).toContain('办理中')
    expect(missing).not.toContain('已答复')
  })

  test('say so where the day is none or has not come, and know no other measure', async () => {
    const { get } = await district(open)
    for (const day of ['soon', '2026-13-01', '2026-06-01']) {
      const answer = await get('lichen', `${batch}?asOf=${day}`)
      expect(answer.status, day).toBe(422)
      expect(await answer.text(), day).toContain('请填写今天或者以前的日期')
      expect((await get('lichen', `${batch}/answered?asOf=${day}`)).status).toBe(404)
    }
    expect((await get('lichen', `${batch}/nothing`)).status).toBe(404)
    expect((await get('lichen', `${batch}/toString`)).status).toBe(404)
    expect((await get('lichen', `${batch}/silent?which=missing`)).status).toBe(404)
    expect((await get('lichen', '/progress/congress-18-4')).status).toBe(404)
  })

  test('turn their lists and boards by key, fifty a page', async () => {
    const { store, get } = await district(open)
    await inTransaction(store, async trx => {
      for (let i = 0; i < 50; i++) await playIn(store, trx, given('2026-01-20'))
    })
    for (const path of ['filed', 'remaining']) {
      const first = await (await get('lichen', `${batch}/${path}?asOf=2026-03-01`)).text()
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const second = await (await get('lichen', next)).text()
      const all = [...numbersIn(first), ...numbersIn(second)]
      expect(numbersIn(first), path).toHaveLength(50)
      expect(new Set(all).size, path).toBe(53)
      expect(second).not.toContain('rel="next"')
    }
  }, 60_000)
})

const numbersIn = (html: string) => [...html.matchAll(/href="\/cases\/([^"]+)"/g)].map(([, number]) => number)

/** Three handed over, of which one is answered as solved and one with a promise. */
async function district(open: Opener) {
  const store = await open()
  await seatMotions(store)
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', solved)])
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised)])
  await play(store, given('2026-01-20'))
  const app = createApp({ store, now: () => at('2026-05-01') })
  const get = async (name: string, path: string) =>
    app.request(path, { headers: { Cookie: await signIn(app, store, name) } })
  return { store, get }
}
