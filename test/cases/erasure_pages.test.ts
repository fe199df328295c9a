import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listErasures } from '../../src/cases/erase.ts'
import { listIn } from '../../src/cases/erasure_list.ts'
import { listOrders } from '../../src/cases/erasure_order_list.ts'
import { withdrawOrder } from '../../src/cases/erasure_orders.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import { cast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing } from '../support/road.ts'
import { givePassword } from '../support/sign_in.ts'
import { erased } from '../tasks/erasing.ts'

const password = 'zhi qing bei fang 8'
const destroy = { reason: 'PIPL 47(3)', words: 'destroy' }

async function atWork(open: Opener) {
  const site = await office(open, '2026-01-20')
  await givePassword(site.store, 'mawei', password)
  const order = async (number: string, asked: Record<string, string> = destroy) => {
    expect((await site.post('chenjing', `/cases/${number}/erasure`, asked)).status).toBe(303)
    return (await listOrders(site.store.db)).find(one => one.number === number)?.id ?? ''
  }
  const status = async (who: CastName, path: string) => (await site.visit(who, path)).status
  return { ...site, order, status }
}

/** A page without what differs from one order to the next. */
const plain = (page: string, ...own: string[]) =>
  own.reduce((text, word) => text.replaceAll(word, '…'), page).replaceAll(/<time.*?<\/time>/g, '')

onBoth('erasing a person on the pages', open => {
  test('is ordered by the head of the office and carried out by the administrator, with the password again', async () => {
    const { store, post, read, order } = await atWork(open)
    const { number } = await file(store)
    const id = await order(number)
    const path = `/admin/erasures/${id}`
    expect(await read('mawei', path)).toContain('删除后不能恢复')
    for (const [typed, said] of [
      ['', '请输入您的登录密码'],
      ['wrong', '密码不对'],
    ] as const) {
      const answer = await post('mawei', path, { password: typed })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(said)
    }
    expect(await readParty(store.db, store.master, number)).toMatchObject({ petitioner: filing.petitioner })
    expect(existsSync(listIn(store.dataDir))).toBe(false)

    const done = await post('mawei', path, { password })
    expect(done.headers.get('Location')).toBe('/admin/erasures?done=yes')
    expect(await readParty(store.db, store.master, number)).toBeUndefined()
    expect(await readTexts(store.db, store.master, number)).toEqual([])
    expect(await listErasures(store.db)).toMatchObject([
      { number, by: 'mawei', words: true, reason: destroy.reason, order: id },
    ])
    expect(JSON.parse(readFileSync(listIn(store.dataDir), 'utf8'))).toMatchObject({ number, order: id, by: 'mawei' })
    expect(await listOrders(store.db)).toEqual([])
    expect((await post('mawei', path, { password })).status).toBe(404)
    const list = await read('mawei', '/admin/erasures')
    for (const said of [number, id, '（三）个人撤回同意', '马伟']) expect(list).toContain(said)
    expect(await read('shenji', '/admin/security?stream=erasures')).toContain('决定删除个人信息')
  })

  test('tells the administrator nothing of the case before, and the same of an accusation as of any other', async () => {
    const { store, read, order } = await atWork(open)
    const appeal = await file(store)
    const one = await order(appeal.number)
    const [list, page] = [await read('mawei', '/admin/erasures'), await read('mawei', `/admin/erasures/${one}`)]
    expect(await withdrawOrder(store, appeal.number, { actor: cast.chenjing, now: '2026-01-20T03:00:00.000Z' })).toBe(
      true,
    )
    const accusation = await file(store, '2026-01-05', { ...filing, kind: 'accusation', title: '反映违规' })
    const other = await order(accusation.number)
    expect(plain(await read('mawei', '/admin/erasures'), other)).toBe(plain(list, one))
    expect(plain(await read('mawei', `/admin/erasures/${other}`), other)).toBe(plain(page, one))
    for (const text of [list, page])
      for (const word of [appeal.number, filing.title, filing.petitioner, '陈静', '信访局'])
        expect(text.includes(word)).toBe(false)
  })

  test('is nobody else’s: others find no page, and what is no order is absent', async () => {
    const { store, post, status, order } = await atWork(open)
    const { number } = await file(store)
    const id = await order(number)
    for (const who of ['guanli', 'shenji', 'chenjing', 'liming', 'lincheng'] as const) {
      expect(await status(who, '/admin/erasures')).toBe(404)
      expect((await post(who, `/admin/erasures/${id}`, { password })).status).toBe(404)
    }
    for (const none of ['none', number, id.toLowerCase()])
      expect((await post('mawei', `/admin/erasures/${none}`, { password })).status).toBe(404)
    for (const who of ['mawei', 'liming', 'zhaoqiang', 'lincheng', 'citychen'] as const) {
      expect(await status(who, `/cases/${number}/erasure`)).toBe(404)
      expect((await post(who, `/cases/${number}/erasure/withdraw`, {})).status).toBe(404)
    }
    expect(await listOrders(store.db)).toHaveLength(1)
  })

  test('is not ordered of a case walled off from the head of the office', async () => {
    const { store, status } = await atWork(open)
    const petition = await file(store)
    await store.db
      .insertInto('walls')
      .values({ case_number: petition.number, organ: null, person: 'chenjing', reason: 'test' })
      .execute()
    expect(await status('chenjing', `/cases/${petition.number}/erasure`)).toBe(404)
  })

  test('brings the order back with what was chosen and what is wrong, and takes none twice', async () => {
    const { store, post, read, order } = await atWork(open)
    const { number } = await file(store)
    const half = await post('chenjing', `/cases/${number}/erasure`, { reason: 'PIPL 47(2)' })
    expect(half.status).toBe(422)
    const text = await half.text()
    expect(text).toContain('请选择“正文和附件”')
    expect(text).toMatch(/value="PIPL 47\(2\)" checked/)
    const id = await order(number)
    expect((await post('chenjing', `/cases/${number}/erasure`, destroy)).status).toBe(422)
    expect(await read('chenjing', `/cases/${number}/erasure`)).toContain(id)
    expect((await post('chenjing', `/cases/${number}/erasure/withdraw`, {})).status).toBe(303)
    expect((await post('mawei', `/admin/erasures/${id}`, { password })).status).toBe(404)
    expect(await order(number)).not.toBe(id)
  })

  test('shows on the case as erased, with the day, and with no empty field', async () => {
    const { store, read, order } = await atWork(open)
    const [kept, whole, untouched] = [await file(store), await file(store), await file(store)]
    expect(await read('chenjing', `/cases/${kept.number}/erasure`)).toContain(whole.number)
    for (const [number, words] of [
      [kept.number, 'keep'],
      [whole.number, 'destroy'],
    ] as const)
      await erased(store, number, {
        words,
        order: await order(number, { ...destroy, words }),
        now: '2026-01-21T02:00:00.000Z',
      })
    expect(await listOrders(store.db)).toEqual([])
    const pages = await Promise.all([kept, whole, untouched].map(({ number }) => read('liming', `/cases/${number}`)))
    expect(pages.map(page => page.includes('已删除'))).toEqual([true, true, false])
    expect(pages.map(page => page.includes('连同当时的标题、正文和附件'))).toEqual([false, true, false])
    expect(pages.map(page => page.includes(filing.title))).toEqual([true, false, true])
    for (const page of pages.slice(0, 2)) {
      expect(page).toContain('2026年1月21日')
      expect(page).not.toMatch(/<dd>\s*<\/dd>|没有留下姓名/)
      expect(page).not.toContain(filing.phone)
    }
    expect((await store.db.selectFrom('cases').select('number').execute()).length).toBe(3)
  })

  test('lists what was erased a page at a time, without the numbers of cases walled off from the reader', async () => {
    const { store, read } = await atWork(open)
    const numbers: string[] = []
    for (let i = 0; i < 52; i++) {
      const { number } = await file(store)
      await erased(store, number, { words: 'keep' })
      numbers.push(number)
    }
    const hidden = numbers.at(-1) ?? ''
    await store.db
      .insertInto('walls')
      .values({ case_number: hidden, organ: 'district', person: null, reason: 'test' })
      .execute()
    const first = await read('mawei', '/admin/erasures')
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    const second = await read('mawei', next.replaceAll('&amp;', '&'))
    const shown = (page: string) => numbers.filter(number => page.includes(number))
    expect(shown(first)).toEqual(numbers.slice(2, -1))
    expect(shown(second)).toEqual(numbers.slice(0, 2))
    expect(second).not.toContain('rel="next"')
  })
})
