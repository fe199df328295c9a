import { expect, test } from 'vitest'
import { cppccProposal } from '../../../src/procedures/cppcc-proposal/procedure.ts'
import { deputySuggestion } from '../../../src/procedures/deputy-suggestion/procedure.ts'
import type { Act } from '../../../src/procedures/procedure.ts'
import { chamber } from '../../support/chamber.ts'
import type { Seated } from '../../support/chamber.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import type { Opener } from '../../support/db.ts'
import { contacted, draftMotion, drafted, handedOver, openParts, promised, served } from '../../support/motions.ts'
import type { Motion } from '../../support/motions.ts'
import { signers } from '../../support/motions_cast.ts'

/** What only officials write and read. */
const inner = {
  opinion: '治安方面没有意见',
  late: '多次催办没有答复',
  urging: '请抓紧回访',
  first: '第一稿不能签发',
  back: '请补充资金来源',
  asked: '要求说明进度',
}

/** A draft with two who are asked to sign, of whom one signs. */
async function signedDraft(open: Opener, input = {}) {
  const house = await chamber(open)
  const motion = await draftMotion(house.store, { input })
  await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu', 'duanfei'], confirmBy: '2026-01-14' })
  await motion.does('sign', signers.dengyu, '2026-01-09')
  return { ...house, motion, page: `/cases/${motion.number}` }
}

/** Handled by a lead with two co-handlers, of whom one gives its opinion and the other stays silent; answered with a promise. */
async function handled(motion: Motion) {
  await motion.does('decline', signers.duanfei, '2026-01-09')
  await handedOver(motion, '2026-01-20', ['police', 'street'])
  await motion.does('receive', cast.zhaoqiang, '2026-01-21')
  await motion.does('receive', cast.zhoujie, '2026-01-21')
  await motion.does('opine', cast.zhoujie, '2026-01-22', { opinion: inner.opinion })
  await motion.does('urge', signers.lichen, '2026-02-10', { note: inner.urging })
  await motion.does('contact', cast.zhaoqiang, '2026-02-11', { ...contacted, present: '代红' })
  await motion.does('supervise', signers.wumin, '2026-02-12', { note: inner.asked })
  const [street] = (await motion.view()).assignments.filter(({ organ }) => organ === 'street')
  const late = { reason: inner.late }
  await motion.does('goOnWithout', cast.zhaoqiang, '2026-03-20', late, { part: street?.id ?? '' })
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-20', { ...promised, opinion: inner.first })
  await motion.does('sendBack', cast.sunli, '2026-03-20', { reason: inner.back })
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-21', promised)
}

onBoth('a draft', open => {
  test('is read by those who sign it or are asked to, with its words and who signed', async () => {
    const { read, page } = await signedDraft(open)
    for (const who of ['daihong', 'dengyu', 'duanfei'] as const) {
      const said = await read(who, page)
      for (const word of [drafted.title, drafted.situation, drafted.advice, '代红', '邓宇', '段飞', '待确认'])
        expect(said, who).toContain(word)
      expect(said).toContain('由您修改、邀请联名并提交。')
    }
    expect(await read('duanfei', page)).toContain(`${page}/acts/sign`)
    expect(await read('dengyu', page)).not.toContain(`${page}/acts/sign`)
    expect(await read('dengyu', page, 'en')).toContain('What it says')
  })

  test('is there for nobody else: no page, no list, no search, no count, no message, no program', async () => {
    const { store, visit, read, post, call, motion, page } = await signedDraft(open)
    const nobody = 'JY20260108-000000'
    // prettier-ignore
    const others: Seated[] = ['weiyuan', 'lichen', 'wumin', 'dingdu', 'lincheng', 'mawei', 'guanli', 'shenji', 'liming', 'zhaoqiang', 'xuping']
    for (const who of others) {
      for (const path of [page, `${page}/acts/register`, `${page}/acts/sign`, `${page}/readings`]) {
        const answer = await visit(who, path)
        expect(answer.status, `${who} ${path}`).toBe(404)
        const absent = await visit(who, path.replace(motion.number, nobody))
        expect((await answer.text()).replaceAll(motion.number, nobody)).toBe(await absent.text())
      }
      const [told, absent] = [await call(who, `/cases/${motion.number}`), await call(who, `/cases/${nobody}`)]
      expect(told.status).toBe(404)
      expect(await told.text()).toBe(await absent.text())
      expect((await call(who, `/cases/${motion.number}/acts/register`, { version: 3, input: {} })).status).toBe(404)
      const listed = await call(who, `/cases?q=${encodeURIComponent('加装电梯')}`)
      expect(await listed.json(), who).toMatchObject({ items: [] })
      expect(await (await call(who, '/cases?state=draft')).json()).toMatchObject({ items: [] })
    }
    for (const who of ['lichen', 'wumin', 'dingdu', 'lincheng'] as const) {
      for (const path of ['/queues', '/queues/all', '/notices', '/queues?state=draft'])
        expect(await read(who, path), `${who} ${path}`).not.toContain(motion.number)
      for (const q of [motion.number, '加装电梯', drafted.phone])
        expect(await (await post(who, '/queues/all', { q })).text(), `${who} ${q}`).not.toContain(`${page}"`)
    }
    expect(await store.db.selectFrom('facts').selectAll().execute()).toEqual([])
    expect(await store.db.selectFrom('case_organs').selectAll().execute()).toEqual([])
    const told = await store.db.selectFrom('outbox').select(['to_kind', 'to_id']).execute()
    expect(new Set(told.map(({ to_kind }) => to_kind))).toEqual(new Set(['person']))
    expect(told.every(({ to_id }) => ['daihong', 'dengyu', 'duanfei'].includes(to_id))).toBe(true)
  })

  test('is gone for whoever declined, and for whoever let the day to confirm pass', async () => {
    const { visit, call, read, motion, page } = await signedDraft(open)
    expect(await read('duanfei', '/notices')).toContain('请您确认是否联名')
    await motion.does('decline', signers.duanfei, '2026-01-09')
    expect((await visit('duanfei', page)).status).toBe(404)
    expect((await call('duanfei', `/cases/${motion.number}`)).status).toBe(404)
    expect(await read('duanfei', '/notices')).not.toContain(motion.number)
    const other = await signedDraft(open)
    await other.motion.does('submit', signers.daihong, '2026-01-10')
    expect((await other.visit('duanfei', other.page)).status).toBe(404)
    expect((await other.visit('dengyu', other.page)).status).toBe(200)
  })

  test('stays with its signers once it is discarded', async () => {
    const { visit, motion, page } = await signedDraft(open)
    await motion.does('discard', signers.daihong, '2026-01-10')
    expect((await visit('daihong', page)).status).toBe(200)
    for (const who of ['lichen', 'dingdu', 'lincheng', 'weiyuan'] as const)
      expect((await visit(who, page)).status, who).toBe(404)
  })
})

onBoth('whoever signed', open => {
  test('sees what is theirs of the handling, and nothing of how officials settle it', async () => {
    const { visit, read, call, clock, motion, page } = await signedDraft(open)
    await handled(motion)
    clock.now = '2026-03-21T02:00:00.000Z'
    const secret = [
      ...Object.values(inner),
      '会办期限',
      '未提出意见',
      '待签发',
      '赵强',
      '孙丽',
      '周杰',
      promised.opinion,
    ]
    for (const who of ['daihong', 'dengyu'] as const) {
      for (const path of [page, `${page}/acts/withdraw`, '/queues', '/queues/all', '/notices']) {
        if (path.endsWith('withdraw') && who === 'dengyu') continue
        const said = await read(who, path)
        for (const word of secret) expect(said, `${who} ${path} ${word}`).not.toContain(word)
      }
      const said = await read(who, page)
      for (const word of ['18-5-001', '区十八届人大五次会议', '会议期间', '办理中', '主办', '会办', '望江区公安分局'])
        expect(said, word).toContain(word)
      for (const word of ['谢绝联名', contacted.summary, '望江区住房和城乡建设局与代表沟通', '2026年4月20日'])
        expect(said, word).toContain(word)
      const program = JSON.stringify(await (await call(who, `/cases/${motion.number}`)).json())
      for (const word of ['opine', 'goOnWithout', '"urge"', 'sendBack', 'supervis', 'missed', 'drafted', 'zhaoqiang'])
        expect(program, word).not.toContain(word)
    }
    expect((await visit('duanfei', page)).status).toBe(404)
  })

  test('finds what they signed by what is told to them, and by nothing that officials wrote', async () => {
    const { call, clock, motion } = await signedDraft(open)
    await handled(motion)
    clock.now = '2026-03-25T02:00:00.000Z'
    const found = async (who: Seated, asked: string) =>
      ((await (await call(who, `/cases?${asked}`)).json()) as { items: object[] }).items
    const mine = { number: motion.number, state: 'handling', nextDue: null, overdue: false }
    expect(await found('dengyu', '')).toEqual([expect.objectContaining(mine)])
    expect(await found('dengyu', 'state=handling&q=加装电梯')).toEqual([expect.objectContaining(mine)])
    for (const asked of ['q=没有意见', 'q=正在推进', 'q=抓紧回访', 'overdue=true', 'state=closed'])
      expect(await found('dengyu', asked), asked).toEqual([])
    for (const who of ['duanfei', 'weiyuan'] as const) expect(await found(who, '')).toEqual([])
    expect(await found('lichen', 'q=没有意见')).toHaveLength(1)
  })

  test('is not told which inner step came between, where somebody acted first', async () => {
    const { call, motion } = await signedDraft(open)
    await handled(motion)
    const late = { version: 5, input: { reason: '情况有变' } }
    const answer = await call('daihong', `/cases/${motion.number}/acts/withdraw`, late)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ overtaken: { act: '另一步' } })
  })

  test('reads the answer in full once it is issued, and then what became of the promise', async () => {
    const { read, motion, page, clock } = await signedDraft(open)
    await handled(motion)
    await motion.does('answer', cast.sunli, '2026-03-22')
    await served(motion, '2026-03-23')
    clock.now = '2026-03-23T03:00:00.000Z'
    const said = await read('dengyu', page)
    for (const word of [promised.opinion, promised.promise, 'B 正在解决或者列入计划逐步解决', '已承诺，待落实'])
      expect(said, word).toContain(word)
    expect(said).not.toContain(inner.first)
    const notices = await read('dengyu', '/notices')
    expect(notices).toContain('发给您的消息')
    expect(notices).toContain('望江区住房和城乡建设局已答复')
    expect(await read('daihong', page)).toContain(`${page}/acts/rate`)
    expect(said).not.toContain(`${page}/acts/rate`)
    await motion.does('rate', signers.daihong, '2026-03-24', { attitude: 'satisfied', result: 'satisfied' })
    const [outcome] = await openParts(motion, 'outcome')
    const shown = { evidence: '内部验收单第七号', report: '二十部已经装好' }
    await motion.does('showEvidence', cast.zhaoqiang, '2026-04-20', shown, { part: outcome ?? '' })
    const later = await read('dengyu', page)
    expect(later).toContain(shown.report)
    expect(later).not.toContain(shown.evidence)
    expect(await read('dengyu', page, 'en')).toContain('What the answer claims or promises')
  })

  test('reads of several answers each once its own organ has signed it', async () => {
    const { read, motion, page } = await signedDraft(open)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'street'] })
    const [ours, theirs] = [
      { ...promised, opinion: '房屋部分已经推进' },
      { ...promised, opinion: '街道部分的草稿' },
    ]
    for (const [who, answer] of [
      [cast.zhaoqiang, ours],
      [signers.hanbing, theirs],
    ] as const) {
      await motion.does('receive', who, '2026-01-21')
      await motion.does('contact', who, '2026-01-21', contacted)
      await motion.does('draftAnswer', who, '2026-01-22', answer)
    }
    await motion.does('answer', cast.sunli, '2026-01-23')
    const said = await read('dengyu', page)
    expect(said).toContain(ours.opinion)
    expect(said).not.toContain(theirs.opinion)
    expect(said).toContain('分办')
    expect(await read('lichen', page)).toContain('望江区住房和城乡建设局、石桥街道办事处')
    await motion.does('answer', signers.haolan, '2026-01-24')
    expect(await read('dengyu', page)).toContain(theirs.opinion)
  })

  test('gets the files of the steps they are told of, and no others', async () => {
    const { visit, read, motion, page } = await signedDraft(open)
    await motion.does('decline', signers.duanfei, '2026-01-09')
    await handedOver(motion, '2026-01-20', ['police'])
    await motion.does('receive', cast.zhoujie, '2026-01-21')
    const file = (name: string) => ({ name, bytes: Buffer.from(`%PDF-1.4 ${name}`) })
    const opinion = { uploads: [file('会办意见.pdf')] }
    await motion.does('opine', cast.zhoujie, '2026-01-22', { opinion: inner.opinion }, opinion)
    await motion.does('receive', cast.zhaoqiang, '2026-01-22')
    await motion.does('contact', cast.zhaoqiang, '2026-01-22', contacted, { uploads: [file('面商照片.pdf')] })
    const hrefs = [...(await read('lichen', page)).matchAll(/href="(\/cases\/[^"]+\/files\/[^"]+)"/g)].map(
      ([, at]) => at,
    )
    const statuses = await Promise.all([...new Set(hrefs)].map(async at => (await visit('dengyu', at ?? '')).status))
    expect(statuses.toSorted()).toEqual([200, 404])
    expect(await read('dengyu', page)).toContain('面商照片.pdf')
    expect(await read('dengyu', page)).not.toContain('会办意见.pdf')
  })

  test('is known to the office and kept from those who handle it, where they asked for that', async () => {
    const { read, call, motion, page, clock } = await signedDraft(open, { confidential: true })
    await motion.does('decline', signers.duanfei, '2026-01-09')
    await handedOver(motion, '2026-01-20', ['police'])
    clock.now = '2026-01-21T02:00:00.000Z'
    const secrets = ['代红', '邓宇', '段飞', '石桥代表团', drafted.phone]
    const office = await read('lichen', page)
    for (const secret of secrets) expect(office, secret).toContain(secret)
    for (const who of ['zhaoqiang', 'sunli', 'zhoujie', 'dingdu', 'lincheng'] as const) {
      const said = await read(who, page)
      for (const secret of secrets) expect(said, `${who} ${secret}`).not.toContain(secret)
      expect(said).toContain('代表（已请求保密）')
      const lists = await Promise.all(['/queues', '/queues/all', '/notices'].map(path => read(who, path)))
      for (const secret of secrets) expect(lists.join('\n'), `${who} ${secret}`).not.toContain(secret)
      expect(await read(who, page, 'en')).toContain('Deputy (asked for confidentiality)')
      const program = await (await call(who, `/cases/${motion.number}`)).text()
      for (const id of ['daihong', 'dengyu', 'duanfei', 'delegation']) expect(program, `${who} ${id}`).not.toContain(id)
    }
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    expect(await read('zhaoqiang', `${page}/acts/contact`)).not.toContain('代红')
    expect(await read('dengyu', page)).toContain('代红')
  })
})

test('no step that is inner tells those who sign, or leaves words open to them', () => {
  for (const { acts } of [deputySuggestion, cppccProposal])
    for (const [act, spec] of Object.entries<Act>(acts).filter(([, { inner }]) => inner)) {
      expect(Object.keys(spec.tells ?? {}), act).not.toContain('signers')
      expect(spec.open ?? [], act).toEqual([])
    }
})

onBoth('the case page of officials', open => {
  test('says which session and series it is of, who put it forward, and who handles it as what', async () => {
    const { read, motion, page, clock } = await signedDraft(open, { wishedOrgans: ['housing'] })
    await handedOver(motion)
    clock.now = '2026-01-21T02:00:00.000Z'
    const said = await read('lichen', page)
    for (const word of [
      '18-5-001',
      '区十八届人大五次会议',
      '会议期间',
      '代红（石桥代表团）',
      '建议承办单位',
      '同意公开',
    ])
      expect(said, word).toContain(word)
    expect(said).toContain('独办')
    expect(said).not.toContain('匿名')
    expect(said).not.toContain('信访人')
    const english = await read('lichen', page, 'en')
    for (const word of ['In session', 'Put forward by', 'Who signed', 'Sole', 'It may']) expect(english).toContain(word)
  })

  test('asks of either way of closing in one list', async () => {
    const { read, motion, page, clock } = await signedDraft(open)
    await handedOver(motion)
    clock.now = '2026-01-21T02:00:00.000Z'
    const said = await read('lichen', page)
    expect(said.match(/每个承办单位都已答复/g)).toHaveLength(1)
    expect(said).toContain('每个答复都已评价；或者评价期限届满，没有评价')
    expect(said).toContain('共 4 项，已具备 1 项，还缺 3 项')
    expect(await read('lichen', page, 'en')).toContain(
      'Every answer was rated; or the rating window lapsed without a rating',
    )
  })

  test('names the main proposal where the reader may see it', async () => {
    const house = await chamber(open)
    const proposal = { procedure: 'cppcc-proposal' as const, day: '2026-01-08' }
    const main = await draftMotion(house.store, { ...proposal, actor: signers.weiyuan, input: { title: '主案标题' } })
    await main.does('submit', signers.weiyuan, '2026-01-09')
    await main.does('register', signers.xuping, '2026-01-09')
    const merged = await draftMotion(house.store, {
      ...proposal,
      actor: signers.weihan,
      input: { title: '并入的一件' },
    })
    await merged.does('submit', signers.weihan, '2026-01-09')
    await merged.does('merge', signers.xuping, '2026-01-10', { into: main.number, reason: '内容相近' })
    const page = `/cases/${merged.number}`
    expect(await house.read('xuping', page)).toContain(`href="/cases/${main.number}"`)
    const theirs = await house.read('weihan', page)
    expect(theirs).not.toContain(main.number)
    expect(theirs).not.toContain('主案标题')
    expect(theirs).toContain('本件并入另一件办理')
  })
})

onBoth('a program', open => {
  test('drafts a suggestion for a deputy, without a query code; for others it is refused', async () => {
    const { call } = await chamber(open, '2026-01-08')
    const filing = { procedure: 'deputy-suggestion', channel: 'online', input: drafted }
    const filed = await call('daihong', '/cases', filing)
    expect(filed.status).toBe(201)
    const told = (await filed.json()) as { number: string }
    expect(told).toMatchObject({ state: 'draft', acts: expect.arrayContaining(['invite', 'submit']) })
    expect(told).not.toHaveProperty('queryCode')
    const read = await call('daihong', `/cases/${told.number}`)
    expect(await read.json()).toMatchObject({ label: null, session: null, assignments: [{ person: 'daihong' }] })
    for (const who of ['lichen', 'zhaoqiang', 'weiyuan', 'mawei'] as const)
      expect((await call(who, '/cases', filing)).status, who).toBe(403)
    expect((await call('daihong', '/cases', { ...filing, act: 'draftTogether' })).status).toBe(403)
    expect((await call('duanfei', '/cases', { ...filing, act: 'draftTogether' })).status).toBe(201)
    expect((await call('duanfei', '/cases', { ...filing, act: 'register' })).status).toBe(404)
  })
})
