import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing, toAnswered, toHandling } from '../support/road.ts'

const suggestion = { ...filing, kind: 'suggestion' }

onBoth('the queues', open => {
  test('show each person what awaits them, and what awaits their unit', async () => {
    const { store, read } = await office(open)
    const fresh = await file(store, '2026-01-05', { ...filing, title: '刚刚提出' })
    const handled = await file(store, '2026-01-05', { ...filing, title: '正在办理' })
    await toHandling(handled, '2026-01-06')
    const drafted = await file(store, '2026-01-05', { ...filing, title: '等待签发' })
    await toHandling(drafted, '2026-01-06')
    await drafted.does('draft', cast.zhaoqiang, '2026-01-07', { facts: '属实', basis: '条例', opinion: '维修' })
    expect(titlesIn(await read('liming', '/queues'))).toEqual(['刚刚提出'])
    expect(titlesIn(await read('zhaoqiang', '/queues'))).toEqual(['正在办理'])
    expect(titlesIn(await read('sunli', '/queues'))).toEqual(['等待签发'])
    expect(titlesIn(await read('zhaoqiang', '/queues/unit')).sort()).toEqual(['正在办理', '等待签发'].sort())
    expect(titlesIn(await read('zhoujie', '/queues/unit'))).toEqual([])
    const mine = await read('sunli', '/queues')
    expect(mine).toContain('签发处理意见')
    expect(mine).not.toContain('承办单位负责人')
    expect(await read('zhaoqiang', '/queues/unit')).toContain('望江区住房和城乡建设局 承办单位负责人')
    expect(mine).toContain('等我办理 1')
    expect(mine).toContain('等本单位办理 2')
    expect(await read('liming', '/queues')).toContain(fresh.number)
  })

  test('say in words how long is left, and how long overdue', async () => {
    const { store, clock, read } = await office(open, '2026-01-06')
    await file(store, '2026-01-05', suggestion)
    expect(await read('liming', '/queues')).toContain('还有 14 天')
    clock.now = '2026-01-15T02:00:00.000Z'
    expect(await read('liming', '/queues/soon')).toContain('还有 5 天')
    clock.now = '2026-01-23T02:00:00.000Z'
    const overdue = await read('liming', '/queues/overdue')
    expect(overdue).toContain('已逾期 3 天')
    expect(overdue).toContain('已逾期 1')
    expect(titlesIn(await read('liming', '/queues/soon'))).toEqual([])
  })

  test('show a district leader what is overdue anywhere, but no accusation', async () => {
    const { store, read } = await office(open, '2026-02-10')
    await file(store, '2026-01-05', { ...suggestion, title: '逾期建议' })
    await file(store, '2026-01-05', { ...filing, kind: 'accusation', title: '反映违规' })
    const seen = await read('lincheng', '/queues')
    expect(titlesIn(seen)).toEqual(['逾期建议'])
    expect(seen).toContain('已逾期 1')
    expect(titlesIn(await read('lincheng', '/queues/all'))).toEqual(['逾期建议'])
    expect((await (await office(open)).visit('mawei', '/queues')).status).toBe(404)
  })

  test('page by key: complete, without repeats, while cases come and go', async () => {
    const { store, read } = await office(open)
    const numbers: string[] = []
    for (let i = 0; i < 120; i++) numbers.push((await file(store, '2026-01-05', suggestion)).number)
    const seen: string[] = []
    let path: string | undefined = '/queues/mine'
    while (path) {
      const page: string = await read('liming', path)
      seen.push(...numbersIn(page))
      path = nextIn(page)
      if (seen.length === 50) {
        const done = seen[0] ?? ''
        await file(store, '2026-01-04', suggestion)
        const { perform } = await import('../../src/cases/perform.ts')
        await perform(store, {
          on: { number: done },
          act: 'withdraw',
          actor: cast.liming,
          now: '2026-01-10T03:00:00.000Z',
          input: { reason: '撤回' },
        })
      }
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(numbers.filter(number => !seen.includes(number))).toEqual([])
  })

  test('lose nothing and repeat nothing over all cases, newest first', async () => {
    const { store, read } = await office(open)
    for (let i = 0; i < 60; i++) await file(store, `2026-01-0${1 + (i % 9)}`, suggestion)
    const first = await read('liming', '/queues/all')
    const rest = await read('liming', nextIn(first) ?? '')
    const all = [...numbersIn(first), ...numbersIn(rest)]
    expect([numbersIn(first).length, numbersIn(rest).length, new Set(all).size]).toEqual([50, 10, 60])
    expect(nextIn(rest)).toBeUndefined()
    const days = all.map(number => number.slice(2, 10))
    expect(days).toEqual(days.toSorted().reverse())
  })
})

onBoth('finding a case', open => {
  test('by two characters or its number, at an address', async () => {
    const { store, read, post } = await office(open)
    const petition = await file(store)
    await file(store, '2026-01-05', { kind: 'suggestion', title: '增设路灯', body: '建议增设路灯' })
    for (const q of ['漏水', '物业', petition.number, petition.number.slice(-6)]) {
      const sent = await post('liming', '/queues/all', { q, state: 'submitted', organ: '' })
      expect([sent.status, sent.headers.get('location')], q).toEqual([303, find({ q, state: 'submitted' })])
      expect(numbersIn(await read('liming', find({ q, state: 'submitted' }))), q).toEqual([petition.number])
    }
    for (const q of ['王', '路漏', '不存在的词']) {
      expect((await post('liming', '/queues/all', { q })).headers.get('location'), q).toBe(find({ q }))
      expect(numbersIn(await read('liming', find({ q }))), q).toEqual([])
    }
    expect(await read('liming', find({ q: '漏' }))).toContain('请输入两个字以上')
    expect((await post('liming', '/queues/all', { q: '' })).headers.get('location')).toBe('/queues/all')
  })

  test('by exactly a name, telephone or identity number, which stand in no address', async () => {
    const { store, read, post } = await office(open)
    const petition = await file(store)
    await file(store, '2026-01-05', { kind: 'suggestion', title: '增设路灯', body: '建议增设路灯' })
    for (const q of ['王芳', ' 138 0000 0012', '\u202d13800000012\u202c', '１３８00000012', '11010519491231002x']) {
      const answer = await post('liming', '/queues/all', { q, state: 'submitted' })
      const said = await answer.text()
      expect([answer.status, numbersIn(said)], q).toEqual([200, [petition.number]])
      expect(said, q).not.toMatch(/[?&;]q=/)
      expect(said, q).not.toContain('只列最近')
      expect(numbersIn(await (await post('liming', '/queues/all', { q, state: 'handling' })).text()), q).toEqual([])
      expect(numbersIn(await read('liming', find({ q }))), q).toEqual([])
    }
    for (const q of ['13800000099', '1380000001', '8800123', '110105194912310021', '电话13800000012'])
      expect([(await post('liming', '/queues/all', { q })).status, q]).toEqual([200, q])
    expect(await read('liming', '/queues/mine')).toMatch(/<form[^>]*method="post" action="\/queues\/all"/)
    expect(await read('liming', '/queues/all')).toMatch(/<form[^>]*method="post" action="\/queues\/all"/)
  })

  test('lists the newest fifty of a person and says so, without a next page', async () => {
    const { store, post } = await office(open)
    const first = await file(store, '2026-01-01')
    for (let i = 0; i < 50; i++) await file(store, '2026-01-05')
    const said = await (await post('liming', '/queues/all', { q: '13800000012' })).text()
    expect(new Set(numbersIn(said)).size).toBe(50)
    expect(numbersIn(said)).not.toContain(first.number)
    expect(said).toContain('只列最近50件')
    expect(nextIn(said)).toBeUndefined()
  })

  test('narrowed by state, procedure, organ and overdue', async () => {
    const { store, read } = await office(open, '2026-02-10')
    const late = await file(store, '2026-01-05', suggestion)
    const handled = await file(store, '2026-02-09')
    await toHandling(handled, '2026-02-10')
    const over = await file(store, '2026-02-09', suggestion)
    await over.does('withdraw', cast.liming, '2026-02-10', { reason: '撤回' })
    const found = async (asked: Record<string, string>) => numbersIn(await read('liming', find(asked))).sort()
    expect(await found({ state: 'handling' })).toEqual([handled.number])
    expect(await found({ state: 'withdrawn' })).toEqual([over.number])
    expect(await found({ organ: 'housing' })).toEqual([handled.number])
    expect(await found({ overdue: 'true' })).toEqual([late.number])
    expect(await found({ overdue: 'true', organ: 'housing' })).toEqual([])
    expect(await found({ q: '漏水', state: 'submitted' })).toEqual([late.number])
    expect(await found({ procedure: 'petition' })).toHaveLength(3)
    expect(await found({ procedure: 'service-request' })).toEqual([])
    expect(await found({ state: "x' or 1=1 --", after: 'not-a-place' })).toEqual([])
  })

  test('finds nothing of a matter for the organ it accuses, those below it, and persons it names', async () => {
    const { store, visit, read, post } = await office(open, '2026-02-10')
    const petition = await accusing(store)
    expect(numbersIn(await (await post('liming', '/queues/all', { q: '王芳' })).text())).toEqual([petition.number])
    for (const who of ['zhaoqiang', 'sunli', 'wugang', 'zhoujie', 'lincheng'] as const) {
      for (const path of [
        '/queues/mine',
        '/queues/unit',
        '/queues/soon',
        '/queues/overdue',
        find({ q: '违规' }),
        find({ q: '王芳' }),
        '/notices',
      ]) {
        const page = await visit(who, path)
        const said = page.status === 404 ? '' : await page.text()
        expect(said.includes(petition.number) || said.includes('反映违规'), `${who} ${path}`).toBe(false)
        expect(said, `${who} ${path}`).not.toMatch(/(等我办理|等本单位办理|已逾期) [1-9]/)
      }
      expect((await visit(who, `/cases/${petition.number}`)).status).toBe(404)
      const known = await post(who, '/queues/all', { q: '王芳' })
      const unknown = await post(who, '/queues/all', { q: '赵无' })
      expect([known.status, known.headers.get('location')], who).toEqual([303, find({ q: '王芳' })])
      expect(unknown.status, who).toBe(known.status)
      expect(await (await post(who, '/queues/all', { q: '13800000012' })).text(), who).not.toContain(petition.number)
    }
    expect(await read('liming', '/queues/overdue')).toContain(petition.number)
  })
})

onBoth('taking in a letter, a call or a visit', open => {
  const typed = {
    once: 'one',
    procedure: 'petition',
    channel: 'letter',
    kind: 'suggestion',
    title: '来信建议',
    body: '增设路灯',
    petitioner: '刘洋',
    phone: '13900000001',
    occurredOn: '2026-01-08',
  }

  test('files it for the petitioner, from the day it came, and prints the code', async () => {
    const { store, visit, read, post } = await office(open)
    expect(await read('liming', '/queues')).toContain('登记来信来访')
    expect(await read('liming', '/queues/new')).toContain('信访人一栏填写来信来访的人')
    const filed = await post('liming', '/queues/new', typed)
    expect(filed.status).toBe(303)
    const receipt = await read('liming', filed.headers.get('location') ?? '')
    expect(receipt).toMatch(/[2-9A-Z]{10}/)
    const row = await store.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow()
    expect(receipt).toContain(row.number)
    expect(row).toMatchObject({ channel: 'letter', received_on: '2026-01-08', office: 'petition-office' })
    const page = await read('liming', `/cases/${row.number}`)
    expect(page).toContain('刘洋')
    expect((await visit('chenjing', filed.headers.get('location') ?? '')).status).toBe(404)
  })

  test('pressed twice files once', async () => {
    const { store, post } = await office(open)
    const both = await Promise.all([post('liming', '/queues/new', typed), post('liming', '/queues/new', typed)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await store.db.selectFrom('cases').select('number').execute()).toHaveLength(1)
  })

  test('asks for the channel and keeps what was typed', async () => {
    const { post } = await office(open)
    const back = await post('liming', '/queues/new', { ...typed, channel: 'online' })
    const said = await back.text()
    expect(back.status).toBe(422)
    expect(said).toContain('请选择“渠道”')
    expect(said).toContain('value="刘洋"')
    expect((await post('liming', '/queues/new', typed)).status).toBe(303)
  })

  test('is for those who may file for others, and nobody else', async () => {
    const { visit, read, post } = await office(open)
    expect((await visit('zhaoqiang', '/queues/new')).status).toBe(404)
    expect((await post('zhaoqiang', '/queues/new', typed)).status).toBe(404)
    expect(await read('zhaoqiang', '/queues')).not.toContain('登记来信来访')
  })
})

onBoth('notices', open => {
  test('tell the organ what happened, and are read by one for all', async () => {
    const { store, read, post } = await office(open)
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    const said = await read('zhaoqiang', '/notices')
    expect(said).toContain('收到转送的信访事项')
    expect(said).toContain('1 条未读')
    expect(await read('zhoujie', '/notices')).not.toContain(petition.number)
    const [notice] = await store.db.selectFrom('outbox').selectAll().where('to_id', '=', 'housing').execute()
    expect((await post('zhoujie', '/notices', { id: notice?.id ?? '' })).status).toBe(303)
    expect(await read('sunli', '/notices')).toContain('1 条未读')
    expect((await post('zhaoqiang', '/notices', { shown: [notice?.id ?? ''] })).status).toBe(303)
    const after = await read('sunli', '/notices')
    expect(after).not.toContain('条未读')
    expect(after).toContain('已读')
  })

  test('stop showing once the matter is walled off from the organ', async () => {
    const { store, read, clock } = await office(open)
    const petition = await file(store)
    await toHandling(petition, '2026-01-06')
    await toAnswered(petition, '2026-01-07')
    expect(await read('zhaoqiang', '/notices')).toContain(petition.number)
    await petition.does('wall', cast.liming, '2026-01-08', { accusedOrgans: ['housing'], reason: '利害关系' })
    clock.now = '2026-01-09T02:00:00.000Z'
    const said = await read('zhaoqiang', '/notices')
    expect(said).not.toContain(petition.number)
    expect(said).not.toContain('条未读')
  })
})

/** An accusation of the housing bureau and of one policeman by name, past its registration deadline. */
const accusing = (store: Store) =>
  file(store, '2026-01-05', {
    ...filing,
    kind: 'accusation',
    title: '反映违规',
    body: '违规办理',
    accusedOrgans: ['housing'],
    accusedPeople: '周杰',
  })

const find = (asked: Record<string, string>) => `/queues/all?${new URLSearchParams(asked)}`

const titlesIn = (page: string) =>
  [...page.matchAll(/<a href="\/cases\/[^"]+"><bdi[^>]*>([^<]*)<\/bdi>/g)].map(([, title]) => title)

const numbersIn = (page: string) =>
  [...page.matchAll(/<a href="\/cases\/(XF[\d-]+)"><bdi/g)].map(([, number]) => number ?? '')

const nextIn = (page: string) => /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
