import { expect, test } from 'vitest'
import { hashPassword, isPassword } from '../../src/accounts/password.ts'
import { problemWithPassword } from '../../src/accounts/password_rules.ts'
import type { Store } from '../../src/db/open.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { cookieOf, siteOf } from '../support/site.ts'
import { givePassword } from '../support/sign_in.ts'

const secret = 'zhi qing bei fang 8'
const fresh = 'liu shu chuan qiao 9'

test('a hash carries its cost, fits its password alone, and differs each time', async () => {
  const hash = await hashPassword(secret, { memory: 64, passes: 1, parallelism: 1 })
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
  expect(await isPassword(secret, hash)).toBe(true)
  expect(await isPassword(fresh, hash)).toBe(false)
  expect(await isPassword(secret, 'nonsense')).toBe(false)
  expect(await hashPassword(secret, { memory: 64, passes: 1, parallelism: 1 })).not.toBe(hash)
})

test.each([
  ['short', '九个字的密码太短了', false],
  ['a sentence', '春天的时候江边有柳树', true],
  ['the login in it', 'Liming2026!x', false],
  ['a common one', 'Password123', false],
  ['a row', '1234567890', false],
  ['a row backwards', '9876543210', false],
  ['one letter over and over', 'aaaaaaaaaaaa', false],
  ['unrelated words', fresh, true],
  ['endless', 'ab1'.repeat(70), false],
])('a new password, %s', (_, password, isGood) => {
  expect(problemWithPassword(password, 'liming') === null).toBe(isGood)
})

async function signedIn(store: Store, mustChange = false) {
  await seatCast(store)
  await givePassword(store, 'liming', secret, mustChange)
  const site = siteOf(store)
  const enter = async (password: string) => site.post('/login', { login: 'liming', password })
  return { ...site, enter, cookie: cookieOf(await enter(secret)) }
}

onBoth('a password', open => {
  test('given by another must be changed before anything else', async () => {
    const store = await open()
    const { get, post, cookie } = await signedIn(store, true)
    for (const path of ['/queues', '/', '/cases/X1', '/track'])
      expect((await get(path, cookie)).headers.get('Location')).toBe('/password')
    expect((await post('/cases/X1/acts/accept', {}, cookie)).headers.get('Location')).toBe('/password')
    const changed = await post('/password', { current: secret, password: fresh, again: fresh }, cookie)
    expect(changed.status).toBe(303)
    expect((await get('/password', cookieOf(changed))).status).toBe(200)
    expect((await get('/queues', cookieOf(changed))).headers.get('Location')).not.toBe('/password')
  })

  test('changes with the present one, ends every other session, and the old one is worth nothing', async () => {
    const store = await open()
    const { get, post, enter, cookie } = await signedIn(store)
    const elsewhere = cookieOf(await enter(secret))
    const changed = await post('/password', { current: secret, password: fresh, again: fresh }, cookie)
    expect((await get('/password', elsewhere)).status).toBe(303)
    expect((await get('/password', cookie)).status).toBe(303)
    expect((await get('/password', cookieOf(changed))).status).toBe(200)
    expect((await enter(secret)).status).toBe(422)
    expect((await enter(fresh)).status).toBe(303)
  })

  test('says beside each field what is wrong, and shows no password again', async () => {
    const store = await open()
    const { post, cookie } = await signedIn(store)
    const answer = await post('/password', { current: 'wrong', password: 'short', again: 'other' }, cookie)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    for (const field of ['current', 'password', 'again']) expect(text).toContain(`field-${field}-error`)
    expect(text).not.toContain('value="short"')
    const same = await post('/password', { current: secret, password: secret, again: secret }, cookie)
    expect(same.status).toBe(422)
  })

  test('signing out everywhere ends every session', async () => {
    const store = await open()
    const { get, post, enter, cookie } = await signedIn(store)
    const elsewhere = cookieOf(await enter(secret))
    expect((await post('/password/sessions', {}, cookie)).status).toBe(303)
    for (const each of [cookie, elsewhere]) expect((await get('/password', each)).status).toBe(303)
  })

  test('pages are for those signed in', async () => {
    const store = await open()
    const { get, post } = await signedIn(store)
    expect((await get('/password')).headers.get('Location')).toBe('/login?back=%2Fpassword')
    expect((await post('/password/sessions')).headers.get('Location')).toBe('/login')
  })
})
