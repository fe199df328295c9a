import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { reportShape } from '../../src/http/api_shapes.ts'
import { seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { at, filing } from '../support/road.ts'

const petition = { procedure: 'petition', channel: 'letter', input: filing }

onBoth('the JSON API', open => {
  test('a clerk files for a petitioner and gets the number, the query code and the clocks', async () => {
    const { as } = await serve(open)
    const filed = await as('liming').post('/cases', petition)
    expect(filed.status).toBe(201)
    expect(filed.json).toMatchObject({ state: 'submitted', version: 1, acts: expect.arrayContaining(['register']) })
    expect(filed.json.queryCode).toMatch(/^[2-9A-Z]{10}$/)
    expect(filed.json.deadlines).toEqual([
      expect.objectContaining({
        deadline: 'registration',
        owner: 'clerk',
        start: '2026-01-05',
        due: '2026-01-20',
        met: null,
        article: '信访工作条例 第二十二条',
      }),
    ])
  })

  test('the same key with the same body gets the same answer and files nothing twice', async () => {
    const { as, store } = await serve(open)
    const first = await as('liming').post('/cases', petition, { 'Idempotency-Key': 'k1' })
    const again = await as('liming').post('/cases', petition, { 'Idempotency-Key': 'k1' })
    expect(again).toEqual(first)
    expect(await countCases(store)).toBe(1)
  })

  test('the same key with another body is 422', async () => {
    const { as } = await serve(open)
    await as('liming').post('/cases', petition, { 'Idempotency-Key': 'k1' })
    const other = await as('liming').post('/cases', { ...petition, channel: 'phone' }, { 'Idempotency-Key': 'k1' })
    expect(other.status).toBe(422)
    expect(other.json.errors).toHaveProperty('Idempotency-Key')
  })

  test('a key belongs to the person who used it', async () => {
    const { as, store } = await serve(open)
    await as('liming').post('/cases', petition, { 'Idempotency-Key': 'k1' })
    expect((await as('citychen').post('/cases', petition, { 'Idempotency-Key': 'k1' })).status).toBe(201)
    expect(await countCases(store)).toBe(2)
  })

  test('the same key at the same moment files one case', async () => {
    const { as, store } = await serve(open)
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map(() => as('liming').post('/cases', petition, { 'Idempotency-Key': 'k' })),
    )
    expect(new Set(all.map(each => each.json.number)).size).toBe(1)
    expect(all.map(each => each.status)).toEqual([201, 201, 201, 201, 201])
    expect(await countCases(store)).toBe(1)
  })

  test('a filing that failed leaves its key free', async () => {
    const { as } = await serve(open)
    const key = { 'Idempotency-Key': 'k1' }
    expect((await as('liming').post('/cases', { ...petition, input: {} }, key)).status).toBe(422)
    expect((await as('liming').post('/cases', petition, key)).status).toBe(201)
  })

  test('the query code rests nowhere in the clear', async () => {
    const { as, store } = await serve(open)
    const filed = await as('liming').post('/cases', petition, { 'Idempotency-Key': 'k1' })
    const rows = await store.db.selectFrom('idempotency').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(filed.json.queryCode)
  })

  test('a case tells its procedure, parts, clocks and log', async () => {
    const { as, filed } = await serve(open)
    const number = await filed()
    await as('liming').post(`/cases/${number}/acts/register`, {
      version: 1,
      input: { kind: 'appeal', route: '6', heads: 2 },
    })
    const found = await as('liming').get(`/cases/${number}`)
    expect(found.status).toBe(200)
    expect(found.json).toMatchObject({ procedure: 'petition', state: 'registered', version: 2, assignments: [] })
    expect(found.json.events).toEqual([
      expect.objectContaining({ seq: 1, act: 'submit', title: '提出', actor: 'liming', origin: 'people' }),
      expect.objectContaining({
        seq: 2,
        act: 'register',
        occurredOn: '2026-01-05',
        organ: 'petition-office',
        input: { kind: 'appeal', route: '6', heads: 2 },
      }),
    ])
  })

  test('nothing personal and nothing written is in the log it tells', async () => {
    const { as, filed } = await serve(open)
    const told = JSON.stringify((await as('liming').get(`/cases/${await filed()}`)).json)
    for (const secret of ['王芳', '13800000012', '11010519491231002X', '楼顶漏水']) expect(told).not.toContain(secret)
  })

  test('a case that is absent and one that is not visible are the same 404', async () => {
    const { as, filed } = await serve(open)
    const hidden = await as('zhoujie').get(`/cases/${await filed()}`)
    const absent = await as('zhoujie').get('/cases/XF20260105-999999')
    expect(hidden.status).toBe(404)
    expect(hidden).toEqual(absent)
    expect(hidden.json.error).toBeTruthy()
  })

  test('an act that moves the case needs the version that was seen', async () => {
    const { as, filed } = await serve(open)
    const register = `/cases/${await filed()}/acts/register`
    const input = { kind: 'appeal', route: '6' }
    expect(await as('liming').post(register, { input })).toMatchObject({
      status: 422,
      json: { errors: { version: [expect.any(String)] } },
    })
    expect(await as('liming').post(register, { version: 1, input })).toMatchObject({
      status: 200,
      json: { version: 2, state: 'registered' },
    })
  })

  test('an act that keeps the state needs no version', async () => {
    const { as, filed } = await serve(open)
    const number = await filed()
    expect(await as('liming').post(`/cases/${number}/acts/addMaterial`, { input: { note: '照片' } })).toMatchObject({
      status: 200,
      json: { version: 2, state: 'submitted' },
    })
  })

  test('someone who acted first is 409, with what they did', async () => {
    const { as, filed } = await serve(open)
    const register = `/cases/${await filed()}/acts/register`
    const body = { version: 1, input: { kind: 'appeal', route: '6' } }
    const both = await Promise.all([as('liming').post(register, body), as('liming').post(register, body)])
    expect(both.map(each => each.status).sort()).toEqual([200, 409])
    const late = both.find(each => each.status === 409)
    expect(late?.json).toMatchObject({ overtaken: { act: '登记', on: '2026-01-05', version: 2 } })
    expect(late?.json.error).toContain('登记')
  })

  test('what the law does not allow is 403 with reason and article', async () => {
    const { as, filed } = await serve(open)
    const number = await filed()
    const refused = await as('liming').post(`/cases/${number}/acts/accept`, { version: 1, input: {} })
    expect(refused).toMatchObject({
      status: 403,
      json: { article: '信访工作条例 第二十三条', refused: { article: '信访工作条例 第二十三条' } },
    })
    expect(refused.json.error).toBe(refused.json.refused.reason)
    expect((await as('zhaoqiang').post('/cases', petition)).status).toBe(403)
  })

  test('every error is JSON, in Chinese unless English is asked for', async () => {
    const { as, filed } = await serve(open)
    const path = `/cases/${await filed()}/acts/accept`
    expect((await as('liming').post(path, { version: 1 })).json.error).toMatch(/[\u4e00-\u9fff]/)
    expect((await as('liming').post(`${path}?lang=en`, { version: 1 })).json.error).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test.each([
    ['not JSON', '{', 400],
    ['nothing', '', 400],
    ['a list', '[]', 422],
    ['an unknown member', { ...petition, colour: 'red' }, 422],
    ['an unknown field', { ...petition, input: { ...filing, colour: 'red' } }, 422],
    ['an unknown procedure', { ...petition, procedure: 'constructor' }, 422],
    ['an unknown channel', { ...petition, channel: 'toString' }, 422],
    ['a day that is none', { ...petition, occurredOn: '2026-02-30' }, 422],
    ['a day to come', { ...petition, occurredOn: '2026-02-28' }, 422],
    ['too much', { ...petition, input: { ...filing, body: '水'.repeat(1_000_000) } }, 413],
  ])('a body that is %s', async (_, body, status) => {
    const { as, store } = await serve(open)
    const answer = await as('liming').post('/cases', body)
    expect(answer).toMatchObject({ status, json: { error: expect.any(String) } })
    expect(await countCases(store)).toBe(0)
  })

  test('each problem stands under the name of its field', async () => {
    const { as } = await serve(open)
    const { title: _, ...rest } = filing
    const answer = await as('liming').post('/cases', { ...petition, input: { ...rest, phone: '12', colour: 1 } })
    expect(answer.json.errors).toEqual({ colour: ['没有这一项'] })
    const more = await as('liming').post('/cases', { ...petition, input: { ...rest, phone: '12' } })
    expect(Object.keys(more.json.errors).sort()).toEqual(['phone', 'title'])
  })

  test('no token, a wrong one and a revoked one are 401 before any look-up', async () => {
    const { as, call, store } = await serve(open)
    expect((await call('GET', '/cases')).status).toBe(401)
    expect((await call('GET', '/cases/none', { Authorization: 'Bearer nonsense' })).status).toBe(401)
    expect((await as('liming').get('/cases')).status).toBe(200)
    await store.db
      .updateTable('tokens')
      .set({ revoked_at: at('2026-01-01') })
      .execute()
    const revoked = await call('GET', '/cases', { Authorization: 'Bearer token-of-liming' })
    expect(revoked).toMatchObject({ status: 401, json: { error: expect.any(String) } })
  })

  test.each(['/cases/X/acts/register', '/cases/X', '/reports/none', '/nothing'])(
    'what is not there is 404: %s',
    async path => {
      const { as } = await serve(open)
      const answer = path.includes('acts') ? await as('liming').post(path, {}) : await as('liming').get(path)
      expect(answer).toMatchObject({ status: 404, json: { error: expect.any(String) } })
    },
  )

  test('an act that no procedure knows is 404', async () => {
    const { as, filed } = await serve(open)
    const number = await filed()
    for (const act of ['fly', 'constructor', '__proto__'])
      expect((await as('liming').post(`/cases/${number}/acts/${act}`, { version: 1 })).status).toBe(404)
  })

  test('a list shows what the caller may see, filtered, a page at a time', async () => {
    const { as, filed } = await serve(open)
    const numbers = [await filed(), await filed(), await filed()]
    const first = await as('liming').get('/cases?limit=2&state=')
    expect(first.json.items).toHaveLength(2)
    const rest = await as('liming').get(`/cases?limit=2&after=${first.json.next}`)
    const seen = [...first.json.items, ...rest.json.items].map(item => item.number)
    expect(seen.sort()).toEqual(numbers.sort())
    expect(rest.json.next).toBeNull()
    expect((await as('liming').get('/cases?state=registered')).json.items).toEqual([])
    expect((await as('liming').get('/cases?q=漏水')).json.items).toHaveLength(3)
    expect((await as('liming').get(`/cases?q=${numbers[0]}`)).json.items).toHaveLength(1)
    for (const q of [filing.petitioner, filing.phone, filing.idNumber])
      expect((await as('liming').get(`/cases?q=${encodeURIComponent(q)}`)).json.items).toEqual([])
    expect((await as('zhoujie').get('/cases')).json.items).toEqual([])
    expect((await as('liming').get('/cases?colour=red')).status).toBe(422)
  })

  test('what is overdue is listed so', async () => {
    const { as, filed, setDay } = await serve(open)
    const number = await filed()
    expect((await as('liming').get('/cases?overdue=true')).json.items).toEqual([])
    setDay('2026-01-21')
    expect((await as('liming').get('/cases?overdue=true')).json.items).toEqual([
      expect.objectContaining({ number, nextDue: '2026-01-20', overdue: true }),
    ])
  })

  test('a report of wrongdoing that passes the filing office by still answers its clerk', async () => {
    const { as } = await serve(open)
    const input = { ...filing, kind: 'accusation', accusedOrgans: ['petition-office'] }
    const filed = await as('liming').post('/cases', { ...petition, input })
    expect(filed).toMatchObject({ status: 201, json: { queryCode: expect.any(String), acts: [] } })
    expect((await as('liming').get(`/cases/${filed.json.number}`)).status).toBe(404)
  })

  test('a report comes with its formulas, to whoever may read its scope', async () => {
    const { as, filed } = await serve(open)
    await filed()
    const read = await as('tangtong').get('/reports/monthly-closure?month=2026-01')
    expect(read).toMatchObject({
      status: 200,
      json: { report: 'monthly-closure', month: '2026-01', through: '2026-01-31', scope: { kind: 'district' } },
    })
    expect(reportShape.parse(read.json).metrics).toContainEqual(
      expect.objectContaining({ id: 'received', numerator: 1, denominator: null, rate: null }),
    )
    expect((await as('zhaoqiang').get('/reports/monthly-closure?month=2026-01')).status).toBe(404)
    expect((await as('tangtong').get('/reports/monthly-closure?month=2026-13')).status).toBe(422)
    expect((await as('tangtong').get('/reports/monthly-closure?colour=red')).status).toBe(422)
  })

  test('too many wrong tokens are 429 with the time to wait', async () => {
    const { app } = await serve(open)
    const headers = { Authorization: 'Bearer wrong', 'X-Forwarded-For': randomUUID() }
    const statuses = new Set<number>()
    for (let i = 0; i < 100; i++) statuses.add((await app.request('/api/v1/cases', { headers })).status)
    expect([...statuses]).toEqual([401, 429])
    const last = await app.request('/api/v1/cases', { headers })
    expect(last.headers.get('Retry-After')).toBe('60')
    expect(await last.json()).toMatchObject({ error: expect.any(String) })
  })
})

/** Members of one answer or another; what each holds is what the tests are about. */
type Told = {
  number: string
  queryCode: string
  deadlines: unknown[]
  events: unknown[]
  items: { number: string }[]
  next: string | null
  error: string
  errors: Record<string, string[]>
  refused: { reason: string; article: string }
}

async function serve(open: Opener) {
  const store = await open()
  await seatCast(store)
  let now = at('2026-01-05')
  const app = createApp({ store, now: () => now, trustProxy: true })
  const call = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await app.request(`/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...sent,
    })
    const json: Told = JSON.parse(await answer.text())
    return { status: answer.status, json }
  }
  const as = (name: CastName) => {
    const authorised = async () => {
      await giveToken(store, name)
      return { Authorization: `Bearer token-of-${name}` }
    }
    return {
      get: async (path: string) => call('GET', path, await authorised()),
      post: async (path: string, body: unknown, headers: Record<string, string> = {}) =>
        call('POST', path, { ...(await authorised()), ...headers }, body),
    }
  }
  const filed = async (): Promise<string> => (await as('liming').post('/cases', petition)).json.number
  return { app, store, call, as, filed, setDay: (day: string) => (now = at(day)) }
}

async function giveToken(store: Store, person: CastName) {
  const hash = tokenHash(store, `token-of-${person}`)
  const row = { hash, person, name: 'test', created_at: at('2026-01-01'), revoked_at: null }
  await store.db
    .insertInto('tokens')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .execute()
}

async function countCases(store: Store): Promise<number> {
  return (await store.db.selectFrom('cases').select('number').execute()).length
}
