import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { givePassword, signIn } from '../support/sign_in.ts'

const secret = 'zhi qing bei fang 8'

/** The app with a clock to set, and a browser that keeps its cookie. */
async function opened(store: Store) {
  await seatCast(store)
  const clock = { now: '2026-03-02T01:00:00.000Z' }
  const app = createApp({ store, now: () => clock.now, trustProxy: true })
  const post = (path: string, body: Record<string, string>, cookie = '') =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { Origin: 'http://localhost', Cookie: cookie, 'X-Forwarded-For': '10.1.2.3' },
    })
  const get = (path: string, cookie = '') => app.request(path, { headers: { Cookie: cookie } })
  const enter = (login: string, password = secret, more = {}) => post('/login', { login, password, ...more })
  return { app, clock, post, get, enter }
}

const cookieOf = (answer: Response) => answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? ''

const doors = (store: Store) =>
  store.db.selectFrom('events').select(['act', 'payload']).where('stream', '=', 'security').orderBy('seq').execute()

onBoth('signing in', open => {
  test('the right password opens the queue; the event names the person and no address', async () => {
    const store = await open()
    const { enter, get } = await opened(store)
    await givePassword(store, 'liming', secret)
    const answer = await enter('liming')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/queues')
    const cookie = answer.headers.getSetCookie().at(-1) ?? ''
    expect(cookie).toMatch(/^session=\w+; .*HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(await (await get('/login', cookieOf(answer))).text()).toContain('李明')
    expect(await doors(store)).toEqual([{ act: 'signIn', payload: '{"person":"liming"}' }])
  })

  test('a wrong password, an unknown login and a closed account get one answer', async () => {
    const store = await open()
    const { enter } = await opened(store)
    await givePassword(store, 'liming', secret)
    await givePassword(store, 'sunli', secret)
    await store.db.updateTable('people').set({ active: 0 }).where('id', '=', 'sunli').execute()
    const answers = [await enter('liming', 'wrong'), await enter('nobody'), await enter('sunli')]
    const texts = await Promise.all(answers.map(answer => answer.text()))
    expect(answers.map(answer => answer.status)).toEqual([422, 422, 422])
    expect(new Set(texts.map(text => text.replaceAll(/value="\w+"/g, ''))).size).toBe(1)
  })

  test('the helper signs in without a password', async () => {
    const store = await open()
    const { app, get } = await opened(store)
    expect(await (await get('/login', await signIn(app, store, 'zhaoqiang'))).text()).toContain('赵强')
  })
})
