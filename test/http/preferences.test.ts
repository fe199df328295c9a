import { expect, test } from 'vitest'
import { localPath } from '../../src/http/preferences.ts'
import { onBoth } from '../support/db.ts'
import { siteOf } from '../support/site.ts'

test.each(['/queues?q=a', '/', '/cases/XF1/acts/accept'])('the way back leads to %s', back => {
  expect(localPath(back)).toBe(back)
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/..//elsewhere.example',
  '/.//elsewhere.example',
  '/a/../..//elsewhere.example',
  '/%2e//elsewhere.example',
  'https://elsewhere.example',
  '',
])('the way back never leads away: %s', back => {
  expect(localPath(back)).toBe('/')
})

onBoth('a request that is not well made', open => {
  test('with a cookie of a neighbouring site that is not well encoded gets its page', async () => {
    const store = await open()
    const { get } = siteOf(store)
    for (const cookie of ['user=%u738b%u82b3', 'lang=%E0%A4%A', 'session=%FF; draft=%FF; tracking=%FF'])
      for (const path of ['/', '/track', '/file', '/login']) expect((await get(path, cookie)).status, path).toBe(200)
  })

  test.each(['application/json', 'multipart/form-data', 'text/html'])('with a form in %s is refused', async type => {
    const store = await open()
    const { app } = siteOf(store)
    const headers = { 'Content-Type': type, Origin: 'http://localhost' }
    const ask = (path: string) => app.request(path, { method: 'POST', body: 'login=x', headers })
    expect((await ask('/login')).status).toBe(400)
    expect((await ask('/track')).status).toBe(400)
  })

  test('with fields of odd names, and one name many times, is read like any other', async () => {
    const store = await open()
    const { post } = siteOf(store)
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name): [string, string] => [name, 'x'])
    const many = Array.from({ length: 20_000 }, (): [string, string] => ['number', 'XF1'])
    expect((await post('/track', [...odd, ...many])).status).toBe(422)
  })
})
