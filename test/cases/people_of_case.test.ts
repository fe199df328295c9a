import { expect, test } from 'vitest'
import { cast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing, toHandling } from '../support/road.ts'
import { apiOf } from './api_of.ts'
import { richCase } from './rich_case.ts'

const secrets = ['王芳', '13800000012', '11010519491231002X', '和平街1号', '许律师', '13900000034', '郑伟']

onBoth('who stands behind a case', open => {
  test('is known to the office alone where the petitioner asked for it', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const { number } = await richCase(store, { confidential: true })
    const said = await read('liming', `/cases/${number}`)
    for (const secret of secrets) expect(said).toContain(secret)
    const others: [CastName, string][] = [
      ['wugang', ''],
      ['wugang', '/acts/draft'],
      ['zhoujie', '/acts/opine'],
      ['lincheng', ''],
    ]
    for (const [who, path] of others) {
      const told = await read(who, `/cases/${number}${path}`)
      expect(told).toContain('楼顶漏水无人修')
      for (const secret of secrets) expect(told, `${who} ${path}`).not.toContain(secret)
    }
    expect(await read('wugang', `/cases/${number}`)).toContain('信访人请求保密身份')
    expect(await read('wugang', `/cases/${number}`)).toContain('身份保密')
  })

  test('is not told by a power of attorney either', async () => {
    const { store, post, read, visit } = await office(open, '2026-01-20')
    const petition = await file(store, '2026-01-05', { ...filing, confidential: true })
    await toHandling(petition)
    const agent = { agentName: '许律师', agentPhone: '13900000034', relation: 'lawyer', mandate: 'written' }
    const files = new File(['王芳委托许律师'], '王芳授权委托书.txt', { type: 'text/plain' })
    await post('liming', `/cases/${petition.number}/acts/authoriseAgent`, { ...agent, files })
    const href =
      /href="(\/cases\/[^"]+\/files\/[^"]+)"/.exec(await read('liming', `/cases/${petition.number}`))?.[1] ?? ''
    expect((await visit('liming', href)).status).toBe(200)
    expect(await read('zhaoqiang', `/cases/${petition.number}`)).not.toContain('授权委托书.txt')
    expect((await visit('zhaoqiang', href)).status).toBe(404)
  })

  test('is told to no program, and finds no case for whoever may not know it', async () => {
    const { app, store, post } = await office(open, '2026-01-20')
    const { number } = await richCase(store, { confidential: true })
    const answer = await apiOf(app, store, 'wugang').get(`/cases/${number}`)
    for (const secret of secrets) expect(await answer.clone().text()).not.toContain(secret)
    expect(await answer.json()).toMatchObject({ number, confidential: true, urgent: true })
    for (const sought of ['13800000012', '11010519491231002X'])
      expect(await (await post('wugang', '/queues/all', { q: sought })).text()).not.toContain(number)
    expect(await (await post('liming', '/queues/all', { q: '13800000012' })).text()).toContain(number)
  })

  test('is kept too from whoever sees another case of the same person', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const earlier = await file(store)
    await toHandling(earlier)
    const later = await file(store, '2026-01-12', { ...filing, confidential: true })
    await toHandling(later, '2026-01-13')
    await later.does('linkRepeat', cast.liming, '2026-01-14', { earlier: earlier.number })
    expect(await read('liming', `/cases/${later.number}`)).toContain(`/cases/${earlier.number}`)
    expect(await read('zhaoqiang', `/cases/${later.number}`)).not.toContain(earlier.number)
    expect(await read('zhaoqiang', `/cases/${earlier.number}`)).not.toContain(later.number)
  })

  test('is shown with agent and representatives to organs that have it, and covered for those who read', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const { number, does } = await richCase(store)
    const said = await read('wugang', `/cases/${number}`)
    for (const secret of secrets) expect(said).toContain(secret)
    const covered = await read('lincheng', `/cases/${number}`)
    expect(covered).toContain('139＊＊＊＊0034')
    expect(covered).toContain('郑＊')
    for (const secret of secrets) expect(covered).not.toContain(secret)
    await does('endAgency', cast.liming, '2026-01-10', { reason: '另行委托' })
    expect(await read('liming', `/cases/${number}`)).not.toContain('许律师')
  })

  test('is asked at the counter whether to be kept, and whether the result may be published', async () => {
    const { store, read, post } = await office(open, '2026-01-20')
    const form = await read('liming', '/queues/new')
    expect(form).toMatch(/name="confidential"[^]*name="publicConsent"/)
    expect(form).toContain('您写在标题和正文里的，承办单位会看到')
    const typed = { procedure: 'petition', channel: 'letter', once: 'one', kind: 'suggestion', title: '多装路灯' }
    await post('liming', '/queues/new', { ...typed, body: '夜里太黑。', petitioner: '王芳', confidential: 'true' })
    const [row] = await store.db.selectFrom('cases').select('number').execute()
    expect(await read('liming', `/cases/${row?.number}`)).toContain('身份保密')
  })

  test('says at once what it is: urgent, a group, anonymous', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const { number } = await richCase(store)
    const said = await read('wugang', `/cases/${number}`)
    for (const words of ['重大、紧急', '12人，推选代表2人', '信访人没有同意']) expect(said).toContain(words)
    const nameless = await file(store, '2026-01-05', { kind: 'suggestion', title: '多装路灯', body: '夜里太黑。' })
    expect(await read('liming', `/cases/${nameless.number}`)).toContain('匿名')
  })
})

onBoth('the parts of a case', open => {
  test('are told hop by hop to officials, with who is in charge and what is late', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const { number } = await richCase(store)
    const said = (await read('liming', `/cases/${number}`)).replaceAll(/<[^>]+>/g, '')
    expect(said).toContain('望江区信访局 → 望江区住房和城乡建设局')
    expect(said).toContain('望江区住房和城乡建设局 → 望江区房屋征收站')
    expect(said).toMatch(/望江区人民政府 林成领导包案/)
    expect(said).toMatch(/领导批示（望江区人民政府 林成）[^]*?2026年1月15日[^]*?逾期/)
  })

  test('are never shown to the petitioner, nor the clocks organs run for each other', async () => {
    const { app, store } = await office(open, '2026-01-20')
    const { number, code } = await richCase(store)
    const body = new URLSearchParams({ number, code })
    const headers = { origin: 'http://localhost' }
    const opened = await app.request('http://localhost/track', { method: 'POST', body, headers })
    const cookie = opened.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const said = await (await app.request('http://localhost/track', { headers: { cookie } })).text()
    expect(said).toContain('办理答复')
    for (const inner of ['督办', '包案', '林成', '批示', '公安', '报告办结', '会办', '重大紧急报告'])
      expect(said).not.toContain(inner)
  })
})
