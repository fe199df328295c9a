import { expect, test } from 'vitest'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { apiOf } from './api_of.ts'
import { file, partsOf, toHandling, wrongIn } from '../support/road.ts'

const demand = { trigger: 'overdue', demand: '说明原因' }

onBoth('several parts of one sort', open => {
  const twice = async () => {
    const site = await office(open, '2026-02-05')
    const petition = await file(site.store)
    await toHandling(petition)
    await petition.does('supervise', cast.liming, '2026-02-01', demand)
    await petition.does('supervise', cast.liming, '2026-02-02', demand)
    const path = (act: string) => `/cases/${petition.number}/acts/${act}`
    return { ...site, petition, path }
  }
  const answer = { answer: '已整改' }

  test('one has to be named, and a strange one is nobody’s', async () => {
    const { store, petition } = await twice()
    expect(await petition.attempt('answerSupervision', cast.zhaoqiang, '2026-02-03', answer)).toMatchObject(
      wrongIn('part'),
    )
    for (const part of ['001', '009', '<b>'])
      expect(await petition.attempt('answerSupervision', cast.zhaoqiang, '2026-02-03', answer, { part })).toMatchObject(
        {
          outcome: 'refused',
        },
      )
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-03', answer, { part: '003' })
    expect((await partsOf(store, petition, 'supervision')).map(({ state }) => state)).toEqual(['asked', 'reported'])
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-03', answer)
  })

  test('the page of the case offers each, the act’s page says which, or lets one choose', async () => {
    const { store, petition, read, post, visit, path } = await twice()
    const page = await read('zhaoqiang', `/cases/${petition.number}`)
    expect(page).toContain(`${path('answerSupervision')}?part=002`)
    expect(page).toContain(`${path('answerSupervision')}?part=003`)
    const named = await read('zhaoqiang', `${path('answerSupervision')}?part=003`)
    expect(named).toContain('<input type="hidden" name="part" value="003"/>')
    expect(named).toContain('督办：望江区信访局 → 望江区住房和城乡建设局（李明，2026年2月2日）')
    expect((await visit('zhaoqiang', `${path('answerSupervision')}?part=009`)).status).toBe(404)
    expect(await read('zhaoqiang', path('answerSupervision'))).toMatch(/<select[^>]*name="part"/)
    const unsaid = await post('zhaoqiang', path('answerSupervision'), answer)
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('请选择是哪一份')
    expect((await post('zhaoqiang', path('answerSupervision'), { ...answer, part: '002' })).status).toBe(303)
    expect((await partsOf(store, petition, 'supervision')).map(({ state }) => state)).toEqual(['reported', 'asked'])
  })

  test('a program names it by the id the case gives, and needs no version to keep the state', async () => {
    const { app, store, petition } = await twice()
    const api = apiOf(app, store, 'zhaoqiang')
    const unsaid = await api.act(petition.number, 'answerSupervision', { input: answer })
    expect([unsaid.status, await unsaid.json()]).toMatchObject([422, { errors: { part: [expect.anything()] } }])
    const named = await api.act(petition.number, 'answerSupervision', { input: answer, part: '003' })
    expect(named.status).toBe(200)
    expect(await named.json()).toMatchObject({
      assignments: [{ id: '001' }, { id: '002', state: 'asked' }, { id: '003', state: 'reported' }],
    })
    const strange = await api.act(petition.number, 'answerSupervision', { input: answer, part: '009' })
    expect(strange.status).not.toBe(200)
    const blind = await apiOf(app, store, 'liming').act(petition.number, 'supervise', { input: demand })
    expect(blind.status).toBe(200)
  })

  test('a part is judged by its own state: nothing else overtakes it, and it is moved once', async () => {
    const { petition } = await twice()
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-03', answer, { part: '002' })
    await petition.does('addMaterial', petition.petitioner, '2026-02-03', { note: '照片' })
    const seen = { version: 8, part: '002' }
    await petition.does('liftSupervision', cast.liming, '2026-02-04', {}, seen)
    expect(await petition.attempt('liftSupervision', cast.liming, '2026-02-04', {}, seen)).toMatchObject({
      outcome: 'refused',
    })
  })

  test('what gives a part is done once, however often it is sent', async () => {
    const { store, petition } = await twice()
    const acts = [
      ['supervise', cast.liming, demand],
      ['instruct', cast.lincheng, { instruction: '速办' }],
      ['putInCharge', cast.lincheng, {}],
      ['involve', cast.zhaoqiang, { organ: 'police' }],
      ['renewCode', cast.liming, { proof: 'card', idNumber: '11010519491231002X' }],
    ] as const
    let version = 7
    for (const [act, actor, input] of acts) {
      const sent = () => petition.attempt(act, actor, '2026-02-04', input, { version })
      const first = await sent()
      expect([act, first.outcome, (await sent()).outcome]).toEqual([act, 'done', 'overtaken'])
      version++
    }
    expect(await partsOf(store, petition, 'supervision')).toHaveLength(3)
  })
})
