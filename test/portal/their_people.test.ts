import { expect, test } from 'vitest'
import { readParty } from '../../src/cases/words.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, file, toHandling } from '../support/road.ts'
import { browserOf, versionIn } from './browser_of.ts'
import type { Fields } from './browser_of.ts'

async function tracked(open: () => Promise<Store>) {
  const store = await open()
  await seatCast(store)
  const petition = await file(store)
  await toHandling(petition)
  const client = browserOf(store, { now: at('2026-01-12') })
  await client.post('/track', { number: petition.number, code: petition.code })
  const does = async (act: string, fields: Fields) => {
    const page = await client.get(`/track/acts/${act}`)
    return client.post(`/track/acts/${act}`, { version: versionIn(page.text), ...fields })
  }
  return { store, petition, client, does }
}

onBoth('who acts in a matter and how they are reached', open => {
  test('stands apart on the tracking page, each with what it means', async () => {
    const { client } = await tracked(open)
    const page = (await client.get('/track')).text
    expect(page).toMatch(/联系方式、代理人和回避[^]*\/track\/acts\/requestRecusal/)
    for (const act of ['requestRecusal', 'authoriseAgent', 'changeContact'])
      expect((await client.get(`/track/acts/${act}`)).text).toMatch(/有利害关系|授权委托书|只填要变更的/)
  })

  test('a telephone is changed by whoever knows the old one, and by nobody else', async () => {
    const { store, client, petition, does } = await tracked(open)
    const page = (await client.get('/track/acts/changeContact')).text
    expect(page).toContain('name="secondFact"')
    expect(page).not.toContain('name="files"')
    const wrong = await does('changeContact', { phone: '13900000056', secondFact: '9999' })
    expect([wrong.status, wrong.text.includes('与登记的电话')]).toEqual([422, true])
    expect(wrong.text).toContain('13900000056')
    expect((await does('changeContact', { secondFact: '0012' })).text).toContain('请填写要变更的内容')
    expect((await does('changeContact', { phone: '13900000056', secondFact: '0012' })).to).toBe(
      '/track?done=changeContact',
    )
    expect(await readParty(store.db, store.master, petition.number)).toMatchObject({
      petitioner: '王芳',
      phone: '13900000056',
    })
  })

  test('an agent is named and dismissed again, and never shown on the tracking page', async () => {
    const { client, does } = await tracked(open)
    const agent = { agentName: '许律师', agentPhone: '13900000034', relation: 'lawyer', mandate: 'written' }
    expect((await does('authoriseAgent', agent)).to).toBe('/track?done=authoriseAgent')
    const page = (await client.get('/track')).text
    expect(page).toContain('登记了代理人（律师）')
    expect(page).not.toContain('许律师')
    expect((await does('endAgency', { reason: '另行委托' })).to).toBe('/track?done=endAgency')
    expect((await does('endAgency', { reason: '再次' })).status).toBe(422)
  })

  test('recusal is asked for, decided by the head of the organ, and the decision told', async () => {
    const { client, petition, does } = await tracked(open)
    expect((await does('requestRecusal', { who: '赵强', reason: '与物业负责人是亲属' })).to).toBe(
      '/track?done=requestRecusal',
    )
    const granted = { decision: 'granted', accusedPeople: '赵强', reason: '情况属实' }
    await petition.does('decideRecusal', cast.sunli, '2026-01-12', granted)
    const page = (await client.get('/track')).text
    expect(page).toContain('对回避申请作出决定：同意回避')
    expect(page).toContain('情况属实')
  })

  test('a new code shuts out whoever came in with the old one', async () => {
    const { client, petition } = await tracked(open)
    expect((await client.get('/track')).text).toContain('办理经过')
    const proof = { proof: 'card', idNumber: '11010519491231002X' }
    await petition.does('renewCode', cast.liming, '2026-01-12', proof)
    expect((await client.get('/track')).text).not.toContain('办理经过')
  })
})
