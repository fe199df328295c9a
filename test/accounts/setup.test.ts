import { expect, test } from 'vitest'
import { setupLink } from '../../src/accounts/setup.ts'
import { hashOf } from '../../src/db/log.ts'
import type { Store } from '../../src/db/open.ts'
import { userAdd } from '../../src/tasks/user.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { siteOf } from '../support/site.ts'

const now = '2026-03-02T01:00:00.000Z'
const secret = 'zhi qing bei fang 8'
const district = {
  governmentZh: '望江区人民政府',
  governmentEn: 'Wangjiang District Government',
  officeZh: '望江区信访局',
  officeEn: 'Wangjiang Petition Office',
  name: '马伟',
  login: 'mawei',
  password: secret,
  again: secret,
}

/** Both links the district's page gives, as paths. */
const linksIn = (text: string) =>
  [...text.matchAll(/http:\/\/localhost(\/setup\/[\w-]+)/g)].map(([, path = '']) => path)

async function setUp(store: Store) {
  const site = siteOf(store)
  const first = (await setupLink(store, now)) ?? ''
  return {
    ...site,
    first,
    rolesOf: () => store.db.selectFrom('people').select(['name', 'roles']).orderBy('login').execute(),
  }
}

onBoth('an empty house', open => {
  test('is furnished once by the link, by three different people', async () => {
    const store = await open()
    const { get, post, first, rolesOf } = await setUp(store)
    expect((await get(first)).status).toBe(200)
    const furnished = await post(first, district)
    expect(furnished.status).toBe(200)
    const links = linksIn(await furnished.text())
    expect(links).toHaveLength(2)
    expect((await get(first)).status).toBe(404)
    expect((await post(first, { ...district, login: 'second' })).status).toBe(404)

    const [audit = '', unit = ''] = links
    const seat = { name: '沈稽', password: secret, again: secret }
    expect((await post(audit, { ...seat, login: 'mawei' })).status).toBe(422)
    expect((await post(audit, { ...seat, login: 'shenji' })).status).toBe(303)
    expect((await post(audit, { ...seat, login: 'again' })).status).toBe(404)
    expect((await post(unit, { ...seat, name: '关力', login: 'guanli' })).status).toBe(303)
    expect(await rolesOf()).toEqual([
      { name: '关力', roles: '["unit-admin"]' },
      { name: '马伟', roles: '["system-admin"]' },
      { name: '沈稽', roles: '["security-auditor"]' },
    ])
    const organs = await store.db
      .selectFrom('organs')
      .select(['kind', 'zh', 'path', 'parent'])
      .orderBy('path')
      .execute()
    expect(organs.map(({ kind }) => kind)).toEqual(['superior', 'government', 'petition-office'])
    expect((await post('/login', { login: 'mawei', password: secret })).headers.get('Location')).toBe('/admin')
    expect(await setupLink(store, now)).toBeNull()
  })

  test('a form sent back leaves nothing behind, and the link works again', async () => {
    const store = await open()
    const { post, first } = await setUp(store)
    const wrong = await post(first, { ...district, login: 'Ma Wei!', again: 'other', governmentZh: '"><img src=x>' })
    const text = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(text).not.toContain('<img src=x>')
    expect(text).toContain('望江区信访局')
    expect((await post(first, { ...district, login: 'ma wei!' })).status).toBe(422)
    expect((await post(first, { ...district, officeZh: district.governmentZh })).status).toBe(422)
    expect(await store.db.selectFrom('organs').selectAll().execute()).toEqual([])
    expect((await post(first, district)).status).toBe(200)
  })

  test('a newer link replaces the one before; other words open nothing', async () => {
    const store = await open()
    const { get, first } = await setUp(store)
    const second = (await setupLink(store, now)) ?? ''
    expect((await get(first)).status).toBe(404)
    expect((await get(second)).status).toBe(200)
    expect((await get('/setup/none')).status).toBe(404)
    expect(JSON.stringify(await store.db.selectFrom('setup').selectAll().execute())).not.toContain(second.slice(7))
  })

  test('sent twice at once, it is furnished once', async () => {
    const store = await open()
    const { post, first } = await setUp(store)
    const answers = await Promise.all([post(first, district), post(first, { ...district, login: 'other' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404])
    expect(await store.db.selectFrom('people').selectAll().execute()).toHaveLength(1)
  })

  test('leaves events in an unbroken chain that names nobody', async () => {
    const store = await open()
    const { post, first } = await setUp(store)
    await post(first, district)
    const events = await store.db.selectFrom('events').selectAll().orderBy('stream').orderBy('seq').execute()
    for (const event of events) expect(hashOf(event)).toBe(event.hash)
    expect(events.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['addOrgan', 'addPerson', 'offerSetup', 'useSetup']),
    )
    expect(JSON.stringify(events)).not.toContain('马伟')
    expect(JSON.stringify(events)).not.toContain('mawei')
  })
})

onBoth('adding a user from the command line', open => {
  test('takes the organ by id or name, and gives a one-time password where none was given', async () => {
    const store = await open()
    await seatCast(store)
    const made = await userAdd(store, now, { name: '新人', login: 'xinren', role: 'handler', organ: '望江区公安分局' })
    expect(made).toMatchObject({ outcome: 'done', password: expect.stringMatching(/^[2-9A-Z]{12}$/) })
    const asked = { name: '新人', role: 'handler', organ: 'police' }
    expect(await userAdd(store, now, { ...asked, login: 'liming' })).toMatchObject({ outcome: 'refused' })
    expect(await userAdd(store, now, { ...asked, login: 'a2', role: 'king' })).toMatchObject({ outcome: 'refused' })
    expect(await userAdd(store, now, { ...asked, login: 'a2', organ: 'none' })).toMatchObject({ outcome: 'refused' })
    expect(await userAdd(store, now, { ...asked, login: 'a2', password: 'short' })).toMatchObject({
      outcome: 'refused',
    })
    expect(await userAdd(store, now, { ...asked, login: 'a2', password: secret })).toEqual({
      outcome: 'done',
      id: expect.any(String),
    })
  })
})
