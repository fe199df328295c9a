import { expect, test } from 'vitest'
import { rememberNetwork } from '../../src/accounts/networks.ts'
import { startSession } from '../../src/accounts/session.ts'
import { createApp } from '../../src/app.tsx'
import { system } from '../../src/accounts/actor.ts'
import { listFiles } from '../../src/cases/files.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, draft, file, filing, served, toAnswered, toHandling } from '../support/road.ts'
import type { Traveller } from '../support/road.ts'
import { browserOf, versionIn } from './browser_of.ts'
import type { Client, Fields } from './browser_of.ts'

async function filed(open: () => Promise<Store>, input = {}) {
  const store = await open()
  await seatCast(store)
  const clock = { now: at('2026-01-05') }
  const petition = await file(store, '2026-01-05', { ...filing, ...input })
  return { store, clock, petition, client: browserOf(store, clock) }
}

const enter = (client: Client, { number, code }: Pick<Traveller, 'number' | 'code'>) =>
  client.post('/track', { number, code })

async function act(client: Client, name: string, fields: Fields = {}) {
  const page = await client.get(`/track/acts/${name}`)
  return client.post(`/track/acts/${name}`, { version: versionIn(page.text), ...fields })
}

async function toServed(petition: Traveller) {
  await toHandling(petition)
  await toAnswered(petition, '2026-02-01')
  await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
}

onBoth('tracking with number and query code', open => {
  test('shows the state, what comes next, the dates and their articles', async () => {
    const { client, petition } = await filed(open)
    expect((await enter(client, petition)).to).toBe('/track')
    const page = await client.get('/track')
    for (const said of ['已提出', '望江区信访局', '2026年1月20日', '还有 15 天', '第二十二条', '楼顶漏水无人修'])
      expect(page.text).toContain(said)
  })

  test('a code may be typed in small letters with gaps, a number in full-width letters', async () => {
    const { client, petition } = await filed(open)
    const number = petition.number.replace('XF', 'ＸＦ').replace('-', '')
    const code = petition.code.toLowerCase().replace(/(.{5})/, '$1 ')
    expect((await client.post('/track', { number, code })).to).toBe('/track')
  })

  test('a wrong code and a wrong number get the same answer', async () => {
    const { client, petition } = await filed(open)
    const wrongCode = await client.post('/track', { number: petition.number, code: 'AAAAAAAAAA' })
    const wrongNumber = await client.post('/track', { number: 'XF20260105-000000', code: petition.code })
    expect(wrongCode.status).toBe(422)
    expect(wrongNumber.status).toBe(422)
    expect(wrongNumber.text.replaceAll('XF20260105-000000', petition.number)).toBe(wrongCode.text)
    expect(client.cookies.has('tracking')).toBe(false)
  })

  test('after ten wrong codes a number is closed for an hour, to the right code too, and so is one that does not exist', async () => {
    const { client, petition } = await filed(open)
    for (const number of [petition.number, 'XF20250101-999999']) {
      for (let i = 0; i < 10; i++) await client.post('/track', { number, code: 'AAAAAAAAAA' })
      expect((await client.post('/track', { number, code: petition.code })).status).toBe(429)
    }
  })

  test('the cookie is for half an hour, for scripts unreadable, and cannot be made up', async () => {
    const { client, clock, petition, store } = await filed(open)
    await enter(client, petition)
    expect(client.set.at(-1)).toMatch(/^tracking=.*Max-Age=1800; Path=\/track; HttpOnly; SameSite=Lax/)
    const other = await file(store)
    const forged = (client.cookies.get('tracking') ?? '').replace(petition.number, other.number)
    const thief = browserOf(store, clock)
    thief.cookies.set('tracking', forged)
    expect((await thief.get('/track')).text).not.toContain('办理经过')
    clock.now = '2026-01-05T02:31:00.000Z'
    expect((await client.get('/track')).text).not.toContain('办理经过')
  })

  test('leaving takes the cookie away', async () => {
    const { client, petition } = await filed(open)
    await enter(client, petition)
    await client.post('/track', { leave: '1' })
    expect(client.cookies.has('tracking')).toBe(false)
  })

  test('an overdue date is said plainly', async () => {
    const { client, clock, petition } = await filed(open)
    clock.now = at('2026-01-25')
    await enter(client, petition)
    const page = await client.get('/track')
    expect(page.text).toContain('已逾期 5 天')
    expect(page.text).toContain('没有在法定期限内办理')
  })

  test('of a report of wrongdoing only state and dates are shown, no content, organ or file', async () => {
    const uploads = [{ name: '证据.txt', bytes: new TextEncoder().encode('证据') }]
    const { client, petition, store } = await filed(open, { kind: 'accusation', accusedPeople: '吴刚' })
    await petition.does('addMaterial', petition.petitioner, '2026-01-05', { note: '补充的证据' }, { uploads })
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
    await enter(client, petition)
    const page = await client.get('/track')
    expect(page.text).toContain('已转送')
    for (const secret of ['楼顶漏水', '吴刚', '证据', '纪委']) expect(page.text).not.toContain(secret)
    const [kept] = await listFiles(store.db, store.master, petition.number)
    expect((await client.get(`/track/files/${kept?.id}`)).status).toBe(404)
  })

  test('an organ’s draft and inner steps are not theirs to read; the issued answer is', async () => {
    const { client, clock, petition } = await filed(open)
    await toHandling(petition)
    await petition.does('draft', cast.zhaoqiang, '2026-02-01', draft)
    await enter(client, petition)
    expect((await client.get('/track')).text).not.toContain('责成维修')
    await petition.does('answer', cast.sunli, '2026-02-01')
    clock.now = at('2026-01-05')
    const page = await client.get('/track')
    expect(page.text).toContain('责成维修')
    expect(page.text).toContain('予以支持')
  })

  test('material is added with files, which download under a neutral name', async () => {
    const { client, petition, store } = await filed(open)
    await enter(client, petition)
    const files = [new File(['发票'], '发票.txt')]
    const done = await act(client, 'addMaterial', { note: '补一张发票', files })
    expect(done.to).toBe('/track?done=addMaterial')
    const page = await client.get(done.to)
    expect(page.text).toContain('已提交：补充材料')
    expect(page.text).toContain('发票.txt')
    const [kept] = await listFiles(store.db, store.master, petition.number)
    const download = await client.get(`/track/files/${kept?.id}`)
    expect(download.bytes.toString()).toBe('发票')
    expect(download.headers.get('Content-Disposition')).toMatch(/^attachment; filename="attachment-[0-9a-f]{8}\.txt"$/)
    expect(download.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  test('an official’s file, and a file of another case, are absent', async () => {
    const { client, petition, store } = await filed(open)
    await toHandling(petition)
    const uploads = [{ name: '内部.txt', bytes: new TextEncoder().encode('内部') }]
    await petition.does('addMaterial', cast.zhaoqiang, '2026-01-11', { note: '勘查' }, { uploads })
    await enter(client, petition)
    const [inner] = await listFiles(store.db, store.master, petition.number)
    expect((await client.get(`/track/files/${inner?.id}`)).status).toBe(404)
    expect((await client.get('/track')).text).not.toContain('内部.txt')
  })

  test('an open question is shown with the form that answers it', async () => {
    const { client, petition } = await filed(open)
    await toHandling(petition)
    await petition.does('ask', cast.zhaoqiang, '2026-01-12', { question: '漏水从哪天开始？' })
    await enter(client, petition)
    const form = await client.get('/track/acts/reply')
    expect(form.text).toContain('漏水从哪天开始？')
    const empty = await act(client, 'reply', { reply: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#field-reply"')
    expect((await act(client, 'reply', { reply: '元旦那天' })).status).toBe(303)
  })

  test('what is not open says why and under which article, and keeps what was typed', async () => {
    const { client, clock, petition } = await filed(open)
    await toServed(petition)
    clock.now = at('2026-06-01')
    await enter(client, petition)
    const late = await act(client, 'requestReview', { reason: '我不同意这个意见' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('信访工作条例 第三十五条')
    expect(late.text).toContain('我不同意这个意见')
  })

  test('someone acting first is told, with the text kept and a second press sending it', async () => {
    const { client, clock, petition } = await filed(open)
    await toServed(petition)
    clock.now = at('2026-02-03')
    await enter(client, petition)
    const old = versionIn((await client.get('/track/acts/withdraw')).text)
    await petition.does('recordAgreement', cast.liming, '2026-02-03', { note: '当面签字同意' })
    const overtaken = await client.post('/track/acts/withdraw', { reason: '不想再等', version: old })
    expect(overtaken.status).toBe(409)
    expect(overtaken.text).toContain('登记信访人同意')
    expect(overtaken.text).toContain('不想再等')
    const again = await client.post('/track/acts/withdraw', { reason: '不想再等', version: versionIn(overtaken.text) })
    expect(again.to).toBe('/track?done=withdraw')
  })

  test('acts of officials have no page here', async () => {
    const { client, petition } = await filed(open)
    await enter(client, petition)
    for (const name of ['register', 'close', 'submit', 'constructor', 'nothing'])
      expect((await client.get(`/track/acts/${name}`)).status).toBe(404)
  })

  test('what was being written when the half hour ended is kept through the sign-in', async () => {
    const { client, clock, petition } = await filed(open)
    await enter(client, petition)
    clock.now = '2026-01-05T03:00:00.000Z'
    const late = await client.post('/track/acts/addMaterial', { note: '写了四十分钟', version: '1' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('写了四十分钟')
    const { number, code } = petition
    const back = await client.post('/track', { number, code, act: 'addMaterial', note: '写了四十分钟' })
    expect(back.status).toBe(200)
    expect(back.text).toContain('写了四十分钟')
    expect(back.text).toContain('action="/track/acts/addMaterial"')
  })

  test('notices are listed once as new', async () => {
    const { client, petition } = await filed(open)
    await toHandling(petition)
    await enter(client, petition)
    expect((await client.get('/track')).text).toContain('望江区住房和城乡建设局已受理您的信访事项')
    const unread = await client.get('/track')
    expect(unread.text).not.toContain('>新<')
  })
})

const rating = { office: 'satisfied', organ: 'basically', secondFact: '0012' }
const ratingLines = (store: Store, number: string) =>
  store.db.selectFrom('facts').select('kind').where('case_number', '=', number).where('what', '=', '').execute()

onBoth('rating', open => {
  test('asks for office and organ apart, and for a second fact that fits', async () => {
    const { client, clock, petition, store } = await filed(open)
    await toServed(petition)
    clock.now = at('2026-02-03')
    await enter(client, petition)
    const wrong = await act(client, 'rate', { ...rating, secondFact: '9999' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('field-secondFact-error')
    const silent = await act(client, 'rate', { ...rating, organ: 'dissatisfied' })
    expect(silent.text).toContain('不满意请写明原因')
    expect((await act(client, 'rate', rating)).to).toBe('/track?done=rate')
    expect(await ratingLines(store, petition.number)).toContainEqual({ kind: 'rated' })
    expect((await act(client, 'rate', rating)).status).toBe(422)
  })

  test('from an official’s session, or from where officials sign in, it is flagged', async () => {
    const { client, clock, petition, store } = await filed(open)
    await toServed(petition)
    clock.now = at('2026-02-03')
    client.cookies.set('session', await sessionOf(store, clock.now))
    await enter(client, petition)
    await act(client, 'rate', rating)
    expect(await ratingLines(store, petition.number)).toContainEqual({ kind: 'rated-flagged' })

    const other = await file(store)
    await toServed(other)
    const beside = browserOf(store, clock)
    await rememberNetwork(store, store.db, beside.address, '2026-02-01')
    await enter(beside, other)
    await act(beside, 'rate', rating)
    expect(await ratingLines(store, other.number)).toContainEqual({ kind: 'rated-flagged' })
    expect((await findCase(store.db, system, other.number))?.row.state).toBe('served')
  })
})

/** 李明's session cookie, made by the application itself. */
async function sessionOf(store: Store, now: string): Promise<string> {
  const app = createApp({ store, now: () => now }).get('/session-of-liming', async c => {
    await startSession(c, 'liming')
    return c.text('')
  })
  const answer = await app.request('/session-of-liming')
  const line = answer.headers.getSetCookie().find(line => line.startsWith('session=')) ?? ''
  return line.split(';')[0]?.split('=')[1] ?? ''
}
