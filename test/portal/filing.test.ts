import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { petitionerOf, system } from '../../src/accounts/actor.ts'
import { findCase } from '../../src/cases/view.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answers, answerStep, browserOf, fillIn, step, submit, versionIn } from './browser_of.ts'

const now = '2026-01-05T02:00:00.000Z'

async function seated(open: () => Promise<Store>) {
  const store = await open()
  await seatCast(store)
  const clock = { now }
  return { store, clock, client: browserOf(store, clock) }
}
const cases = (store: Store) => store.db.selectFrom('cases').select('number').execute()

onBoth('filing, one question a page', open => {
  test('the first page tells who keeps what and why, before anything personal is asked (PIPL art. 17)', async () => {
    const { client } = await seated(open)
    const start = await client.get(step('start'))
    expect(start.text).toContain('您的个人信息怎样处理')
    expect(start.text).toContain('国家秘密')
    expect(start.text).not.toContain('name="phone"')
    expect(client.cookies.size).toBe(0)
  })

  test('a question asked before the start leads to the start', async () => {
    const { client } = await seated(open)
    expect((await client.get(step('about'))).to).toBe(step('start'))
  })

  test('an appeal goes from the start to a receipt with number, code and the date of registration', async () => {
    const { store, client } = await seated(open)
    await fillIn(client)
    const { check, number, code, receipt } = await submit(client)
    for (const typed of ['楼顶漏水无人修', '赔偿损失', '王芳', '13800000012', '申诉求决类'])
      expect(check).toContain(typed)
    expect(number).toMatch(/^XF20260105-\d{6}$/)
    expect(code).toMatch(/^[2-9A-Z]{5} [2-9A-Z]{5}$/)
    expect(receipt).toContain('2026年1月20日')
    expect(receipt).toContain('第二十二条')
    expect(receipt).toContain('<svg')
    const view = await findCase(store.db, system, number)
    expect(view?.row).toMatchObject({
      state: 'submitted',
      channel: 'online',
      kind: 'appeal',
      office: 'petition-office',
    })
    expect(await readParty(store.db, store.master, number)).toMatchObject({ petitioner: '王芳', phone: '13800000012' })
  })

  test('pressing submit twice, or in two windows, gives one case and the same receipt', async () => {
    const { store, client } = await seated(open)
    await fillIn(client)
    const version = versionIn((await client.get(step('check'))).text)
    const both = await Promise.all([1, 2, 3].map(() => client.post(step('check'), { version })))
    const again = await client.post(step('check'), { version })
    expect(new Set([...both, again].map(({ status, to }) => `${status} ${to}`)).size).toBe(1)
    expect(again.to).toMatch(/^\/receipts\//)
    expect(await cases(store)).toHaveLength(1)
  })

  test('what is missing is said beside its field, and nothing typed is lost', async () => {
    const { client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', answers.kind)
    const sent = await answerStep(client, 'matter', { title: '', body: '我写了很久的一段话' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('error-summary')
    expect(sent.text).toContain('href="#field-title"')
    expect(sent.text).toContain('我写了很久的一段话')
  })

  test('a telephone is asked of everyone but those who report wrongdoing', async () => {
    const { client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', answers.kind)
    const refused = await answerStep(client, 'about', { petitioner: '王芳' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('field-phone-error')
    await answerStep(client, 'kind', { kind: 'accusation' })
    expect((await answerStep(client, 'about', {})).status).toBe(303)
  })

  test('a window left behind is told so, keeps what it holds, and may then be saved', async () => {
    const { client } = await seated(open)
    await fillIn(client)
    const old = versionIn((await client.get(step('matter'))).text)
    await answerStep(client, 'matter', { ...answers.matter, title: '新窗口改的' })
    const stale = await client.post(step('matter'), { ...answers.matter, title: '旧窗口写的', version: old })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('另一个窗口已经改过')
    expect(stale.text).toContain('旧窗口写的')
    const saved = await client.post(step('matter'), {
      ...answers.matter,
      title: '旧窗口写的',
      version: versionIn(stale.text),
    })
    expect(saved.status).toBe(303)
    const check = await client.get(step('check'))
    expect(check.text).toContain('旧窗口写的')
  })

  test('a check page left behind files nothing until it is read again', async () => {
    const { store, client } = await seated(open)
    await fillIn(client)
    const version = versionIn((await client.get(step('check'))).text)
    await answerStep(client, 'matter', { ...answers.matter, title: '改过的标题' })
    const stale = await client.post(step('check'), { version })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('改过的标题')
    expect(await cases(store)).toHaveLength(0)
  })

  test('coming from the check one goes back to it, by way of what a change leaves open', async () => {
    const { client } = await seated(open)
    await fillIn(client)
    const page = await client.get(`${step('matter')}?back=check`)
    const same = await client.post(step('matter'), { ...answers.matter, back: 'check', version: versionIn(page.text) })
    expect(same.to).toBe(step('check'))
    const changed = await answerStep(client, 'kind', { kind: 'accusation', back: 'check' })
    expect(changed.to).toBe(step('accused'))
  })

  test('whoever reports wrongdoing is asked next whom it is about', async () => {
    const { client } = await seated(open)
    await client.post(step('start'))
    expect((await answerStep(client, 'kind', { kind: 'accusation' })).to).toBe(step('accused'))
    expect((await answerStep(client, 'kind', answers.kind)).to).toBe(step('matter'))
  })

  test('a report on the petition office goes past it to the office above (art. 30)', async () => {
    const { store, client } = await seated(open)
    await fillIn(client, {
      kind: { kind: 'accusation' },
      accused: { accusedOrgans: ['petition-office'], accusedPeople: '李明' },
      demands: {},
      about: {},
    })
    const { number } = await submit(client)
    const view = await findCase(store.db, system, number)
    expect(view?.row).toMatchObject({ office: 'city-petition-office', restricted: 1 })
    expect(await findCase(store.db, cast.liming, number)).toBeUndefined()
    expect(await findCase(store.db, cast.chenjing, number)).toBeUndefined()
  })

  test('whom an earlier answer accused is not sent once the kind has changed', async () => {
    const { store, client } = await seated(open)
    await fillIn(client, { kind: { kind: 'accusation' }, accused: { accusedOrgans: ['housing'] } })
    await answerStep(client, 'kind', answers.kind)
    await answerStep(client, 'publication', answers.publication)
    const { number } = await submit(client)
    expect((await findCase(store.db, system, number))?.data.walls.organs).toEqual([])
  })

  test('secrecy and publication are asked one by one, and only what was said yes to is set', async () => {
    const { store, client } = await seated(open)
    await fillIn(client, { identity: { confidential: 'true' } })
    expect((await client.get(step('identity'))).text).toContain('只有信访部门的工作人员能看到您的姓名')
    const { check, number } = await submit(client)
    expect(check).toMatch(/请求对承办单位保密身份[^]*?是[^]*同意公开办理结果（不含个人信息）[^]*?否/)
    const set = (await findCase(store.db, system, number))?.data.set
    expect([set?.['confidential'], set?.['publicConsent']]).toEqual([true, undefined])
  })

  test('who leaves nothing of themselves is not asked whether to keep it, nor an accuser about publication', async () => {
    const { client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', { kind: 'accusation' })
    expect((await answerStep(client, 'about', {})).to).toBe(step('check'))
    expect((await answerStep(client, 'about', { petitioner: '王芳' })).to).toBe(step('identity'))
    expect((await client.get(step('publication'))).status).toBe(404)
  })

  test('an organ that is not in the list is refused', async () => {
    const { store, client } = await seated(open)
    await fillIn(client, { kind: { kind: 'accusation' }, accused: { accusedOrgans: ['no-such-organ'] } })
    const check = await client.get(step('check'))
    const filed = await client.post(step('check'), { version: versionIn(check.text) })
    expect(filed.status).toBe(422)
    expect(await cases(store)).toHaveLength(0)
  })

  test('neither an address nor a cookie holds what was typed', async () => {
    const { client } = await seated(open)
    await fillIn(client)
    await submit(client)
    const seen = decodeURIComponent([...client.urls, ...client.set].join('\n'))
    for (const typed of ['王芳', '13800000012', '和平街', '漏水']) expect(seen).not.toContain(typed)
    expect(client.set.filter(line => line.startsWith('draft=')).every(line => /httponly/i.test(line))).toBe(true)
  })

  test('hostile words are kept and shown as words', async () => {
    const { store, client } = await seated(open)
    const hostile = `"><script>alert(1)</script>'); drop table cases;--`
    await fillIn(client, {
      matter: { title: hostile, body: hostile },
      demands: { demands: hostile },
      about: { petitioner: hostile, phone: '13800000012', address: hostile },
    })
    const { check, number } = await submit(client)
    expect(check).not.toContain('<script>alert')
    const texts = await readTexts(store.db, store.master, number)
    expect(texts.find(({ field }) => field === 'title')?.text).toBe(hostile)
    expect(await findCase(store.db, petitionerOf(number), number)).toBeDefined()
  })

  test('a thousand nasty strings in every field never break a page', async context => {
    const found = join(import.meta.dirname, '../../../shared/data/naughty/blns.json')
    if (!existsSync(found)) return context.skip('no naughty strings beside the repository')
    const { client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', answers.kind)
    const strings: unknown = JSON.parse(readFileSync(found, 'utf8'))
    if (!Array.isArray(strings)) throw new Error('not a list')
    for (const nasty of strings.map(String).filter((_, i) => i % 7 === 0)) {
      const version = versionIn((await client.get(step('matter'))).text)
      const sent = await client.post(step('matter'), { title: nasty, body: nasty, category: nasty, version })
      expect([303, 422]).toContain(sent.status)
      if (sent.status === 422) expect(sent.text).not.toContain('<script>alert(')
    }
  })

  test('pages speak the language that was chosen, and none is left in the other', async () => {
    const { client } = await seated(open)
    client.cookies.set('lang', 'en')
    await fillIn(client)
    for (const path of ['/', '/file', step('start'), step('kind'), step('files'), '/track', '/published'])
      expect((await client.get(path)).text).toContain('<html lang="en"')
    const kind = await client.get(step('kind'))
    expect(kind.text).toContain('I need something settled')
    expect(kind.text).not.toContain('我有一件事')
  })
})
