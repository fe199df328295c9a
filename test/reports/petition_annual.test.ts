import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { annualMetrics } from '../../src/reports/annual_metrics.ts'
import { reportJson } from '../../src/reports/api.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { readAsked } from '../../src/reports/read.ts'
import { petitionAnnual } from '../../src/reports/petition_annual.ts'
import type { Asked, Cell, Report } from '../../src/reports/report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, done, petition } from './district.ts'

const demand = { trigger: 'overdue', demand: '说明未按期办结的原因' }

/** A year: one answered, one supervised and proposed about, one withdrawn, one of the year before, an accusation. */
async function tellYear(store: Store): Promise<void> {
  await seatCast(store)
  await petition(store, 'Y1', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-03-02' })
  await petition(store, 'Y2', { filed: '2026-03-02', accepted: '2026-03-05' })
  await petition(store, 'Y3', { filed: '2026-04-02', withdrawn: '2026-04-08' })
  await petition(store, 'Y4', { filed: '2025-12-20', accepted: '2025-12-22' })
  await petition(store, 'Y5', { filed: '2026-05-02', accepted: '2026-05-06', kind: 'accusation' })
  const does = (act: string, actor: (typeof cast)[keyof typeof cast], input: Record<string, string>) =>
    done(store, { on: { number: 'Y2' }, act, actor, now: at('2026-06-01'), input })
  await does('supervise', cast.dingdu, demand)
  await does('supervise', cast.liming, demand)
  await does('propose', cast.dingdu, { about: 'policy', proposal: '修订维修资金办法' })
  await does('answerProposal', cast.sunli, { adoption: 'part', answer: '已部分采纳' })
}

const yearly = async (store: Store, asked: Asked = { year: '2026' }): Promise<Report> => {
  const answer = await reportJson(store, at('2027-01-05'), cast.lincheng, 'petition-annual', asked)
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.report
}

const counts = ({ metrics }: Report) => Object.fromEntries(metrics.map(({ id, numerator }) => [id, numerator]))
const rowsIn = ({ tables }: Report, id: string): readonly Cell[][] => tables.find(table => table.id === id)?.rows ?? []

onBoth('the yearly report on petitions (art. 41)', open => {
  test('tells how many, what was sent where, supervised and proposed; accusations are in no number', async () => {
    const store = await open()
    await tellYear(store)
    const report = await yearly(store)
    expect(report).toMatchObject({ year: '2026', through: '2026-12-31', procedure: 'petition' })
    expect(report.period).toEqual({ zh: '2026年', en: '2026' })
    expect(counts(report)).toMatchObject({
      ...{ received: 3, carried_over: 1, answered: 1, ended_otherwise: 1, open: 2, due: 3 },
      ...{ accepted: 2, transferred: 2, handed_over: 0, supervised: 1, reviews_requested: 0 },
      ...{ proposals_policy: 1, proposals_work: 0, proposals_account: 0, proposals_adopted: 1 },
    })
    expect(report.metrics.find(({ id }) => id === 'proposals_adopted')?.rate).toBe('100.00')
  })

  test('counts its last month through the through day, as everything else, and no month that has not begun', async () => {
    const store = await open()
    await tellYear(store)
    const last = async (asked: Asked) => {
      const rows = rowsIn(await yearly(store, asked), 'months')
      return [rows.length, ...(rows.at(-1) ?? []).slice(1, 3)]
    }
    expect(await last({ year: '2026', through: '2026-03-01' })).toEqual([3, 0, 0])
    expect(await last({ year: '2026', through: '2026-03-02' })).toEqual([3, 1, 1])
    expect(await last({ year: '2026', asOf: '2026-04-03' })).toEqual([4, 1, 0])
  })

  test('names domains and organs by number, and lists each month as its own report counts it', async () => {
    const store = await open()
    await tellYear(store)
    const report = await yearly(store)
    const domains = rowsIn(report, 'by_category')
    expect(domains.map(row => row.slice(1))).toEqual([[3, '100.00', 1, 1]])
    expect(rowsIn(report, 'by_organ').map(row => row.slice(1, 3))).toContainEqual([2, '100.00'])
    expect(rowsIn(report, 'supervision').map(row => row.slice(1))).toContainEqual([2, '100.00', 1, 0, 1, 0])
    const months = rowsIn(report, 'months')
    expect(months).toHaveLength(12)
    expect(months.map(row => row[1])).toEqual([0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(JSON.stringify(report)).not.toMatch(/当月收|归月（|纪委/)
  })

  test('has a list as long as every figure', async () => {
    const store = await open()
    await tellYear(store)
    const read = await readAsked(store.reader, petitionAnnual, { year: '2026' }, at('2027-01-05'))
    if ('errors' in read) throw new Error(JSON.stringify(read.errors))
    const question = questionOf(read.ok)
    for (const metric of annualMetrics)
      for (const side of ['numerator', 'denominator'] as const) {
        const rows = metric[side]?.(store.reader, question)
        if (!rows || metric.unit) continue
        const figure = await figureOf(store.reader, metric, question)
        expect(await casesOf(store.reader, rows).execute(), `${metric.id} ${side}`).toHaveLength(figure[side] ?? 0)
      }
  })

  test('is the same as known then, whatever is recorded later, and after a rebuild', async () => {
    const store = await open()
    await tellYear(store)
    const asked = { year: '2026', asOf: '2026-12-31' }
    const before = renderCsv(await yearly(store, asked), 'zh')
    await done(store, {
      on: { number: 'Y2' },
      act: 'supervise',
      actor: cast.liming,
      now: at('2027-01-04'),
      input: demand,
    })
    await rebuild(store, found => expect.unreachable(JSON.stringify(found)))
    expect(renderCsv(await yearly(store, asked), 'zh')).toBe(before)
  })

  test('is of the district, of a year, and for those who read the district', async () => {
    const store = await open()
    await seatCast(store)
    const ask = async (actor: keyof typeof cast, asked: Asked) =>
      (await reportJson(store, at('2027-01-05'), cast[actor], 'petition-annual', asked)).outcome
    expect(await ask('lincheng', {})).toBe('done')
    expect(await ask('zhaoqiang', {})).toBe('absent')
    expect(await ask('zhaoqiang', { organ: 'housing' })).toBe('invalid')
    expect(await ask('lincheng', { organ: 'housing' })).toBe('invalid')
    expect(await ask('lincheng', { year: '26' })).toBe('invalid')
  })
})

test('no yearly figure speaks of a month', () => {
  for (const { formula, basis, id } of annualMetrics)
    expect(`${formula.zh}${basis.zh}${formula.en}${basis.en}`, id).not.toMatch(/月|month/)
})
