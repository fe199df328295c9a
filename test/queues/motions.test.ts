import { expect, test } from 'vitest'
import { chamber } from '../support/chamber.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answeredBy, contacted, drafted, draftMotion, handedOver, promised, served } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'

const invited = { people: ['dengyu'], confirmBy: '2026-01-14' }

onBoth('the queue of whoever signs', open => {
  test('holds what they drafted or signed, first what awaits them, with the act and the day', async () => {
    const { store, clock, visit, read, post } = await chamber(open, '2026-01-10')
    const old = await draftMotion(store, { day: '2026-01-07', input: { title: '已经办好的建议' } })
    await handedOver(old, '2026-01-20')
    await answeredBy(old, '2026-02-10')
    const draft = await draftMotion(store, { day: '2026-01-08' })
    await draft.does('invite', signers.daihong, '2026-01-08', invited)
    expect(rowsIn(await read('dengyu', '/queues'))).toEqual([
      expect.stringMatching(/联名人：待确认.*确认联名.*1月14日.*还有 4 天/),
    ])
    const lead = await read('daihong', '/queues')
    expect(lead).toContain('我提出和附议的（待我办理 1）')
    expect(rowsIn(lead)).toEqual([
      expect.stringMatching(/起草、征集联名.*领衔.*提交/),
      expect.stringMatching(/已经办好的建议.*18-5-001.*已答复/),
    ])
    await draft.does('sign', signers.dengyu, '2026-01-10')
    expect(await read('dengyu', '/queues')).toContain('我提出和附议的（待我办理 0）')
    await served(old, '2026-02-11')
    clock.now = '2026-02-11T02:00:00.000Z'
    expect(rowsIn(await read('daihong', '/queues')).join('\n')).toMatch(/已经办好的建议.*待评价.*评价.*3月/)
    expect(rowsIn(await read('duanfei', '/queues'))).toEqual([])
    for (const queue of ['all', 'overdue', 'soon', 'mine', 'parts', 'judged'])
      expect((await visit('daihong', `/queues/${queue}`)).status, queue).toBe(404)
    expect((await post('daihong', '/queues/all', { q: '加装电梯' })).status).toBe(404)
    expect((await visit('zhaoqiang', '/queues/signed')).status).toBe(404)
    expect(await read('daihong', '/queues', 'en')).toMatch(/Mine \(awaiting me: 2\)/)
  })

  test('pages by key, newest first, without repeats', async () => {
    const { store, read } = await chamber(open)
    for (let i = 0; i < 53; i++) await draftMotion(store, { day: i % 2 ? '2026-01-08' : '2026-01-09' })
    const first = await read('daihong', '/queues/signed')
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const rest = await read('daihong', next)
    const all = [...numbersIn(first), ...numbersIn(rest)]
    expect([numbersIn(first).length, numbersIn(rest).length, new Set(all).size]).toEqual([50, 3, 53])
    expect(all).toEqual(all.toSorted().reverse())
  })

  test('has nothing of petitions around it', async () => {
    const { read } = await chamber(open)
    for (const path of ['/', '/queues']) {
      const page = await read('daihong', path)
      expect(page, path).toContain('我的建议提案')
      expect(page, path).toContain('起草建议')
      expect(page, path).not.toMatch(/我要反映|查询进度|登记来信来访|起草提案/)
    }
    expect(await read('zhaoqiang', '/')).toContain('我要反映')
  })
})

onBoth('a draft is begun', open => {
  test('by deputies, members and conveners, each with their own', async () => {
    const { visit, read } = await chamber(open)
    expect(startsIn(await read('daihong', '/queues'))).toEqual(['deputy-suggestion draft'])
    expect(startsIn(await read('duanfei', '/queues'))).toEqual([
      'deputy-suggestion draft',
      'deputy-suggestion draftTogether',
    ])
    expect(startsIn(await read('weijun', '/queues'))).toEqual(['cppcc-proposal draft', 'cppcc-proposal draftTogether'])
    const page = await read('duanfei', '/queues/new?procedure=deputy-suggestion&act=draftTogether')
    expect(page).toContain('<h1>以代表团名义起草</h1>')
    expect(page).not.toMatch(/name="channel"|name="occurredOn"|邮戳|回执/)
    expect((await visit('daihong', '/queues/new?procedure=cppcc-proposal')).status).toBe(404)
    expect((await visit('daihong', '/queues/new?procedure=deputy-suggestion&act=draftTogether')).status).toBe(404)
    expect(page).toContain('石桥街道办事处')
    expect(page).not.toContain('value="delegation"')
  })

  test('and leads to its own page, once however often it is sent', async () => {
    const { store, read, visit, post } = await chamber(open)
    const typed = { once: 'a', procedure: 'deputy-suggestion', act: 'draft', ...drafted }
    const back = await post('daihong', '/queues/new', { ...typed, title: '' })
    const said = await back.text()
    expect(back.status).toBe(422)
    expect(said).toContain('请填写“标题（案由）”')
    expect(said).toContain(drafted.advice)
    const done = await post('daihong', '/queues/new', typed)
    const again = await post('daihong', '/queues/new', typed)
    const {
      number,
      channel,
      drafted: isDraft,
    } = await store.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow()
    expect([done.status, done.headers.get('location'), channel, isDraft]).toEqual([
      303,
      `/cases/${number}`,
      'online',
      1,
    ])
    const receipt = again.headers.get('location') ?? ''
    expect((await visit('daihong', receipt)).headers.get('location')).toBe(`/cases/${number}`)
    expect(await store.db.selectFrom('query_codes').selectAll().execute()).toEqual([])
    expect(await read('daihong', `/cases/${number}`)).toContain(drafted.title)
    expect((await visit('dengyu', `/cases/${number}`)).status).toBe(404)
  })

  test('while the congress and the CPPCC record no petitions', async () => {
    const { store, visit, post, read, call } = await chamber(open)
    const petition = { kind: 'suggestion', title: '来信', body: '增设路灯' }
    for (const who of ['lichen', 'xuping'] as const) {
      expect(await read(who, '/queues')).not.toContain('登记来信来访')
      expect((await visit(who, '/queues/new')).status).toBe(404)
      const typed = { once: who, procedure: 'petition', act: 'submit', channel: 'letter', ...petition }
      expect((await post(who, '/queues/new', typed)).status).toBe(404)
      const asked = await call(who, '/cases', { procedure: 'petition', channel: 'letter', input: petition })
      expect(asked.status).toBe(403)
    }
    expect(await read('liming', '/queues')).toContain('登记来信来访')
    expect(await store.db.selectFrom('cases').select('number').execute()).toEqual([])
  })
})

onBoth('officials’ queues of suggestions', open => {
  test('tell the lead and its director what is next, by which day', async () => {
    const { store, clock, read } = await chamber(open, '2026-01-16')
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    expect(rowsIn(await read('lichen', '/queues'))).toEqual([expect.stringMatching(/代表建议.*已提交.*受理登记/)])
    await motion.does('register', signers.lichen, '2026-01-16')
    expect(rowsIn(await read('lichen', '/queues'))).toEqual([expect.stringMatching(/18-5-001.*交办/)])
    await motion.does('handOver', signers.lichen, '2026-01-20', { organ: 'housing' })
    clock.now = '2026-01-20T02:00:00.000Z'
    expect(rowsIn(await read('zhaoqiang', '/queues'))).toEqual([expect.stringMatching(/18-5-001.*签收/)])
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    expect(rowsIn(await read('zhaoqiang', '/queues'))).toEqual([expect.stringMatching(/登记沟通面商/)])
    await motion.does('contact', cast.zhaoqiang, '2026-01-22', contacted)
    expect(rowsIn(await read('zhaoqiang', '/queues'))).toEqual([expect.stringMatching(/起草答复.*4月20日/)])
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-01-23', promised)
    expect(rowsIn(await read('zhaoqiang', '/queues'))).toEqual([])
    expect(rowsIn(await read('sunli', '/queues'))).toEqual([expect.stringMatching(/签发答复.*4月20日/)])
    await motion.does('answer', cast.sunli, '2026-01-26')
    expect(rowsIn(await read('zhaoqiang', '/queues'))).toEqual([expect.stringMatching(/送达答复/)])
    await served(motion, '2026-01-27')
    await motion.does('rate', signers.daihong, '2026-01-28', { attitude: 'satisfied', result: 'satisfied' })
    expect(rowsIn(await read('lichen', '/queues'))).toEqual([expect.stringMatching(/待办结.*办结（已评价）/)])
  })

  test('hold co-handlers’ and separate parts, promises after the closure, and what the office must judge', async () => {
    const { store, clock, read } = await chamber(open, '2026-01-21')
    const motion = await draftMotion(store)
    await handedOver(motion, '2026-01-20', ['police', 'street'])
    expect(rowsIn(await read('zhoujie', '/queues/parts'))).toEqual([
      expect.stringMatching(/会办：待签收.*(签收|提出会办意见).*会办意见/),
    ])
    await motion.does('object', signers.hanbing, '2026-01-21', { reason: '不属于本单位' })
    expect(rowsIn(await read('hanbing', '/queues/parts'))).toEqual([])
    expect(rowsIn(await read('lichen', '/queues/judged'))).toEqual([
      expect.stringMatching(/石桥街道办事处 会办：申请退办.*同意退办/),
    ])
    await motion.does('agreeReturn', signers.lichen, '2026-01-22', { reason: '同意' })
    expect(rowsIn(await read('lichen', '/queues/judged'))).toEqual([])
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    await motion.does('contact', cast.zhaoqiang, '2026-01-21', contacted)
    const [row = ''] = rowsIn(await read('zhaoqiang', '/queues'))
    expect(row).not.toMatch(/申请退办|起草答复/)

    const separate = await draftMotion(store, { input: { title: '两个单位各管一段' } })
    await separate.does('submit', signers.daihong, '2026-01-15')
    await separate.does('register', signers.lichen, '2026-01-16')
    await separate.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['street', 'police'] })
    const street = rowsIn(await read('hanbing', '/queues/parts'))
    expect(street).toEqual([expect.stringMatching(/两个单位各管一段.*分办：待签收.*签收/)])

    const kept = await draftMotion(store, { input: { title: '已经承诺的事' } })
    await handedOver(kept, '2026-01-20')
    await answeredBy(kept, '2026-02-10', promised)
    await served(kept, '2026-02-11')
    await kept.does('rate', signers.daihong, '2026-02-12', { attitude: 'satisfied', result: 'satisfied' })
    await kept.does('close', signers.lichen, '2026-02-13')
    clock.now = '2026-03-02T02:00:00.000Z'
    expect(rowsIn(await read('zhaoqiang', '/queues/parts')).join()).toMatch(
      /已经承诺的事.*落实：已承诺，待落实.*报送落实佐证.*2026年12月31日/,
    )
    clock.now = '2027-01-05T02:00:00.000Z'
    expect(rowsIn(await read('sunli', '/queues/overdue')).join()).toMatch(
      /已经承诺的事.*已办结.*报送落实佐证.*承诺落实.*已逾期 5 天/,
    )
    await kept.does('showEvidence', cast.zhaoqiang, '2026-03-02', { evidence: '验收单', report: '已完成' })
    expect(rowsIn(await read('lichen', '/queues/judged'))).toEqual([
      expect.stringMatching(/落实：已报佐证，待确认.*确认落实/),
    ])
    expect(rowsIn(await read('liming', '/queues/judged'))).toEqual([])
  })

  test('find a matter by its number in its series, whole or short, and only for those who may see it', async () => {
    const { store, read } = await chamber(open, '2026-01-21')
    for (let i = 0; i < 3; i++) await handedOver(await draftMotion(store, { input: { title: `第${i + 1}件建议` } }))
    const between = await draftMotion(store, { day: '2026-02-10', input: { title: '闭会期间的建议' } })
    await between.does('submit', signers.daihong, '2026-02-11')
    await between.does('register', signers.lichen, '2026-02-12')
    const found = async (who: 'lichen' | 'zhaoqiang' | 'zhoujie', q: string) =>
      rowsIn(await read(who, `/queues/all?${new URLSearchParams({ q })}`))
    for (const q of ['18-5-002', '5-2', '5-002', '18-5-2', ' １８-5-002 '])
      expect(await found('lichen', q), q).toEqual([expect.stringMatching(/第2件建议.*18-5-002/)])
    expect(await found('zhaoqiang', '18-5-003')).toHaveLength(1)
    const { label } = (await between.view()).row
    expect(await found('lichen', label ?? '')).toEqual([expect.stringContaining('闭会期间的建议')])
    expect(await found('lichen', '5-B1')).toEqual([expect.stringContaining('闭会期间的建议')])
    expect(await found('zhaoqiang', label ?? '')).toEqual([])
    expect(await found('zhoujie', '18-5-002')).toEqual([])
    expect(await found('lichen', '5-9')).toEqual([])
  })
})

const rowsIn = (page: string) =>
  [...page.matchAll(/<tr(?: [^>]*)?>(.*?)<\/tr>/gs)]
    .map(([, row = '']) => row)
    .filter(row => row.includes('href="/cases/'))
    .map(row =>
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )

const numbersIn = (page: string) =>
  [...page.matchAll(/<a href="\/cases\/(JY[\d-]+)"><bdi/g)].map(([, number]) => number ?? '')

const startsIn = (page: string) =>
  [...page.matchAll(/href="\/queues\/new\?procedure=([\w-]+)&amp;act=(\w+)"/g)].map(([, p, act]) => `${p} ${act}`)
