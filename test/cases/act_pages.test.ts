import { expect, test } from 'vitest'
import { cast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { draft, file, toHandling } from '../support/road.ts'
import { apiOf } from './api_of.ts'
import { richCase } from './rich_case.ts'

/** The values a select offers. */
function offered(page: string, name: string): string[] {
  const select = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(page)?.[1] ?? ''
  return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value ?? '')
}

onBoth('what a form offers', open => {
  test('leaders in office, steps that were done, organs below one’s own, and other petition offices', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const lower = { kind: 'petition-office', parent: 'district', path: '/city-petition-office/district/street-office/' }
    await store.db
      .insertInto('organs')
      .values({
        ...lower,
        id: 'street-office',
        zh: '和平街信访办',
        en: 'Street Office',
        active: 1,
        takes_accusations: 0,
      })
      .execute()
    const { number } = await richCase(store)
    const charge = await read('chenjing', `/cases/${number}/acts/putInCharge`)
    expect(offered(charge, 'leader')).toContain('lincheng')
    expect(offered(charge, 'leader')).not.toContain('liming')
    const correct = await read('chenjing', `/cases/${number}/acts/correct`)
    expect(offered(correct, 'act')).toEqual(expect.arrayContaining(['submit', 'register', 'handOver', 'receive']))
    expect(offered(correct, 'act')).not.toContain('close')
    expect(correct).toContain('登记（2026年1月6日）')
    expect(correct).not.toMatch(/name="heads"[^>]*value="12"|value="12"[^>]*name="heads"/)
    const fresh = await file(store)
    await fresh.does('register', cast.liming, '2026-01-10', { kind: 'appeal', route: '6' })
    const down = await read('liming', `/cases/${fresh.number}/acts/handDown`)
    expect(offered(down, 'organ')).toEqual(['street-office'])
    await fresh.does('transfer', cast.liming, '2026-01-10', { organ: 'housing' })
    await fresh.does('receive', cast.zhaoqiang, '2026-01-10')
    const below = await read('zhaoqiang', `/cases/${fresh.number}/acts/passDown`)
    expect(offered(below, 'organ')).toEqual(['housing-station'])
  })

  test('never what the case itself gives, which is not taken from outside either', async () => {
    const { app, store, read, post } = await office(open, '2026-01-20')
    const petition = await file(store)
    expect(await read('liming', `/cases/${petition.number}/acts/register`)).not.toContain('name="channel"')
    const input = { kind: 'appeal', route: '6', channel: 'visit' }
    const refused = await apiOf(app, store, 'liming').act(petition.number, 'register', { version: 1, input })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: { channel: ['没有这一项'] } })
    const done = await post('liming', `/cases/${petition.number}/acts/register`, { version: '1', ...input })
    expect(done.status).toBe(303)
  })

  test('the rating form that was in force when the matter was received', async () => {
    const { app, store, read } = await office(open, '2026-01-20')
    await store.db
      .insertInto('parameters')
      .values({
        procedure: 'petition',
        name: 'ratingForm',
        value: 'withEfficiency',
        from_day: '2026-01-01',
        source: '本地规则',
      })
      .execute()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('draft', cast.zhaoqiang, '2026-01-12', draft)
    await petition.does('answer', cast.sunli, '2026-01-12')
    await petition.does('serve', cast.zhaoqiang, '2026-01-12', { method: 'person', receipt: 'signed' })
    const origin = { origin: 'http://localhost' }
    const body = new URLSearchParams({ number: petition.number, code: petition.code })
    const opened = await app.request('http://localhost/track', { method: 'POST', body, headers: origin })
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const headers = { ...origin, cookie }
    expect(await (await app.request('http://localhost/track/acts/rate', { headers })).text()).toContain(
      'name="efficiency"',
    )
    const rating = new URLSearchParams({
      ...{ version: '7', office: 'satisfied', organ: 'satisfied', efficiency: 'basically', secondFact: '0012' },
    })
    const rated = await app.request('http://localhost/track/acts/rate', { method: 'POST', body: rating, headers })
    expect(rated.status).toBe(303)
    const told = await apiOf(app, store, 'liming').get(`/cases/${petition.number}`)
    expect(JSON.stringify(await told.json())).toContain('"efficiency":"basically"')
    expect(await read('liming', `/cases/${petition.number}`)).toContain('对工作效率')
  })
})

onBoth('a new query code', open => {
  const proof = { proof: 'card', idNumber: '11010519491231002X' }

  test('is shown once to the clerk who gave it, in no address, and opens the case', async () => {
    const { app, store, visit, post } = await office(open, '2026-01-20')
    const petition = await file(store)
    const given = await post('liming', `/cases/${petition.number}/acts/renewCode`, proof)
    const to = given.headers.get('location') ?? ''
    expect([given.status, to]).toEqual([303, expect.stringMatching(/^\/cases\/[^/]+\/codes\/[\w-]+$/)])
    expect((await visit('chenjing', to)).status).toBe(404)
    const shown = await visit('liming', to)
    expect(shown.headers.get('cache-control')).toBe('no-store')
    const page = await shown.text()
    const code = /<span class="code">([2-9A-Z]{5} [2-9A-Z]{5})<\/span>/.exec(page)?.[1] ?? ''
    expect(page).toContain('当面交给信访人')
    expect(to).not.toContain(code.replace(' ', ''))
    const again = await (await visit('liming', to)).text()
    expect(again).toContain('查询码已经显示过')
    expect(again).not.toContain(code)
    const opens = async (typed: string) => {
      const body = new URLSearchParams({ number: petition.number, code: typed })
      const headers = { origin: 'http://localhost' }
      return (await app.request('http://localhost/track', { method: 'POST', body, headers })).status
    }
    expect([await opens(code), await opens(petition.code)]).toEqual([303, 422])
  })

  test('is answered to a program, and asked twice at once shows once', async () => {
    const { app, store, visit, post } = await office(open, '2026-01-20')
    const petition = await file(store)
    const answer = await apiOf(app, store, 'liming').act(petition.number, 'renewCode', { input: proof })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      number: petition.number,
      queryCode: expect.stringMatching(/^[\w]{10}$/),
    })
    const to = (await post('liming', `/cases/${petition.number}/acts/renewCode`, proof)).headers.get('location') ?? ''
    const both = await Promise.all([1, 2].map(async () => (await visit('liming', to)).text()))
    expect(both.filter(page => page.includes('当面交给信访人'))).toHaveLength(1)
  })

  test('is not given on a wrong identity number, and what was typed of it is not shown again as right', async () => {
    const { store, post } = await office(open, '2026-01-20')
    const petition = await file(store)
    const wrong = { proof: 'card', idNumber: '110101199003074514' }
    const refused = await post('liming', `/cases/${petition.number}/acts/renewCode`, wrong)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#field-idNumber"')
  })
})

onBoth('an act by which one loses sight of the case', open => {
  test('leads to the queue with a word about it, in both languages', async () => {
    const { store, visit, post, read } = await office(open, '2026-01-20')
    const petition = await file(store)
    await toHandling(petition)
    expect(await read('zhaoqiang', `/cases/${petition.number}/acts/recuse`)).toContain('您不再能看到本件')
    const done = await post('zhaoqiang', `/cases/${petition.number}/acts/recuse`, { reason: '近亲属' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/queues?left=recuse'])
    expect((await visit('zhaoqiang', `/cases/${petition.number}`)).status).toBe(404)
    expect(await read('zhaoqiang', '/queues?left=recuse')).toContain('已办理：自行回避')
    expect(await read('zhaoqiang', '/queues?left=constructor')).not.toContain('已办理')
  })

  test('is answered to a program with what it can say', async () => {
    const { app, store } = await office(open, '2026-01-20')
    const petition = await file(store)
    await toHandling(petition)
    const program = apiOf(app, store, 'zhaoqiang')
    const done = await program.act(petition.number, 'recuse', { input: { reason: '近亲属' } })
    expect([done.status, await done.json()]).toEqual([200, { number: petition.number, version: 6 }])
    expect((await program.get(`/cases/${petition.number}`)).status).toBe(404)
  })

  test('so too an office that finds the matter accuses itself', async () => {
    const { store, post } = await office(open, '2026-01-20')
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-10', { kind: 'suggestion' })
    const done = await post('liming', `/cases/${petition.number}/acts/reclassify`, {
      ...{ version: '2', kind: 'accusation', accusedOrgans: ['petition-office'], reason: '反映本局' },
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/queues?left=reclassify'])
  })
})

onBoth('many acts on one page', open => {
  test('stand in groups, the awaited one first, and each leads to its form', async () => {
    const { store, read, visit } = await office(open, '2026-01-20')
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-10', { kind: 'appeal', route: '6' })
    const page = await read('liming', `/cases/${petition.number}`)
    expect(page).toMatch(/button-primary" href="[^"]*\/acts\/transfer"/)
    expect(page).toMatch(/<details open[^>]*><summary>转送、交办和收回[^]*?\/acts\/handOver/)
    for (const group of ['受理、办理和答复', '询问、督办和报告', '回避、代理和联系', '更正和归类'])
      expect(page).toContain(group)
    const links = [...page.matchAll(/href="([^"]*\/acts\/[^"?]+)"/g)].map(([, href]) => href ?? '')
    for (const href of new Set(links)) expect([href, (await visit('liming', href)).status]).toEqual([href, 200])
  })

  test('are absent, wrong or right, for whoever may not see the case', async () => {
    const { store, visit, post } = await office(open, '2026-01-20')
    const { number } = await richCase(store)
    const strangers: CastName[] = ['qianfeng', 'hemei', 'citychen']
    for (const who of strangers)
      for (const path of ['acts/renewCode', 'acts/correct', 'acts/constructor', 'codes/x', 'codes/__proto__'])
        expect([who, path, (await visit(who, `/cases/${number}/${path}`)).status]).toEqual([who, path, 404])
    for (const act of ['renewCode', 'nonsense', '__proto__'])
      expect((await post('qianfeng', `/cases/${number}/acts/${act}`, {})).status).toBe(404)
  })
})
