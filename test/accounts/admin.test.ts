import { expect, test } from 'vitest'
import { hashOf } from '../../src/db/log.ts'
import type { Store } from '../../src/db/open.ts'
import { seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file, filing } from '../support/road.ts'
import { cookieOf, siteOf } from '../support/site.ts'
import { signIn } from '../support/sign_in.ts'

/** The site as one of the cast sees it. */
async function asked(store: Store, login: CastName) {
  await seatCast(store)
  const site = siteOf(store)
  const cookie = await signIn(site.app, store, login)
  return {
    ...site,
    get: (path: string) => site.get(path, cookie),
    post: (path: string, body: Record<string, string> | [string, string][] = {}) => site.post(path, body, cookie),
    enter: (login: string, password: string) => site.post('/login', { login, password }),
    asOther: async (other: CastName, path: string) => site.get(path, await signIn(site.app, store, other)),
  }
}

const acts = async (store: Store, stream: string) =>
  (await store.db.selectFrom('events').select('act').where('stream', '=', stream).orderBy('seq').execute()).map(
    ({ act }) => act,
  )

const person = (store: Store, id: string) =>
  store.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const newcomer = { name: '新人', login: 'xinren', organ: 'housing', roles: 'handler' }
const codeIn = (text: string) => /<strong>([2-9A-Z]{12})<\/strong>/.exec(text)?.[1] ?? ''

onBoth('administering people', open => {
  test('adds a person whose one-time password is shown once and must be changed', async () => {
    const store = await open()
    const { post, get, enter } = await asked(store, 'mawei')
    const code = codeIn(await (await post('/admin/people', newcomer)).text())
    expect(await (await get('/admin/people')).text()).not.toContain(code)
    const entered = await enter('xinren', code)
    expect((await siteOf(store).get('/queues', cookieOf(entered))).headers.get('Location')).toBe('/password')
    expect(await acts(store, 'people')).toEqual(['addPerson'])
    const events = await store.db.selectFrom('events').selectAll().execute()
    for (const event of events) expect(hashOf(event)).toBe(event.hash)
    expect(JSON.stringify(events)).not.toMatch(/新人|xinren/)
  })

  test.each([
    ['two administrators in one', ['system-admin', 'security-auditor']],
    ['an administrator who handles cases', ['unit-admin', 'handler']],
    ['the clockwork', ['system']],
    ['nothing at all', []],
  ])('refuses %s', async (_, roles) => {
    const store = await open()
    const { post } = await asked(store, 'mawei')
    const body = Object.entries({ ...newcomer, roles: '' }).filter(([name]) => name !== 'roles')
    const answer = await post('/admin/people', [...body, ...roles.map((role): [string, string] => ['roles', role])])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('field-roles-error')
    expect(await acts(store, 'people')).toEqual([])
  })

  test('a closed account is signed out at once and cannot return', async () => {
    const store = await open()
    const { post, app } = await asked(store, 'mawei')
    const theirs = await signIn(app, store, 'zhaoqiang')
    const closed = await post('/admin/people/zhaoqiang', { name: '赵强', organ: 'housing', roles: 'handler' })
    expect(closed.status).toBe(303)
    expect((await siteOf(store).get('/password', theirs)).status).toBe(303)
    expect((await person(store, 'zhaoqiang')).active).toBe(0)
  })

  test('nobody changes their own standing, and the last auditor stays', async () => {
    const store = await open()
    const { post } = await asked(store, 'mawei')
    const own = { name: '马伟', organ: 'district', roles: 'system-admin' }
    expect((await post('/admin/people/mawei', own)).status).toBe(422)
    const auditor = { name: '沈稽', organ: 'district', roles: 'leader', active: 'yes' }
    expect((await post('/admin/people/shenji', auditor)).status).toBe(422)
  })

  test('a unit’s administrator adds people of the own organ and below, never an administrator', async () => {
    const store = await open()
    const { post } = await asked(store, 'guanli')
    expect((await post('/admin/people', newcomer)).status).toBe(200)
    expect((await post('/admin/people', { ...newcomer, login: 'b2', organ: 'housing-station' })).status).toBe(200)
    expect((await post('/admin/people', { ...newcomer, login: 'b3', organ: 'police' })).status).toBe(422)
    expect((await post('/admin/people', { ...newcomer, login: 'b4', organ: 'district' })).status).toBe(422)
    expect((await post('/admin/people', { ...newcomer, login: 'b5', roles: 'unit-admin' })).status).toBe(422)
  })

  test('a unit’s administrator neither sees nor touches others’ people', async () => {
    const store = await open()
    const { get, post } = await asked(store, 'guanli')
    const list = await (await get('/admin/people')).text()
    expect(list).toContain('赵强')
    expect(list).not.toMatch(/周杰|马伟/)
    for (const id of ['zhoujie', 'mawei', 'guanli', 'nobody']) {
      expect((await get(`/admin/people/${id}`)).status).toBe(404)
      expect((await post(`/admin/people/${id}/password`)).status).toBe(404)
      expect((await post(`/admin/people/${id}/unlock`)).status).toBe(404)
    }
    const away = { name: '赵强', organ: 'police', roles: 'handler', active: 'yes' }
    expect((await post('/admin/people/zhaoqiang', away)).status).toBe(422)
    expect((await get('/admin/organs')).status).toBe(404)
  })

  test('a reset password ends every session, and unlocking lets one in', async () => {
    const store = await open()
    const { post, app, enter } = await asked(store, 'guanli')
    const theirs = await signIn(app, store, 'zhaoqiang')
    const code = codeIn(await (await post('/admin/people/zhaoqiang/password')).text())
    expect((await siteOf(store).get('/password', theirs)).status).toBe(303)
    for (let i = 0; i < 5; i++) await enter('zhaoqiang', 'wrong')
    expect((await enter('zhaoqiang', code)).status).toBe(422)
    expect((await post('/admin/people/zhaoqiang/unlock')).status).toBe(303)
    expect((await enter('zhaoqiang', code)).status).toBe(303)
  })

  test('pages through many people by key, and finds them by organ and first letters', async () => {
    const store = await open()
    const { get } = await asked(store, 'mawei')
    const many = Array.from({ length: 120 }, (_, i) => `p${String(i).padStart(3, '0')}`)
    await store.db
      .insertInto('people')
      .values(many.map(id => ({ id, login: id, name: `人${id}`, organ: 'police', roles: '["handler"]', active: 1 })))
      .execute()
    const seen = new Set<string>()
    let next: string | undefined = '/admin/people?in=police'
    while (next) {
      const text: string = await (await get(next)).text()
      for (const [, id = ''] of text.matchAll(/href="\/admin\/people\/(p\d+)"/g)) seen.add(id)
      next = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.size).toBe(120)
    const found = await (await get('/admin/people?q=p07')).text()
    expect([...found.matchAll(/href="\/admin\/people\/(p\d+)"/g)]).toHaveLength(10)
    for (const hostile of ['%00', '%25', "'", 'W10', '%7B'])
      expect((await get(`/admin/people?q=${hostile}&in=${hostile}&after=${hostile}`)).status).toBeLessThan(500)
  })

  test('shows hostile words as words in every field', async () => {
    const store = await open()
    const { post, get } = await asked(store, 'mawei')
    const hostile = '"><script>alert(1)</script>'
    const wrong = await post('/admin/people', { name: hostile, login: hostile, organ: hostile, roles: hostile })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('<script>alert')
    expect((await post('/admin/people', { ...newcomer, organ: '\u0000', name: '\u0000' })).status).toBe(422)
    expect((await post('/admin/people', { ...newcomer, name: hostile })).status).toBe(200)
    expect(await (await get('/admin/people')).text()).not.toContain('<script>alert')
  })
})

onBoth('administration', open => {
  test('is open to its three administrators, each to their own part, and to nobody else', async () => {
    const store = await open()
    const { get, asOther } = await asked(store, 'mawei')
    // prettier-ignore
    const pages: [path: string, system: number, unit: number, auditor: number][] = [
      ['/admin',            200, 200, 200],
      ['/admin/people',     200, 200, 404],
      ['/admin/organs',     200, 404, 404],
      ['/admin/calendar',   200, 404, 404],
      ['/admin/parameters', 200, 404, 404],
      ['/admin/terms',      200, 404, 404],
      ['/admin/categories', 200, 404, 404],
      ['/admin/security',   404, 404, 200],
    ]
    for (const [path, system, unit, auditor] of pages) {
      expect((await get(path)).status, path).toBe(system)
      expect((await asOther('guanli', path)).status, path).toBe(unit)
      expect((await asOther('shenji', path)).status, path).toBe(auditor)
      expect((await asOther('liming', path)).status, path).toBe(404)
      expect((await siteOf(store).get(path)).status, path).toBe(303)
    }
    expect((await get('/queues')).status).toBe(404)
  })

  test('the auditor reads who did what, and no content', async () => {
    const store = await open()
    const { post, asOther } = await asked(store, 'mawei')
    await post('/admin/people', newcomer)
    const text = await (await asOther('shenji', '/admin/security')).text()
    expect(text).toContain('添加人员')
    expect(text).toContain('马伟')
    const english = await (await asOther('shenji', '/admin/security?stream=people&after=W10')).text()
    expect(english).toContain('新人')
  })

  test('the auditor of an accused organ learns of no report on it, and another auditor reads that there is one', async () => {
    const store = await open()
    const { get } = await asked(store, 'shenji')
    const report = { ...filing, kind: 'accusation', accusedOrgans: ['district'] }
    const { number } = await file(store, '2026-03-01', report)
    const { number: other } = await file(store, '2026-03-01')
    expect(await (await get('/admin/security')).text()).not.toContain(number)
    expect(await (await get(`/admin/security?stream=case:${number}`)).text()).toContain('没有记录')
    expect(await (await get('/admin/security')).text()).toContain(other)
    await store.db.updateTable('people').set({ organ: 'city-petition-office' }).where('id', '=', 'shenji').execute()
    expect(await (await get('/admin/security')).text()).toContain(number)
  })

  test('a unit’s administrator gives no role that reads beyond the unit', async () => {
    const store = await open()
    const { get, post } = await asked(store, 'guanli')
    expect(await (await get('/admin/people')).text()).not.toMatch(
      /value="(leader|supervisor|statistician|system-admin)"/,
    )
    for (const roles of ['leader', 'supervisor', 'statistician', 'unit-admin'])
      expect((await post('/admin/people', { ...newcomer, roles })).status, roles).toBe(422)
    expect((await post('/admin/people', newcomer)).status).toBe(200)
  })
})
