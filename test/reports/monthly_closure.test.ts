import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import type { Asked, Report } from '../../src/reports/report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answer, at, done, petition } from './district.ts'

onBoth('the monthly closure report', open => {
  test('balances what was carried over and received with what was answered, ended and left open', async () => {
    const store = await seated(open)
    await petition(store, 'A1', { filed: '2026-03-02', accepted: '2026-03-05' })
    await petition(store, 'A2', { filed: '2026-03-03', accepted: '2026-03-05', answered: '2026-04-07' })
    await petition(store, 'A3', { filed: '2026-04-01', withdrawn: '2026-04-09' })
    await petition(store, 'A4', { filed: '2026-04-10', refused: '2026-04-13' })
    await petition(store, 'A5', { filed: '2026-04-20' })
    const report = await read(store, { month: '2026-04' })
    expect(counts(report, 'carried_over', 'received', 'answered', 'ended_otherwise', 'open')).toEqual([2, 3, 1, 2, 2])
    const half = await read(store, { month: '2026-04', through: '2026-04-08' })
    expect(counts(half, 'carried_over', 'received', 'answered', 'ended_otherwise', 'open')).toEqual([2, 1, 1, 0, 2])
    expect(metric(report, 'cohort_progress')).toMatchObject({ numerator: 2, denominator: 3, rate: '66.67' })
  })

  test('closes on a later day when asked through it, and stays as it was known at an instant', async () => {
    const store = await seated(open)
    await petition(store, 'B1', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-05-06' })
    const due = await read(store, { month: '2026-04' })
    expect(metric(due, 'closure_rate')).toMatchObject({ numerator: 0, denominator: 1, rate: '0.00' })
    const later = await read(store, { month: '2026-04', through: '2026-05-10' })
    expect(metric(later, 'closure_rate')).toMatchObject({ numerator: 1, denominator: 1, rate: '100.00' })
    expect(metric(later, 'on_time_rate')).toMatchObject({ numerator: 0, denominator: 1 })
    const earlier = await read(store, { month: '2026-04', through: '2026-05-10', asOf: '2026-05-05' })
    expect(metric(earlier, 'closure_rate')).toMatchObject({ numerator: 0, denominator: 1 })
  })

  test('counts an answer on its legal day, and says that it was recorded only after the deadline', async () => {
    const store = await seated(open)
    const steps = { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-03', recorded: '2026-04-20' }
    await petition(store, 'C1', steps)
    const report = await read(store, { month: '2026-04' })
    expect(metric(report, 'on_time_rate')).toMatchObject({ numerator: 1, denominator: 1, rate: '100.00' })
    expect(metric(report, 'recorded_late')).toMatchObject({ numerator: 1, denominator: null, rate: null })
    const before = await read(store, { month: '2026-04', asOf: '2026-04-19' })
    expect(metric(before, 'on_time_rate')).toMatchObject({ numerator: 0, denominator: 1 })
  })

  test('owes an extended matter in the month it was extended to', async () => {
    const store = await seated(open)
    await petition(store, 'D1', { filed: '2026-02-02', accepted: '2026-02-05', extended: '2026-04-02' })
    expect(counts(await read(store, { month: '2026-04' }), 'due')).toEqual([0])
    expect(counts(await read(store, { month: '2026-04', asOf: '2026-04-01' }), 'due')).toEqual([1])
    expect(counts(await read(store, { month: '2026-05' }), 'due')).toEqual([1])
  })

  test('reads complete as reported and less as restated, and shows the reopened matter in the next month', async () => {
    const store = await seated(open)
    await petition(store, 'E1', {
      filed: '2026-02-02',
      accepted: '2026-02-05',
      answered: '2026-04-02',
      closed: '2026-04-30',
    })
    const reason = { reason: '发现新情况' }
    await done(store, {
      on: { number: 'E1' },
      act: 'reopen',
      actor: cast.chenjing,
      now: at('2026-05-01'),
      input: reason,
    })
    const reported = await read(store, { month: '2026-04', asOf: '2026-04-30' })
    expect(metric(reported, 'closure_rate').rate).toBe('100.00')
    expect(counts(reported, 'answered', 'closed', 'open')).toEqual([1, 1, 0])
    const restated = await read(store, { month: '2026-04' })
    expect(metric(restated, 'closure_rate').rate).toBe('0.00')
    expect(counts(restated, 'answered', 'closed', 'open')).toEqual([0, 0, 1])
    const may = await read(store, { month: '2026-05' })
    expect(counts(may, 'carried_over', 'reopened', 'received', 'answered', 'open')).toEqual([0, 1, 0, 0, 1])
    await answer(store, 'E1', { answered: '2026-06-03' })
    expect(counts(await read(store, { month: '2026-06' }), 'carried_over', 'answered', 'open')).toEqual([1, 1, 0])
  })

  test('counts timely acceptance by deadline and satisfaction by the day of rating, per rated body', async () => {
    const store = await seated(open)
    await petition(store, 'F1', {
      filed: '2026-03-20',
      accepted: '2026-03-23',
      answered: '2026-04-01',
      closed: '2026-04-02',
      rated: '2026-04-02',
    })
    await petition(store, 'F2', { filed: '2026-03-23' })
    const report = await read(store, { month: '2026-04' })
    expect(metric(report, 'timely_acceptance_office')).toMatchObject({ numerator: 1, denominator: 2, rate: '50.00' })
    expect(metric(report, 'timely_acceptance_organ')).toMatchObject({ numerator: 1, denominator: 1 })
    expect(metric(report, 'satisfaction_office')).toMatchObject({ numerator: 1, denominator: 1, rate: '100.00' })
    expect(metric(report, 'satisfaction_organ')).toMatchObject({ numerator: 0, denominator: 1, rate: '0.00' })
    expect(metric(report, 'rated_share')).toMatchObject({ numerator: 1, denominator: 1 })
    expect(metric(report, 'repeat_rate')).toMatchObject({ numerator: 0, denominator: 0, rate: null })
  })

  test('leaves accusations out of every figure, so that no difference between figures tells of one', async () => {
    const store = await seated(open)
    await petition(store, 'G1', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
    await petition(store, 'G2', { filed: '2026-04-02', accepted: '2026-04-03' })
    const report = await read(store, { month: '2026-04' })
    expect(counts(report, 'received')).toEqual([1])
    const table = (id: string) => report.tables.find(table => table.id === id)?.rows
    expect(table('by_petition_kind')).toHaveLength(1)
    expect(table('by_organ')?.map(row => row[3])).toEqual([1])
    expect(JSON.stringify(table('by_organ'))).not.toContain('纪委')
    const office = await read(store, { month: '2026-04', organ: 'petition-office' })
    expect(counts(office, 'received')).toEqual([1])
    const discipline = await read(store, { month: '2026-04', organ: '望江区纪委监委' })
    expect(counts(discipline, 'answered', 'due')).toEqual([0, 0])
  })

  test('belongs to a scope: the organ’s people read theirs, district readers every one', async () => {
    const store = await seated(open)
    const ask = async (actor: keyof typeof cast, asked: Asked) =>
      (await reportJson(store, at('2026-12-01'), cast[actor], 'monthly-closure', { month: '2026-04', ...asked }))
        .outcome
    expect(await ask('lincheng', {})).toBe('done')
    expect(await ask('tangtong', {})).toBe('done')
    expect(await ask('liming', { organ: 'police' })).toBe('done')
    expect(await ask('zhaoqiang', { organ: 'housing' })).toBe('done')
    expect(await ask('zhaoqiang', {})).toBe('absent')
    expect(await ask('zhaoqiang', { organ: 'police' })).toBe('absent')
    expect(await ask('zhaoqiang', { organ: 'nowhere' })).toBe('absent')
    expect(await ask('citychen', {})).toBe('absent')
    expect(await ask('lincheng', { organ: 'nowhere' })).toBe('invalid')
    expect(await ask('lincheng', { month: '2026-13' })).toBe('invalid')
    expect(await ask('lincheng', { month: '2027-01' })).toBe('invalid')
    expect(await ask('lincheng', { month: '2026-05', asOf: '2026-04-30' })).toBe('invalid')
    expect(await ask('lincheng', { month: '2026-05', asOf: '2026-05-01' })).toBe('done')
    for (const far of [{ month: '9999-12' }, { month: '0000-01' }, { through: '9999-12-31' }, { asOf: '9999-12-31' }])
      expect(await ask('lincheng', { month: '2026-04', ...far })).toBe('invalid')
    expect(await ask('lincheng', { through: '2026-03-31' })).toBe('invalid')
    expect(await ask('lincheng', { asOf: 'soon' })).toBe('invalid')
    expect(await ask('lincheng', { procedure: 'opera' })).toBe('invalid')
  })
})

async function seated(open: () => Promise<Store>): Promise<Store> {
  const store = await open()
  await seatCast(store)
  return store
}

async function read(store: Store, asked: Asked): Promise<Report> {
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', asked)
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.report
}

function metric(report: Report, id: string) {
  const found = report.metrics.find(metric => metric.id === id)
  if (!found) throw new Error(id)
  return found
}

const counts = (report: Report, ...ids: string[]) => ids.map(id => metric(report, id).numerator)
