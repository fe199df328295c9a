import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { reportNamed } from '../../src/reports/registry.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { cast } from '../support/cast.ts'
import { expectSound, onBothSound } from '../support/sound.ts'
import { at, done } from './district.ts'

onBothSound('the street or township a matter is about', seated => {
  test('is said by whoever files or registers, put right, and breaks down the figures as it is known last', async () => {
    const store = await seated()
    await streets(store)
    await file(store, 'P1', { place: 'east' })
    await file(store, 'P2', { place: '西镇人民政府' })
    await file(store, 'P3', {})
    await register(store, 'P1', {})
    await register(store, 'P3', { place: 'east' })
    expect(await rows(store)).toEqual([
      ['东街街道办事处', 2],
      ['西镇人民政府', 1],
    ])
    await done(store, {
      on: { number: 'P1' },
      act: 'correct',
      actor: cast.chenjing,
      now: at('2026-05-05'),
      input: { place: 'west', reason: '登记有误' },
    })
    expect(await rows(store)).toEqual([
      ['东街街道办事处', 1],
      ['西镇人民政府', 2],
    ])
    expect(await rows(store, '2026-05-01')).toEqual([
      ['东街街道办事处', 2],
      ['西镇人民政府', 1],
    ])
    while ((await settleFigures(store, at('2026-11-20'))) > 0);
    expect(await rows(store)).toEqual([
      ['东街街道办事处', 1],
      ['西镇人民政府', 2],
    ])
    await expectSound(store)
  })

  test('stands as not stated where nobody said it, and in every file', async () => {
    const store = await seated()
    await streets(store)
    await file(store, 'P1', {})
    await file(store, 'P2', { place: 'east' })
    const report = await read(store)
    expect(renderCsv(report, 'zh')).toContain('按属地,事项发生地，不是承办单位；不含检举控告类事项\r\n属地,收件,')
    expect(renderCsv(report, 'en')).toContain('Not stated,1,0,0,0,0,0,—,0,—,0')
  })

  test('is a street or a township and nothing else', async () => {
    const store = await seated()
    await streets(store)
    const filed = await perform(store, filing('P1', { place: 'housing' }))
    expect(filed).toMatchObject({ outcome: 'invalid', errors: { place: [{ zh: '请选择街道或者乡镇' }] } })
    expect(await perform(store, filing('P2', { place: 'nowhere' }))).toMatchObject({ outcome: 'invalid' })
  })
})

const filing = (number: string, more: object) => ({
  on: { procedure: 'petition', channel: 'online', number },
  act: 'submit',
  actor: visitor,
  now: at('2026-04-02'),
  input: { kind: 'appeal', title: '路灯不亮', body: '内容', petitioner: '王芳', phone: '13800000012', ...more },
})

const file = (store: Store, number: string, more: object) => done(store, filing(number, more))

const register = (store: Store, number: string, more: object) =>
  done(store, {
    on: { number },
    act: 'register',
    actor: cast.liming,
    now: at('2026-04-03'),
    input: { kind: 'appeal', route: '6', ...more },
  })

async function streets({ db }: Store): Promise<void> {
  for (const [id, zh] of [
    ['east', '东街街道办事处'],
    ['west', '西镇人民政府'],
  ] as const) {
    const row = { id, zh, en: id, kind: 'street', parent: 'district', path: `/city-petition-office/district/${id}/` }
    await db
      .insertInto('organs')
      .values({ ...row, active: 1, takes_accusations: 0 })
      .execute()
    await db.insertInto('organ_names').values({ organ: id, zh, en: id, from_day: '2020-01-01' }).execute()
  }
}

async function read(store: Store, asOf = '2026-06-30') {
  const kind = reportNamed('monthly-closure')
  const drawing = kind && (await readAsked(store.reader, kind, { month: '2026-04', asOf }, at('2026-12-01')))
  if (!drawing || 'errors' in drawing) throw new Error(JSON.stringify(drawing))
  return (await drawHere(store, drawing.ok, null)).report
}

async function rows(store: Store, asOf?: string) {
  const table = (await read(store, asOf)).tables.find(({ id }) => id === 'by_place')
  return table?.rows.map(([name, received]) => [typeof name === 'object' ? name?.zh : name, received])
}
