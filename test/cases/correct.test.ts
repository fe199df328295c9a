import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { tellStory } from '../../src/cases/story.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { loadLedger } from '../../src/imports/load.ts'
import { addDays } from '../../src/law/day.ts'
import { reportJson } from '../../src/reports/api.ts'
import { sweep } from '../../src/tasks/sweep.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { office } from '../support/office.ts'
import { at, draft, file, filing, served, toAnswered, toClosed, toHandling } from '../support/road.ts'
import type { Traveller } from '../support/road.ts'
import { expectSound } from '../support/sound.ts'

const reason = '登记有误'
const put = (petition: Traveller, act: string, day: string, on = '2026-06-01') =>
  petition.does('correct', cast.chenjing, on, { act, day, reason })

onBoth('a day put right', open => {
  test('of filing moves the receipt, the clock it started and every line counted for it', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await petition.does('linkRepeat', cast.liming, '2026-01-10', { earlier: (await file(store, '2026-01-02')).number })
    await put(petition, 'submit', '2025-12-29')
    const view = await caseOf(store, petition)
    expect(view.row).toMatchObject({ received_on: '2025-12-29', received_at: at('2026-01-05') })
    expect(view.data.did['submit']).toMatchObject({ on: '2025-12-29', seq: 1 })
    expect(clock(view, 'registration')).toMatchObject({
      start_on: '2025-12-29',
      due_on: '2026-01-13',
      met_on: '2026-01-10',
    })
    expect(clock(view, 'acceptance')).toMatchObject({ start_on: '2026-01-10' })
    expect(await counted(store, petition, 'received', 'repeat')).toEqual([
      ['received', '2025-12-29', 1],
      ['repeat', '2025-12-29', 1],
    ])
    expect(await counted(store, petition, 'due')).toContainEqual(['due', '2026-01-13', 1])
    await expectSound(store)
  })

  test('of the answer moves the day its clock was met, and the answer that is counted', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-20')
    expect(clock(await caseOf(store, petition), 'handling')).toMatchObject({
      due_on: '2026-03-11',
      met_on: '2026-03-20',
    })
    await petition.does('draft', cast.zhaoqiang, '2026-03-20', draft).catch(() => undefined)
    await put(petition, 'draft', '2026-03-10')
    await put(petition, 'answer', '2026-03-10')
    const view = await caseOf(store, petition)
    expect(clock(view, 'handling')).toMatchObject({ met_on: '2026-03-10', is_open: 0 })
    expect(await counted(store, petition, 'answered')).toEqual([['answered', '2026-03-10', 1]])
    expect(await metOn(store, petition, 'handling')).toEqual([['2026-03-11', '2026-03-10', 1]])
    expect(view.data.standing).toMatchObject([{ kind: 'answered', on: '2026-03-10' }])
    await expectSound(store)
  })

  test('that turns late into on time is told apart, as what was recorded late is', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-20')
    expect([await figure(store, 'on_time_rate'), await figure(store, 'recorded_late')]).toEqual([0, 0])
    await put(petition, 'accept', '2026-01-25', '2026-03-21')
    expect(clock(await caseOf(store, petition), 'handling')).toMatchObject({ due_on: '2026-03-26' })
    expect([await figure(store, 'on_time_rate'), await figure(store, 'recorded_late')]).toEqual([1, 1])
    await petition.does('reclassify', cast.chenjing, '2026-03-22', { kind: 'suggestion', reason: '实为建议' })
    await expectSound(store)
  })

  test('of service moves both windows it opened, and opens one again that had lapsed', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-01')
    await petition.does('serve', cast.zhaoqiang, '2026-03-02', served)
    await sweep(store, at('2026-04-20'))
    expect(clock(await caseOf(store, petition), 'reviewRequest')).toMatchObject({ lapsed_on: '2026-04-20', is_open: 0 })
    expect((await petition.attempt('requestReview', petition.petitioner, '2026-04-20', { reason })).outcome).toBe(
      'refused',
    )
    await put(petition, 'serve', '2026-04-01', '2026-04-20')
    const view = await caseOf(store, petition)
    expect(clock(view, 'reviewRequest')).toMatchObject({
      start_on: '2026-04-01',
      due_on: '2026-05-06',
      lapsed_on: null,
      is_open: 1,
    })
    expect(clock(view, 'rating')).toMatchObject({ start_on: '2026-04-01' })
    const early = await petition.attempt('close', cast.liming, '2026-04-21')
    expect(early).toMatchObject({ outcome: 'refused', because: { reason: { zh: '信访人还可以申请复查（复核）' } } })
    await expectSound(store)
  })

  test('of service to a day whose window has lapsed as well leaves it lapsed, once', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-01')
    await petition.does('serve', cast.zhaoqiang, '2026-03-02', served)
    await sweep(store, at('2026-04-20'))
    await put(petition, 'serve', '2026-03-05', '2026-04-21')
    expect(clock(await caseOf(store, petition), 'reviewRequest')).toMatchObject({ lapsed_on: '2026-04-20', is_open: 0 })
    const { row } = await caseOf(store, petition)
    await sweep(store, at('2026-04-22'))
    expect((await caseOf(store, petition)).row.version).toBe(row.version)
    await expectSound(store)
  })

  test('of closing moves the end, and what is counted as closed', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-01')
    await petition.does('serve', cast.zhaoqiang, '2026-03-02', served)
    await petition.does('agree', petition.petitioner, '2026-03-03')
    await petition.does('close', cast.liming, '2026-04-02')
    await put(petition, 'close', '2026-03-31')
    expect((await caseOf(store, petition)).row).toMatchObject({ state: 'closed', ended_on: '2026-03-31' })
    expect(await counted(store, petition, 'closed')).toEqual([['closed', '2026-03-31', 1]])
    await expectSound(store)
  })

  test('of acceptance moves an extended clock with the days that were added to it', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await petition.does('extend', cast.sunli, '2026-02-10', { days: 30, reason: '等待鉴定' })
    expect(clock(await caseOf(store, petition), 'handling')).toMatchObject({ due_on: '2026-04-10' })
    await put(petition, 'accept', '2026-01-12')
    const view = await caseOf(store, petition)
    expect(clock(view, 'handling')).toMatchObject({
      ...{ start_on: '2026-01-12', term: '90 calendar days', extended: '30 calendar days' },
      ...{ raw_on: '2026-04-12', due_on: '2026-04-13' },
    })
    expect(clock(view, 'acceptance')).toMatchObject({ met_on: '2026-01-12' })
    expect(await counted(store, petition, 'due')).toContainEqual(['due', '2026-04-13', 1])
    expect(await counted(store, petition, 'due')).not.toContainEqual(['due', '2026-04-10', 1])
    await expectSound(store)
  })

  test('of an act done twice is that of the last time, even where both were on one day', async () => {
    const { store, petition } = await seated(open)
    const day = '2026-01-10'
    await petition.does('register', cast.liming, day, { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, day, { organ: 'police' })
    await petition.does('receive', cast.zhoujie, day)
    await petition.does('object', cast.zhoujie, day, { reason })
    await petition.does('agreeReturn', cast.liming, day, { reason })
    await petition.does('transfer', cast.liming, day, { organ: 'housing' })
    await put(petition, 'transfer', '2026-01-20', '2026-01-20')
    const rounds = (await caseOf(store, petition)).deadlines.filter(({ deadline }) => deadline === 'registration')
    expect(rounds.map(({ round, met_on }) => [round, met_on])).toEqual([
      [1, '2026-01-10'],
      [2, '2026-01-20'],
    ])
    const parts = (await caseOf(store, petition)).assignments
    expect(parts.map(({ organ, since_on }) => [organ, since_on])).toContainEqual(['housing', '2026-01-20'])
    const early = await petition.attempt('correct', cast.chenjing, '2026-01-20', {
      act: 'register',
      day: '2026-01-15',
      reason,
    })
    expect(early).toMatchObject({
      outcome: 'invalid',
      errors: { day: [{ zh: '这一步应在2026-01-05至2026-01-10之间' }] },
    })
    await put(petition, 'agreeReturn', '2026-01-11', '2026-01-20')
    const again = (await caseOf(store, petition)).deadlines.filter(({ deadline }) => deadline === 'registration')
    expect(again.map(({ start_on }) => start_on)).toEqual(['2026-01-05', '2026-01-11'])
    await expectSound(store)
  })

  test('of what ended a clock counts the clock as due where it ended late, and no longer where it ended in time', async () => {
    const { store, petition } = await seated(open)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('withdraw', petition.petitioner, '2026-01-25', { reason })
    expect(await counted(store, petition, 'due')).toEqual([['due', '2026-01-20', 1]])
    await put(petition, 'withdraw', '2026-01-19')
    expect(await counted(store, petition, 'due')).toEqual([])
    expect((await caseOf(store, petition)).row.ended_on).toBe('2026-01-19')
    expect(await counted(store, petition, 'ended')).toEqual([['ended', '2026-01-19', 1]])
    await put(petition, 'withdraw', '2026-01-22', '2026-06-02')
    expect(await counted(store, petition, 'due')).toEqual([['due', '2026-01-20', 1]])
    await expectSound(store)
  })

  test('of an answer since voided, and of the reopening that voided it, leave the pair of lines on the right days', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-02')
    await toClosed(petition, '2026-03-03')
    await petition.does('reopen', cast.chenjing, '2026-05-06', { reason })
    await put(petition, 'draft', '2026-02-27')
    await put(petition, 'answer', '2026-02-28')
    const pairs = async () => {
      const rows = await store.db.selectFrom('facts').selectAll().where('kind', '=', 'answered').execute()
      const sums = Map.groupBy(rows, ({ on_day, happened_on }) => `${on_day} ${happened_on}`)
      return [...sums]
        .map(([days, lines]) => [days, sumOf(lines)] as const)
        .filter(([, sum]) => sum !== 0)
        .sort()
    }
    expect(await pairs()).toEqual([
      ['2026-02-28 2026-02-28', 1],
      ['2026-02-28 2026-05-06', -1],
    ])
    await put(petition, 'reopen', '2026-04-30')
    expect(await pairs()).toEqual([
      ['2026-02-28 2026-02-28', 1],
      ['2026-02-28 2026-04-30', -1],
    ])
    const { deadlines } = await caseOf(store, petition)
    expect(
      deadlines.filter(({ deadline }) => deadline === 'handling').map(({ start_on, met_on }) => [start_on, met_on]),
    ).toEqual([
      ['2026-01-10', '2026-02-28'],
      ['2026-04-30', null],
    ])
    await expectSound(store)
  })

  test('of a hearing moves the days that did not count', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-01-20')
    await petition.does('serve', cast.zhaoqiang, '2026-01-21', served)
    await petition.does('requestReview', petition.petitioner, '2026-01-26', { reason })
    await petition.does('reviewUphold', cast.hemei, '2026-02-02', { reason })
    await petition.does('serveReview', cast.hemei, '2026-02-03', served)
    await petition.does('requestReReview', petition.petitioner, '2026-02-09', { reason })
    const due = async () => clock(await caseOf(store, petition), 'reReview')?.due_on
    expect(await due()).toBe('2026-03-11')
    await petition.does('openHearing', cast.citychen, '2026-02-24', { note: '3月2日听证' })
    await petition.does('closeHearing', cast.citychen, '2026-03-02', { result: '事实清楚' })
    const heard = (await due()) ?? ''
    await put(petition, 'openHearing', '2026-02-23', '2026-03-03')
    expect(await due()).toBe(addDays(heard, 1))
    await put(petition, 'closeHearing', '2026-02-27', '2026-03-04')
    expect(await due()).toBe('2026-03-16')
    await expectSound(store)
  })

  test('of the rating moves what was rated', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-02')
    await toClosed(petition, '2026-03-03')
    await petition.does('rate', petition.petitioner, '2026-03-10', {
      office: 'satisfied',
      organ: 'satisfied',
      secondFact: '0012',
    })
    await put(petition, 'rate', '2026-03-04')
    expect(await counted(store, petition, 'rated')).toEqual([
      ['rated', '2026-03-04', 1],
      ['rated', '2026-03-04', 1],
      ['rated', '2026-03-04', 1],
    ])
    await expectSound(store)
  })

  test('stays in the log beside the one that stood, and the story tells both', async () => {
    const { store, read } = await office(open, '2026-06-02')
    const petition = await file(store)
    await toHandling(petition)
    await put(petition, 'accept', '2026-01-12')
    const events = await store.db
      .selectFrom('events')
      .selectAll()
      .where('stream', '=', `case:${petition.number}`)
      .orderBy('seq')
      .execute()
    expect(events.find(({ act }) => act === 'accept')?.occurred_on).toBe('2026-01-10')
    const story = await tellStory(store, await caseOf(store, petition), 'official')
    expect(story.find(({ act }) => act === 'accept')).toMatchObject({ on: '2026-01-10', correctedTo: '2026-01-12' })
    expect(story.find(({ act }) => act === 'receive')?.correctedTo).toBeUndefined()
    expect(story.at(-1)).toMatchObject({ act: 'correct', on: '2026-06-01' })
    expect(await read('chenjing', `/cases/${petition.number}`)).toMatch(/日期已更正[^]*更正为[^]*2026年1月12日/)
    await expectSound(store)
  })

  test('is told beside its field where it cannot be', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await petition.does('extend', cast.sunli, '2026-02-10', { days: 30, reason: '等待鉴定' })
    await sweep(store, at('2026-06-01'))
    const wrong = async (input: Record<string, unknown>) => {
      const outcome = await petition.attempt('correct', cast.chenjing, '2026-06-01', { reason, ...input })
      return outcome.outcome === 'invalid' ? Object.keys(outcome.errors) : outcome.outcome
    }
    expect(await wrong({})).toEqual(['day'])
    expect(await wrong({ act: 'accept' })).toEqual(['day'])
    expect(await wrong({ day: '2026-01-11' })).toEqual(['act'])
    expect(await wrong({ act: 'accept', day: '2026-01-10' })).toEqual(['day'])
    expect(await wrong({ act: 'accept', day: '2026-01-09' })).toEqual(['day'])
    expect(await wrong({ act: 'accept', day: '2026-02-11' })).toEqual(['day'])
    expect(await wrong({ act: 'accept', day: '2026-06-02' })).toEqual(['day'])
    expect(await wrong({ act: 'submit', day: '2026-01-11' })).toEqual(['day'])
    expect(await wrong({ act: 'answer', day: '2026-01-11' })).toEqual(['act'])
    expect(await wrong({ act: 'toString', day: '2026-01-11' })).toEqual(['act'])
    expect(await wrong({ act: 'lapse', day: '2026-05-11' })).toEqual(['act'])
    expect(await wrong({ act: 'accept', day: '2026-13-01' })).toEqual(['day'])
    expect(await wrong({ heads: 0 })).toEqual(['heads'])
    expect(await wrong({ heads: 1 })).toEqual(['day'])
    expect(await wrong({ category: 'opera' })).toEqual(['category'])
    const clerk = await petition.attempt('correct', cast.liming, '2026-06-01', {
      act: 'accept',
      day: '2026-01-12',
      reason,
    })
    expect(clerk.outcome).toBe('refused')
  })
})

onBoth('a category or number of people put right', open => {
  test('is counted so from the first day, with what was voided since', async () => {
    const { store, petition } = await seated(open)
    await toHandling(petition)
    await toAnswered(petition, '2026-03-02')
    await toClosed(petition, '2026-03-03')
    await petition.does('reopen', cast.chenjing, '2026-03-05', { reason })
    await petition.does('correct', cast.chenjing, '2026-03-06', { category: 'housing', heads: 30, reason })
    const view = await caseOf(store, petition)
    expect([view.row.category, view.data.set['heads']]).toEqual(['housing', 30])
    const rows = await store.db.selectFrom('facts').selectAll().execute()
    const left = Map.groupBy(rows, ({ kind, what, on_day, happened_on, category, heads }) =>
      JSON.stringify([kind, what, on_day, happened_on, category, heads]),
    )
    const standing = [...left].filter(([, lines]) => sumOf(lines) !== 0).map(([key]) => key)
    expect(standing.every(key => key.endsWith('"housing",30]'))).toBe(true)
    expect(standing.filter(key => key.startsWith('["answered"'))).toHaveLength(2)
    await expectSound(store)
  })

  test('leaves a closure that a ledger brought one that a ledger brought, and an assumed day that was put right a known one', async () => {
    const store = await open()
    await seatCast(store)
    const days = { filed_at: '2026-01-05 09:00', replied_at: '2026-02-02', closed_at: '2026-02-05' }
    const row = { number: 'A1', procedure: '信访', title: '路灯坏了', reply: '已修好', ...days }
    await loadLedger(store, { bytes: Buffer.from(JSON.stringify(row)), format: 'jsonl', now: at('2026-03-01') })
    const correct = (input: Record<string, unknown>) =>
      perform(store, {
        ...{ on: { number: 'A1' }, act: 'correct', actor: cast.chenjing, now: at('2026-03-02') },
        input: { ...input, reason },
      })
    expect(await correct({ category: 'housing' })).toMatchObject({ outcome: 'done' })
    expect(await correct({ act: 'accept', day: '2026-01-07' })).toMatchObject({ outcome: 'done' })
    const rows = await store.db.selectFrom('facts').selectAll().execute()
    const closed = rows.filter(({ kind }) => kind === 'closed')
    expect(closed.map(({ sign, origin }) => [sign, origin])).toEqual([
      [1, 'import'],
      [-1, 'import'],
      [1, 'import'],
    ])
    expect(sumOf(rows.filter(({ kind }) => kind === 'assumed'))).toBe(0)
    await expectSound(store)
  })
})

async function seated(open: Opener) {
  const store = await open()
  await seatCast(store)
  return { store, petition: await file(store, '2026-01-05', filing) }
}

async function figure(store: Store, id: string) {
  const report = await reportJson(store, at('2026-06-02'), cast.lincheng, 'monthly-closure', { month: '2026-03' })
  return report.outcome === 'done' && report.report.metrics.find(metric => metric.id === id)?.numerator
}

async function caseOf(store: Store, { number }: Traveller) {
  const view = await findCase(store.db, system, number)
  if (!view) throw new Error(number)
  return view
}

const clock = ({ deadlines }: Awaited<ReturnType<typeof caseOf>>, name: string) =>
  deadlines.findLast(({ deadline }) => deadline === name)

/** What stands of the lines of these kinds: kind, day and sum, without those that cancel out. */
async function counted(store: Store, { number }: Traveller, ...kinds: string[]) {
  const rows = await store.db.selectFrom('facts').selectAll().where('case_number', '=', number).execute()
  const lines = rows.filter(({ kind }) => kinds.includes(kind))
  const sums = Map.groupBy(lines, ({ kind, what, on_day }) => JSON.stringify([kind, what, on_day]))
  return [...sums.values()]
    .flatMap(of => (sumOf(of) === 0 ? [] : [[of[0]?.kind, of[0]?.on_day, sumOf(of)] as const]))
    .sort()
}

/** By the day a clock was due and the day it was met. */
async function metOn(store: Store, { number }: Traveller, what: string) {
  const rows = await store.db
    .selectFrom('facts')
    .select(['on_day', 'happened_on', eb => eb.fn.sum<number>('sign').as('n')])
    .where('case_number', '=', number)
    .where('kind', '=', 'met')
    .where('what', '=', what)
    .groupBy(['on_day', 'happened_on'])
    .execute()
  return rows.flatMap(({ on_day, happened_on, n }) => (Number(n) === 0 ? [] : [[on_day, happened_on, Number(n)]]))
}

const sumOf = (lines: readonly { sign: number }[]) => lines.reduce((sum, { sign }) => sum + sign, 0)
