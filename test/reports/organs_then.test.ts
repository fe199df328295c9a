import { expect, test } from 'vitest'
import { addOrgan, closeOrgan, moveOrgan, renameOrgan } from '../../src/accounts/organ_changes.ts'
import type { Changed } from '../../src/accounts/change.ts'
import { nameThen, organsThen } from '../../src/accounts/organs_then.ts'
import type { Store } from '../../src/db/open.ts'
import { createApp } from '../../src/app.tsx'
import { reportJson } from '../../src/reports/api.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { renderJson } from '../../src/reports/json.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { at, petition } from './district.ts'

const by = (day: string) => ({ actor: cast.mawei, now: at(day) })

async function made(changed: Promise<Changed>): Promise<string> {
  const outcome = await changed
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

const bureau = { zh: '林业局', en: 'Forestry Bureau', kind: 'department', parent: 'district' } as const

async function filesOf(store: Store): Promise<string> {
  const asked = { month: '2026-04', asOf: '2026-05-05' }
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', asked)
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return renderJson(answer.report) + renderCsv(answer.report, 'zh') + renderCsv(answer.report, 'en')
}

onBoth('organs as they were on record', open => {
  test('leave an old report as it was, byte for byte, whatever becomes of them', async () => {
    const store = await open()
    await seatCast(store)
    const forestry = await made(addOrgan(store, by('2026-01-05'), bureau))
    await made(renameOrgan(store, by('2026-02-01'), forestry, { zh: '林草局', en: 'Forests', from: '2026-02-01' }))
    await petition(store, 'N1', { filed: '2026-04-02', accepted: '2026-04-03' })
    const before = await filesOf(store)
    expect(before).toContain('林草局')
    const late = by('2026-11-20')
    await made(addOrgan(store, late, { ...bureau, zh: '数据局', en: 'Data Bureau' }))
    await made(renameOrgan(store, late, 'housing', { zh: '住建委', en: 'Housing Commission', from: '2026-04-01' }))
    await made(renameOrgan(store, late, forestry, { zh: '自然资源局', en: 'Resources', from: '2026-02-01' }))
    await made(moveOrgan(store, late, forestry, 'police'))
    await made(closeOrgan(store, late, forestry))
    expect(await filesOf(store)).toBe(before)
  })

  test('are called in an old list what they were called in its report', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'N1', { filed: '2026-04-02', accepted: '2026-04-03' })
    const late = by('2026-05-20')
    await made(renameOrgan(store, late, 'housing', { zh: '住建委', en: 'Commission', from: '2026-04-10' }))
    const app = createApp({ store, now: () => at('2026-06-01') })
    const headers = { cookie: await signIn(app, store, 'lincheng') }
    const list = async (query: string) =>
      (await app.request(`/reports/monthly-closure/cases/received?month=2026-04${query}`, { headers })).text()
    expect(await list('')).toContain('住建委')
    expect(await list('&asOf=2026-05-05')).toMatch(/目前承办单位[^]*N1[^]*住房和城乡建设局/)
  })

  test('are told apart by what they are and not by what they are called', async () => {
    const store = await open()
    await seatCast(store)
    const namesake = await made(addOrgan(store, by('2026-01-05'), bureau))
    await petition(store, 'N1', { filed: '2026-03-02', accepted: '2026-03-03', answered: '2026-04-10' })
    await made(renameOrgan(store, by('2026-03-01'), 'housing', { zh: '住建局', en: 'Housing', from: '2026-03-01' }))
    await made(renameOrgan(store, by('2026-05-01'), 'housing', { zh: '住建委', en: 'Commission', from: '2026-05-01' }))
    await made(renameOrgan(store, by('2026-05-02'), namesake, { zh: '住建局', en: 'Housing', from: '2026-04-01' }))
    const asked = { month: '2026-04', asOf: '2026-05-05' }
    const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', asked)
    const tables = answer.outcome === 'done' ? answer.report.tables : []
    const named = (id: string) => JSON.stringify(tables.find(table => table.id === id)?.rows).split('住建局').length - 1
    expect([named('by_organ'), named('organs_without')]).toEqual([1, 1])
  })

  test('stand where they stood, under the name of the day', async () => {
    const store = await open()
    await seatCast(store)
    const forestry = await made(addOrgan(store, by('2026-01-05'), bureau))
    await made(moveOrgan(store, by('2026-03-05'), forestry, 'police'))
    await made(closeOrgan(store, by('2026-03-06'), forestry))
    const then = await organsThen(store.db, at('2026-02-01'))
    expect(then.get(forestry)).toMatchObject({ parent: 'district', active: 1 })
    expect(then.get(forestry)?.path.endsWith(`/district/${forestry}/`)).toBe(true)
    expect(nameThen(then.get(forestry), '2026-02-01')).toMatchObject({ zh: '林业局' })
    expect((await organsThen(store.db, at('2026-01-01'))).has(forestry)).toBe(false)
    expect((await organsThen(store.db, at('2026-04-01'))).get(forestry)).toMatchObject({ parent: 'police', active: 0 })
  })
})
