import { expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing, toHandling } from '../support/road.ts'

const another = { ...filing, title: '小区停车难', petitioner: '李桂英', phone: '13800000099', idNumber: undefined }

onBoth('the page of a case that may repeat another', open => {
  test('proposes to its office what the same person filed before, with the form filled in', async () => {
    const { store, read, post } = await office(open)
    const first = await file(store, '2026-01-05')
    const stranger = await file(store, '2026-01-05', another)
    const second = await file(store, '2026-01-06', { ...another, title: '又漏水了', phone: filing.phone })
    const page = await read('liming', `/cases/${second.number}`)
    const href = `/cases/${second.number}/acts/linkRepeat?earlier=${first.number}`
    expect(page).toContain('可能的重复件')
    expect(page).toMatch(new RegExp(`${first.number}[^]*2026年1月5日[^]*已提出[^]*电话相同`))
    expect(page).toContain(href)
    expect(page).toMatch(new RegExp(`${stranger.number}[^]*姓名相同`))
    expect(page.indexOf(first.number)).toBeLessThan(page.indexOf(stranger.number))
    expect(await read('liming', href)).toMatch(new RegExp(`value="${first.number}"[^>]*name="earlier"`))
    expect(await read('liming', `/cases/${first.number}`)).not.toContain('可能的重复件')
    const sent = await post('liming', `/cases/${second.number}/acts/linkRepeat`, { earlier: first.number })
    expect(sent.status).toBe(303)
    const linked = await read('liming', `/cases/${second.number}`)
    expect(linked).not.toContain('可能的重复件')
    expect(linked).toMatch(new RegExp(`重复</dt>[^]*/cases/${first.number}"`))
    expect(await read('liming', `/cases/${first.number}`)).toMatch(new RegExp(`后续件[^]*/cases/${second.number}"`))
  })

  test('proposes nothing to those who may not link, and nothing hidden from those who may', async () => {
    const { store, read } = await office(open)
    const hidden = await file(store, '2026-01-05', {
      ...filing,
      kind: 'accusation',
      accusedOrgans: ['petition-office'],
    })
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-01-06')
    await toHandling(second)
    const clerk = await read('liming', `/cases/${second.number}`)
    expect([clerk.includes(first.number), clerk.includes(hidden.number)]).toEqual([true, false])
    for (const who of ['zhaoqiang', 'lincheng'] as const) {
      const page = await read(who, `/cases/${second.number}`)
      expect([page.includes('可能的重复件'), page.includes(first.number)]).toEqual([false, false])
    }
  })

  test('names the other case only to a reader who may see it, on the page and to programs', async () => {
    const { app, store, read } = await office(open)
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-01-06')
    await toHandling(second)
    await second.does('linkRepeat', cast.liming, '2026-01-10', { earlier: first.number })
    expect(await read('zhaoqiang', `/cases/${second.number}`)).not.toContain(first.number)
    expect(await read('lincheng', `/cases/${second.number}`)).toContain(`/cases/${first.number}"`)
    const row = { person: 'zhaoqiang', name: 'test', created_at: '2026-01-01T00:00:00.000Z', revoked_at: null }
    await store.db
      .insertInto('tokens')
      .values({ ...row, hash: tokenHash(store, 'secret') })
      .execute()
    const headers = { authorization: 'Bearer secret' }
    const told = await (await app.request(`http://localhost/api/v1/cases/${second.number}`, { headers })).text()
    expect([told.includes('linkRepeat'), told.includes(first.number)]).toEqual([true, false])
  })

  test('says beside the number what is wrong with it, and keeps it', async () => {
    const { store, post } = await office(open)
    const petition = await file(store)
    const typed = { earlier: 'XF20260101-000000', reason: '同一事项' }
    const back = await post('liming', `/cases/${petition.number}/acts/linkRepeat`, typed)
    const said = await back.text()
    expect(back.status).toBe(422)
    expect(said).toContain('查不到这个编号，请核对')
    expect(said).toContain('href="#field-earlier"')
    expect(said).toContain('value="XF20260101-000000"')
    expect(said).toContain('同一事项</textarea>')
  })
})
