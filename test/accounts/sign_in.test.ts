import { expect, test } from 'vitest'
import { isOfficialNetwork } from '../../src/accounts/networks.ts'
import { findActorByToken } from '../../src/accounts/session.ts'
import type { Store } from '../../src/db/open.ts'
import { tokenAdd } from '../../src/tasks/token.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { cookieOf, siteOf } from '../support/site.ts'
import { givePassword, signIn } from '../support/sign_in.ts'

const secret = 'zhi qing bei fang 8'

async function opened(store: Store, login = 'liming') {
  await seatCast(store)
  await givePassword(store, login, secret)
  const site = siteOf(store)
  const enter = (login: string, password = secret, more = {}) => site.post('/login', { login, password, ...more })
  return { ...site, enter }
}

const doors = (store: Store) =>
  store.db.selectFrom('events').select(['act', 'payload']).where('stream', '=', 'security').orderBy('seq').execute()

const isIn = (answer: Response) => answer.status === 200

onBoth('signing in', open => {
  test('the right password opens the queue; the event names the person and no address', async () => {
    const store = await open()
    const { enter, get } = await opened(store)
    const answer = await enter('LiMing ')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/queues')
    const cookie = answer.headers.getSetCookie().at(-1) ?? ''
    expect(cookie).toMatch(/^session=\w+; .*HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
    expect(await (await get('/password', cookieOf(answer))).text()).toContain('李明')
    expect(await doors(store)).toEqual([{ act: 'signIn', payload: '{"person":"liming"}' }])
  })

  test('under https the cookie travels nowhere else', async () => {
    const store = await open()
    await opened(store)
    const { post } = siteOf(store, undefined, 'https://banjie.example')
    const answer = await post('/login', { login: 'liming', password: secret })
    expect(answer.headers.getSetCookie().at(-1)).toMatch(/; Secure/)
  })

  test('a wrong password, an unknown login and a closed account get one answer', async () => {
    const store = await open()
    const { enter } = await opened(store)
    await givePassword(store, 'sunli', secret)
    await store.db.updateTable('people').set({ active: 0 }).where('id', '=', 'sunli').execute()
    const answers = [await enter('liming', 'wrong'), await enter('nobody'), await enter('sunli')]
    const texts = await Promise.all(answers.map(answer => answer.text()))
    expect(answers.map(answer => answer.status)).toEqual([422, 422, 422])
    expect(new Set(texts.map(text => text.replaceAll(/value="\w+"/g, ''))).size).toBe(1)
  })

  test('five failures lock for fifteen minutes, even at once, and the right password waits', async () => {
    const store = await open()
    const { enter, clock } = await opened(store)
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter('liming', 'wrong')))
    expect(tries.every(answer => answer.status === 422)).toBe(true)
    expect((await enter('liming')).status).toBe(422)
    clock.now = '2026-03-02T01:14:59.000Z'
    expect((await enter('liming')).status).toBe(422)
    clock.now = '2026-03-02T01:15:00.000Z'
    expect((await enter('liming')).status).toBe(303)
    const acts = (await doors(store)).map(({ act }) => act)
    expect(acts.filter(act => act === 'lock')).toHaveLength(1)
    expect(acts.at(-1)).toBe('signIn')
  })

  test('four failures are forgiven by the right password', async () => {
    const store = await open()
    const { enter } = await opened(store)
    for (let i = 0; i < 4; i++) await enter('liming', 'wrong')
    expect((await enter('liming')).status).toBe(303)
    for (let i = 0; i < 4; i++) await enter('liming', 'wrong')
    expect((await enter('liming')).status).toBe(303)
  })

  test('the address is remembered for thirty days as a keyed hash', async () => {
    const store = await open()
    const { enter } = await opened(store)
    await enter('liming')
    expect(await isOfficialNetwork(store, '10.1.2.3', '2026-04-01')).toBe(true)
    expect(await isOfficialNetwork(store, '10.1.2.3', '2026-04-02')).toBe(false)
    expect(await isOfficialNetwork(store, '10.1.2.4', '2026-03-02')).toBe(false)
    expect(JSON.stringify(await store.db.selectFrom('official_networks').selectAll().execute())).not.toContain('10.1')
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'coming back never leads away: %s',
    async back => {
      const store = await open()
      const { enter } = await opened(store)
      expect((await enter('liming', secret, { back })).headers.get('Location')).toBe('/queues')
    },
  )

  test('coming back leads where one was going', async () => {
    const store = await open()
    const { enter, get } = await opened(store)
    const sent = await get('/queues/open?q=%E6%BC%8F%E6%B0%B4')
    const to = new URL(sent.headers.get('Location') ?? '', 'http://localhost')
    const back = to.searchParams.get('back') ?? ''
    expect(to.pathname).toBe('/login')
    expect((await enter('liming', secret, { back })).headers.get('Location')).toBe('/queues/open?q=%E6%BC%8F%E6%B0%B4')
  })

  test('hostile words are shown as words', async () => {
    const store = await open()
    const { enter } = await opened(store)
    const text = await (await enter('"><script>alert(1)</script>', "' or 1=1 --")).text()
    expect(text).not.toContain('<script>alert')
    expect((await enter('\u0000', '\ud800'.repeat(10))).status).toBe(422)
    expect((await enter('x'.repeat(100_000), 'y'.repeat(100_000))).status).toBe(422)
  })
})

onBoth('a session', open => {
  test('ends after thirty minutes without a request, and lives on with one', async () => {
    const store = await open()
    const { enter, get, clock } = await opened(store)
    const cookie = cookieOf(await enter('liming'))
    clock.now = '2026-03-02T01:29:00.000Z'
    expect(isIn(await get('/password', cookie))).toBe(true)
    clock.now = '2026-03-02T01:58:00.000Z'
    expect(isIn(await get('/password', cookie))).toBe(true)
    clock.now = '2026-03-02T02:28:00.000Z'
    expect(isIn(await get('/password', cookie))).toBe(false)
    expect(await store.db.selectFrom('web_sessions').selectAll().execute()).toEqual([])
  })

  test('of an administrator ends after ten', async () => {
    const store = await open()
    const { enter, get, clock } = await opened(store, 'mawei')
    const cookie = cookieOf(await enter('mawei'))
    clock.now = '2026-03-02T01:10:00.000Z'
    expect(isIn(await get('/password', cookie))).toBe(false)
  })

  test('ends after twelve hours however busy', async () => {
    const store = await open()
    const { enter, get, clock } = await opened(store)
    const cookie = cookieOf(await enter('liming'))
    for (let quarter = 1; quarter < 48; quarter++) {
      clock.now = Temporal.Instant.from('2026-03-02T01:00:00Z')
        .add({ minutes: 15 * quarter })
        .toString({ smallestUnit: 'millisecond' })
      expect(isIn(await get('/password', cookie))).toBe(true)
    }
    clock.now = '2026-03-02T13:00:00.000Z'
    expect(isIn(await get('/password', cookie))).toBe(false)
  })

  test('gets a new id at every sign-in, and the old one is worth nothing', async () => {
    const store = await open()
    const { enter, get, post } = await opened(store)
    const first = cookieOf(await enter('liming'))
    const second = cookieOf(await post('/login', { login: 'liming', password: secret }, first))
    expect(second).not.toBe(first)
    expect(isIn(await get('/password', first))).toBe(false)
    expect(isIn(await get('/password', second))).toBe(true)
  })

  test('ends on signing out, and of a person closed', async () => {
    const store = await open()
    const { enter, get, post } = await opened(store)
    const cookie = cookieOf(await enter('liming'))
    expect((await post('/logout', {}, cookie)).status).toBe(303)
    expect(isIn(await get('/password', cookie))).toBe(false)
    const again = cookieOf(await enter('liming'))
    await store.db.updateTable('people').set({ active: 0 }).where('id', '=', 'liming').execute()
    expect(isIn(await get('/password', again))).toBe(false)
  })

  test('of the helper lasts as long as the test', async () => {
    const store = await open()
    const { app, get, clock } = await opened(store)
    const cookie = await signIn(app, store, 'zhaoqiang')
    clock.now = '2027-12-01T00:00:00.000Z'
    expect(await (await get('/password', cookie)).text()).toContain('赵强')
  })
})

onBoth('a token for the API', open => {
  test('is given once, kept hashed, and ends with the account', async () => {
    const store = await open()
    await opened(store)
    const now = '2026-03-02T01:00:00.000Z'
    const made = await tokenAdd(store, now, { login: 'zhaoqiang', name: '接口' })
    if (made.outcome !== 'done') throw new Error(made.because.en)
    expect(await findActorByToken(store, made.token, now)).toMatchObject({ id: 'zhaoqiang', roles: ['handler'] })
    expect(await findActorByToken(store, `${made.token}x`, now)).toBeNull()
    expect(JSON.stringify(await store.db.selectFrom('tokens').selectAll().execute())).not.toContain(made.token)
    await store.db.updateTable('people').set({ active: 0 }).where('id', '=', 'zhaoqiang').execute()
    expect(await findActorByToken(store, made.token, now)).toBeNull()
    expect(await tokenAdd(store, now, { login: 'nobody', name: 'x' })).toMatchObject({ outcome: 'refused' })
  })
})
