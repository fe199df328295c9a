import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { nameOn } from '../../src/accounts/organs.ts'
import { loadCalendar } from '../../src/cases/calendar.ts'
import { parametersOn } from '../../src/cases/parameters.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import { runJobs } from '../../src/tasks/jobs.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { siteOf } from '../support/site.ts'
import { signIn } from '../support/sign_in.ts'

async function asked(store: Store) {
  await seatCast(store)
  const site = siteOf(store)
  const cookie = await signIn(site.app, store, 'mawei')
  return {
    get: (path: string) => site.get(path, cookie),
    post: async (path: string, body: Record<string, string> = {}) => (await site.post(path, body, cookie)).status,
  }
}

const acts = async (store: Store, stream: string) =>
  (await store.db.selectFrom('events').select('act').where('stream', '=', stream).orderBy('seq').execute()).map(
    ({ act }) => act,
  )

const organ = (store: Store, zh: string) =>
  store.db.selectFrom('organs').selectAll().where('zh', '=', zh).executeTakeFirstOrThrow()

onBoth('the tree of organs', open => {
  test('grows, is renamed from a day on, is moved with all below it, and is closed when empty', async () => {
    const store = await open()
    const { post } = await asked(store)
    const center = { zh: '物业中心', en: 'Property Centre', kind: 'station', parent: 'housing' }
    expect(await post('/admin/organs', center)).toBe(303)
    const { id, path } = await organ(store, '物业中心')
    expect(path).toBe(`/city-petition-office/district/housing/${id}/`)

    expect(await post(`/admin/organs/${id}/name`, { zh: '物业指导中心', en: 'Guidance', from: '2026-02-01' })).toBe(303)
    expect((await nameOn(store.db, id, '2026-01-31'))?.zh).toBe('物业中心')
    expect((await nameOn(store.db, id, '2026-02-01'))?.zh).toBe('物业指导中心')

    expect(await post('/admin/organs/housing/place', { parent: 'police' })).toBe(303)
    expect((await organ(store, '物业指导中心')).path).toBe(`/city-petition-office/district/police/housing/${id}/`)
    expect(await post(`/admin/organs/${id}/close`)).toBe(303)
    expect(await post('/admin/organs/housing/close')).toBe(422)
    expect(await acts(store, 'organs')).toEqual(['addOrgan', 'renameOrgan', 'moveOrgan', 'closeOrgan'])
  })

  test('never turns into a circle, keeps its root, and has no two of one name', async () => {
    const store = await open()
    const { post, get } = await asked(store)
    expect(await post('/admin/organs/housing/place', { parent: 'housing-station' })).toBe(422)
    expect(await post('/admin/organs/housing/place', { parent: 'housing' })).toBe(422)
    expect(await post('/admin/organs/city-petition-office/place', { parent: 'police' })).toBe(422)
    expect(await post('/admin/organs/city-petition-office/close')).toBe(404)
    const twin = { zh: '望江区公安分局', en: 'Twin', kind: 'department', parent: 'district' }
    expect(await post('/admin/organs', twin)).toBe(422)
    expect(await post('/admin/organs', { ...twin, zh: '<b>', kind: 'x', parent: '\u0000' })).toBe(422)
    expect(await post('/admin/organs/police/name', { zh: '新名', en: 'New', from: '2026-03-03' })).toBe(422)
    expect((await get('/admin/organs/none')).status).toBe(404)
    expect(await acts(store, 'organs')).toEqual([])
  })
})

onBoth('parameters', open => {
  test('change from a day on, with their source', async () => {
    const store = await open()
    const { post, get } = await asked(store)
    const change = { value: '15', from: '2026-04-01', source: '区信访局〔2026〕3号' }
    expect(await post('/admin/parameters/petition/ratingWindow', change)).toBe(303)
    expect((await parametersOn(store.db, petition, '2026-03-31'))['ratingWindow']).toBe('30 calendar days')
    expect((await parametersOn(store.db, petition, '2026-04-01'))['ratingWindow']).toBe('15 calendar days')
    expect(await (await get('/admin/parameters/petition/ratingWindow')).text()).toContain('区信访局〔2026〕3号')
    expect(await post('/admin/parameters/house/backdating', { ...change, value: '3' })).toBe(303)
    expect(await acts(store, 'parameters')).toEqual(['setParameter', 'setParameter'])
  })

  test('take no other unit, no past day and no unknown name', async () => {
    const store = await open()
    const { post } = await asked(store)
    const change = { value: '15', from: '2026-04-01', source: '文件' }
    const to = '/admin/parameters/petition/ratingWindow'
    for (const value of ['0', '-1', 'many', '15 working days', '99999'])
      expect(await post(to, { ...change, value })).toBe(422)
    expect(await post(to, { ...change, from: '2026-03-01' })).toBe(422)
    expect(await post(to, { ...change, source: '' })).toBe(422)
    expect(await post('/admin/parameters/house/closingHour', { ...change, value: '24' })).toBe(422)
    expect(await post('/admin/parameters/petition/none', change)).toBe(404)
  })
})

const year2027 = {
  year: '2027',
  rest: '2027-01-01 2027-01-03 元旦\r\n2027-02-05 2027-02-13 春节\r\n2027-04-05 清明节',
  work: '2027-01-09\r\n2027-02-20',
  source: '国办发明电〔2026〕9号',
}

onBoth('the calendar', open => {
  test('takes the yearly notice, and asks for every open deadline to be counted again', async () => {
    const store = await open()
    const { post } = await asked(store)
    expect((await loadCalendar(store.db)).isAnnounced(2027)).toBe(false)
    expect(await post('/admin/calendar', year2027)).toBe(303)
    const calendar = await loadCalendar(store.db)
    expect(calendar.isAnnounced(2027)).toBe(true)
    expect(calendar.look('2027-02-11')).toMatchObject({ rest: true, reason: { zh: '春节' } })
    expect(calendar.look('2027-02-20')).toMatchObject({ rest: false })
    expect(await store.db.selectFrom('jobs').select(['name', 'done_at']).execute()).toEqual([
      { name: 'recalculate', done_at: null },
    ])
    expect(await post('/admin/calendar', { ...year2027, rest: '2027-01-01 元旦', work: '' })).toBe(303)
    expect((await loadCalendar(store.db)).look('2027-02-11').rest).toBe(false)
    expect(await acts(store, 'calendar')).toEqual(['announceYear', 'announceYear'])
  })

  test('refuses lines that cannot be read and days that cannot be', async () => {
    const store = await open()
    const { post } = await asked(store)
    for (const rest of [
      '元旦',
      '2027-01-01',
      '2027-02-30 元旦',
      '2027-01-03 2027-01-01 元旦',
      '2026-12-31 元旦',
      '<b> x',
    ])
      expect(await post('/admin/calendar', { ...year2027, rest }), rest).toBe(422)
    expect(await post('/admin/calendar', { ...year2027, work: '2027-01-06' })).toBe(422)
    expect(await post('/admin/calendar', { ...year2027, year: '12' })).toBe(422)
    expect(await acts(store, 'calendar')).toEqual([])
  })

  test('sets a local day apart, which goes before the notice', async () => {
    const store = await open()
    const { post } = await asked(store)
    const storm = { day: '2026-03-04', kind: 'rest', name: '台风停工', localSource: '区政府通告' }
    expect(await post('/admin/calendar/days', storm)).toBe(303)
    expect((await loadCalendar(store.db)).look('2026-03-04')).toMatchObject({ rest: true, reason: { zh: '台风停工' } })
    expect(await post('/admin/calendar/days', { ...storm, kind: 'maybe', day: '2026-02-30' })).toBe(422)
  })

  test('moves an open deadline by an event of the system', async () => {
    const store = await open()
    const { post } = await asked(store)
    const filed = await perform(store, {
      on: { procedure: 'petition', channel: 'online' },
      act: 'submit',
      actor: visitor,
      now: '2026-03-02T01:00:00.000Z',
      input: {
        kind: 'appeal',
        title: '漏水',
        body: '楼顶漏水',
        petitioner: '王芳',
        phone: '13800000012',
        demands: ['修'],
      },
    })
    if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
    await post('/admin/calendar/days', { day: '2026-03-17', kind: 'rest', name: '停工', localSource: '通告' })
    await runJobs(store, '2026-03-02T01:01:00.000Z')
    const line = await store.db
      .selectFrom('deadlines')
      .select('due_on')
      .where('deadline', '=', 'registration')
      .executeTakeFirstOrThrow()
    expect(line.due_on).toBe('2026-03-18')
    expect(await acts(store, `case:${filed.number}`)).toEqual(['submit', 'recalculate'])
  })
})

onBoth('categories', open => {
  test('are added once, and offered or not', async () => {
    const store = await open()
    const { post } = await asked(store)
    expect(await post('/admin/categories', { zh: '噪声', en: 'Noise' })).toBe(303)
    expect(await post('/admin/categories', { zh: '噪声', en: 'Noise' })).toBe(422)
    const { id } = await store.db
      .selectFrom('categories')
      .select('id')
      .where('zh', '=', '噪声')
      .executeTakeFirstOrThrow()
    expect(await post(`/admin/categories/${id}`, { active: 'no' })).toBe(303)
    expect(await post('/admin/categories/none', { active: 'no' })).toBe(404)
    expect(await acts(store, 'categories')).toEqual(['addCategory', 'offerCategory'])
  })
})
