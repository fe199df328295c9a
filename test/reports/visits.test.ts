import { expect, test } from 'vitest'
import { perform } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { expectSound } from '../support/sound.ts'
import { at, done } from './district.ts'

const ids = ['visits', 'visit_heads', 'group_visits', 'group_visit_heads']

onBoth('visits', open => {
  test('are one batch each, their people are counted apart, and groups of five and more once again', async () => {
    const { store } = await office(open, '2026-12-01')
    await came(store, 'V1', 30)
    await came(store, 'V2', 5)
    await came(store, 'V3', 4)
    await came(store, 'V4')
    await came(store, 'V5', 9, 'letter')
    await came(store, 'V6', 8, 'visit', 'accusation')
    expect(await figures(store)).toEqual([4, 40, 2, 35])
    expect(
      (await drawn(store)).metrics.filter(({ unit }) => unit !== '件次').map(({ id, unit }) => [id, unit]),
    ).toEqual([
      ['visits', '批次'],
      ['visit_heads', '人次'],
      ['group_visits', '批次'],
      ['group_visit_heads', '人次'],
    ])
    expect(await figures(store, { organ: 'petition-office' })).toEqual([4, 40, 2, 35])
    expect(await figures(store, { month: '2026-05' })).toEqual([0, 0, 0, 0])
  })

  test('lead to their lists: as many as the batches, and people that add up', async () => {
    const { store, read } = await office(open, '2026-12-01')
    await came(store, 'V1', 30)
    await came(store, 'V2', 4)
    const list = (id: string) => read('chenjing', `/reports/monthly-closure/cases/${id}?month=2026-04&side=numerator`)
    expect(casesIn(await list('visits'))).toEqual(['V1', 'V2'])
    expect(casesIn(await list('group_visits'))).toEqual(['V1'])
    const people = await list('visit_heads')
    expect(people).toContain('34 人次')
    expect([...people.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(([, n]) => Number(n))).toEqual([30, 4])
    const page = await read('chenjing', '/reports/monthly-closure?month=2026-04')
    expect(page).toMatch(/<table[^]*来访人次[^]*href="[^"]*cases\/visit_heads[^"]*">34<[^]*批次和人次分别统计，不相加/)
    expect(await read('chenjing', '/reports/definitions')).toMatch(/id="visit_heads"[^]*人次/)
  })

  test('move with a number put right, as known since; the file says the unit', async () => {
    const { store } = await office(open, '2026-12-01')
    await came(store, 'V1', 4)
    await correct(store, { heads: 25 })
    expect(await figures(store)).toEqual([1, 25, 1, 25])
    expect(await figures(store, { asOf: '2026-05-09' })).toEqual([1, 4, 0, 0])
    await correct(store, { act: 'submit', day: '2026-03-31' })
    expect(await figures(store)).toEqual([0, 0, 0, 0])
    expect(await figures(store, { month: '2026-03' })).toEqual([1, 25, 1, 25])
    const csv = renderCsv(await drawn(store, { month: '2026-03' }), 'zh')
    expect(csv).toContain('来访（批次和人次，不相加）')
    expect(csv).toMatch(/来访人次,visit_heads,1,25,,,[^\r]*,人次\r\n/)
    await expectSound(store)
  })
})

async function came(store: Store, number: string, heads?: number, channel = 'visit', kind = 'appeal') {
  const on = { procedure: 'petition', channel, number }
  const accused = kind === 'accusation' ? { accusedOrgans: ['police'] } : {}
  const input = { kind, title: '来访', body: '内容', petitioner: '王芳', ...accused, ...(heads && { heads }) }
  await done(store, { on, act: 'submit', actor: cast.liming, now: at('2026-04-02'), input })
}

async function correct(store: Store, input: Record<string, unknown>) {
  const asked = { on: { number: 'V1' }, act: 'correct', actor: cast.chenjing, now: at('2026-05-10') }
  expect(await perform(store, { ...asked, input: { ...input, reason: '登记有误' } })).toMatchObject({ outcome: 'done' })
}

async function drawn(store: Store, asked: Record<string, string> = {}) {
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', {
    month: '2026-04',
    ...asked,
  })
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.report
}

async function figures(store: Store, asked: Record<string, string> = {}) {
  const { metrics } = await drawn(store, asked)
  return ids.map(id => metrics.find(metric => metric.id === id)?.numerator)
}

const casesIn = (html: string) => [...html.matchAll(/href="\/cases\/([^"]+)"/g)].map(([, number]) => number)
