import { expect, test } from 'vitest'
import { listFiles } from '../../src/cases/files.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { draft, file, filing, toAnswered, toHandling } from '../support/road.ts'

onBoth('the page of a case', open => {
  test('shows where it stands, what can be done, what is owed and who filed', async () => {
    const { store, visit } = await office(open)
    const petition = await file(store)
    await toHandling(petition)
    const said = await (await visit('zhaoqiang', `/cases/${petition.number}`)).text()
    expect(said).toContain('楼顶漏水无人修')
    expect(said).toContain('办理中')
    expect(said).toContain(`/cases/${petition.number}/acts/draft`)
    expect(said).toContain('13800000012')
    expect(said).toContain('信访工作条例 第三十四条')
    expect(said).toContain('这一天是怎样算出来的')
    expect(said).toContain('答复已经签发')
    expect(said).toContain('督促维修')
    expect(said).not.toContain(`/acts/close"`)
  })

  test('covers part of the person for someone who only reads', async () => {
    const { store, visit } = await office(open)
    const petition = await file(store)
    await toHandling(petition)
    const said = await (await visit('lincheng', `/cases/${petition.number}`)).text()
    expect(said).toContain('138＊＊＊＊0012')
    expect(said).not.toContain('13800000012')
    expect(said).not.toContain('11010519491231002X')
    expect(said).not.toContain('王芳')
  })

  test('is absent for a stranger, and asks who is there first', async () => {
    const { app, store, visit } = await office(open)
    const petition = await file(store)
    for (const path of ['', '/acts/register', '/files/x'])
      expect((await visit('zhoujie', `/cases/${petition.number}${path}`)).status).toBe(404)
    expect((await visit('liming', '/cases/XF20260101-000000')).status).toBe(404)
    const asked = await app.request(`http://localhost/cases/${petition.number}`)
    expect([asked.status, asked.headers.get('location')]).toEqual([303, expect.stringContaining('/login?back=')])
  })

  test('remembers once that a person has read the matter', async () => {
    const { store, visit } = await office(open)
    const petition = await file(store)
    await visit('liming', `/cases/${petition.number}`)
    await visit('liming', `/cases/${petition.number}`)
    await visit('zhoujie', `/cases/${petition.number}`)
    const readings = await store.db.selectFrom('readings').select(['case_number', 'person']).execute()
    expect(readings).toEqual([{ case_number: petition.number, person: 'liming' }])
  })

  test('marks an accusation for those who handle it, and hides it from whom it accuses', async () => {
    const { store, visit } = await office(open)
    const accusation = { ...filing, kind: 'accusation', title: '反映违规', accusedOrgans: ['housing'] }
    const petition = await file(store, '2026-01-05', accusation)
    expect(await (await visit('liming', `/cases/${petition.number}`)).text()).toContain('检举控告：不得转给')
    for (const walled of ['zhaoqiang', 'sunli', 'wugang', 'lincheng'] as const)
      expect((await visit(walled, `/cases/${petition.number}`)).status).toBe(404)
  })

  test('says what was recorded late, beside the legal day', async () => {
    const { store, visit } = await office(open)
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-09', { kind: 'suggestion' }, { occurredOn: '2026-01-07' })
    const said = await (await visit('liming', `/cases/${petition.number}`)).text()
    expect(said).toContain('补录')
    expect(said).toMatch(/2026年1月7日[^]*2026年1月9日/)
  })

  test('shows hostile words as words', async () => {
    const { store, visit } = await office(open)
    const hostile = '<img src=x onerror=alert(1)>"\'</title>'
    const petition = await file(store, '2026-01-05', { ...filing, title: hostile, body: hostile, petitioner: hostile })
    for (const path of ['', '/acts/register']) {
      const said = await (await visit('liming', `/cases/${petition.number}${path}`)).text()
      expect(said).toContain('&lt;img')
      expect(said).not.toContain('<img')
    }
  })
})

onBoth('an act of a case', open => {
  test('is done from a plain form and leads back to the case', async () => {
    const { store, visit, post } = await office(open)
    const petition = await file(store)
    const form = await (await visit('liming', `/cases/${petition.number}/acts/register`)).text()
    expect(form).toContain('name="version" value="1"')
    expect(form).toContain('信访工作条例 第二十二条')
    expect(form).toMatch(/type="radio"[^>]*value="appeal"[^>]*checked/)
    const done = await post('liming', `/cases/${petition.number}/acts/register`, {
      version: '1',
      kind: 'appeal',
      route: '6',
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/cases/${petition.number}`])
    expect(await (await visit('liming', `/cases/${petition.number}`)).text()).toContain('已登记')
  })

  test('that lacks something comes back with what was typed', async () => {
    const { store, post } = await office(open)
    const petition = await file(store)
    const path = `/cases/${petition.number}/acts/register`
    const back = await post('liming', path, { version: '1', kind: 'appeal', heads: '3' })
    const said = await back.text()
    expect(back.status).toBe(422)
    expect(said).toContain('申诉求决类须选择法定途径')
    expect(said).toContain('href="#field-route"')
    expect(said).toMatch(/value="3"[^>]*name="heads"/)
    const wrong = await (await post('liming', path, { version: '1', kind: 'suggestion', heads: '三个人' })).text()
    expect(wrong).toContain('href="#field-heads"')
    expect(wrong).toContain('value="三个人"')
  })

  test('asks why when it is recorded more than five working days late', async () => {
    const { store, post } = await office(open, '2026-02-10')
    const petition = await file(store)
    const path = `/cases/${petition.number}/acts/register`
    const typed = { version: '1', kind: 'suggestion', occurredOn: '2026-01-06' }
    const back = await post('liming', path, typed)
    expect([back.status, (await back.text()).includes('name="lateReason"')]).toEqual([422, true])
    expect((await post('liming', path, { ...typed, lateReason: '系统停机' })).status).toBe(303)
  })

  test('that is not open says why, under which article', async () => {
    const { store, visit, post } = await office(open)
    const petition = await file(store)
    await toHandling(petition, '2026-01-06')
    await toAnswered(petition, '2026-01-07')
    await petition.does('serve', cast.zhaoqiang, '2026-01-08', { method: 'person', receipt: 'signed' })
    await petition.does('agree', petition.petitioner, '2026-01-08')
    await petition.does('ask', cast.liming, '2026-01-08', { question: '还有什么要说明' })
    const page = await (await visit('liming', `/cases/${petition.number}`)).text()
    expect(page).toContain('还有向信访人的询问没有回音')
    const refused = await post('liming', `/cases/${petition.number}/acts/close`, {})
    const said = await refused.text()
    expect(refused.status).toBe(422)
    expect(said).toContain('还有向信访人的询问没有回音')
    expect(said).toContain('本机关工作规则')
  })

  test('drawn from an older version is told who acted, and keeps what was typed', async () => {
    const { store, post } = await office(open)
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-06')
    const stale = await post('zhaoqiang', `/cases/${petition.number}/acts/accept`, {
      version: '3',
      note: '依法调查处理',
    })
    const said = await stale.text()
    expect(stale.status).toBe(409)
    expect(said).toContain('您自己已经办过')
    expect(said).toContain('签收')
    expect(said).toContain('依法调查处理')
    expect(said).toContain('name="version" value="4"')
  })

  test('sent twice is done once', async () => {
    const { store, post } = await office(open)
    const petition = await file(store)
    const path = `/cases/${petition.number}/acts/register`
    const typed = { version: '1', kind: 'suggestion' }
    const both = await Promise.all([post('liming', path, typed), post('liming', path, typed)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const events = await store.db
      .selectFrom('events')
      .select('act')
      .where('stream', '=', `case:${petition.number}`)
      .execute()
    expect(events.map(event => event.act)).toEqual(['submit', 'register'])
  })

  test('to answer starts from the demands that were filed, and from a draft that was sent back', async () => {
    const { store, visit } = await office(open)
    const petition = await file(store)
    await toHandling(petition, '2026-01-06')
    const fresh = await (await visit('zhaoqiang', `/cases/${petition.number}/acts/draft`)).text()
    expect(fresh).toContain('name="demands.0.demand" value="督促维修"')
    await petition.does('draft', cast.zhaoqiang, '2026-01-07', draft)
    await petition.does('sendBack', cast.sunli, '2026-01-07', { reason: '事实不清' })
    const again = await (await visit('zhaoqiang', `/cases/${petition.number}/acts/draft`)).text()
    expect(again).toContain('责成维修')
    expect(again).toMatch(/<option value="support"[^>]*selected/)
  })

  test('of someone else is refused, and has no page', async () => {
    const { store, visit, post } = await office(open)
    const petition = await file(store)
    await toHandling(petition, '2026-01-06')
    expect((await visit('liming', `/cases/${petition.number}/acts/draft`)).status).toBe(404)
    const refused = await post('liming', `/cases/${petition.number}/acts/draft`, { version: '5' })
    expect([refused.status, (await refused.text()).includes('这一步由承办人办理')]).toEqual([422, true])
    expect((await visit('liming', `/cases/${petition.number}/acts/constructor`)).status).toBe(404)
  })
})

onBoth('an attachment', open => {
  test('is handed over under a name that says nothing, and never opens inside the site', async () => {
    const { store, visit, post } = await office(open)
    const petition = await file(store)
    const path = `/cases/${petition.number}/acts/addMaterial`
    const attached = await post('liming', path, { note: '照片', files: pdf('王芳的身份证.pdf') })
    expect(attached.status).toBe(303)
    const [kept] = await listFiles(store.db, store.master, petition.number)
    const page = await (await visit('liming', `/cases/${petition.number}`)).text()
    expect(page).toContain('王芳的身份证.pdf')
    const sent = await visit('liming', `/cases/${petition.number}/files/${kept?.id}`)
    expect(sent.status).toBe(200)
    expect(sent.headers.get('content-disposition')).toBe(`attachment; filename="${petition.number}-attachment.pdf"`)
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff')
    expect(sent.headers.get('content-security-policy')).toContain('sandbox')
    expect(sent.headers.get('cache-control')).toBe('no-store')
    expect(await sent.text()).toContain('%PDF')
    expect((await visit('zhoujie', `/cases/${petition.number}/files/${kept?.id}`)).status).toBe(404)
  })

  test('that was pulled is gone, and shown as pulled', async () => {
    const { store, visit, post } = await office(open)
    const petition = await file(store)
    await post('liming', `/cases/${petition.number}/acts/addMaterial`, { note: '照片', files: pdf('误传.pdf') })
    const [kept] = await listFiles(store.db, store.master, petition.number)
    const form = await (await visit('liming', `/cases/${petition.number}/acts/pullFile?file=${kept?.id}`)).text()
    expect(form).toContain(`value="${kept?.id}"`)
    const path = `/cases/${petition.number}/acts/pullFile`
    expect((await post('liming', path, { file: kept?.id ?? '', reason: '误传' })).status).toBe(303)
    expect((await visit('liming', `/cases/${petition.number}/files/${kept?.id}`)).status).toBe(404)
    const page = await (await visit('liming', `/cases/${petition.number}`)).text()
    expect(page).toContain('已撤下')
    expect(page).not.toContain('误传.pdf')
  })

  test('of a kind that may not be attached comes back with what was typed', async () => {
    const { store, post } = await office(open)
    const petition = await file(store)
    const files = new File(['<html><script>alert(1)</script>'], 'a.pdf')
    const back = await post('liming', `/cases/${petition.number}/acts/addMaterial`, { note: '说明文字', files })
    const said = await back.text()
    expect(back.status).toBe(422)
    expect(said).toContain('不是可以上传的类型')
    expect(said).toContain('说明文字')
  })
})

const pdf = (name: string) => new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], name, { type: 'application/pdf' })
