import { expect, test } from 'vitest'
import { bulletinOf } from '../../src/reports/bulletin.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { reportNamed } from '../../src/reports/registry.ts'
import type { Asked, Report } from '../../src/reports/report.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { trendIn } from '../../src/reports/trend.ts'
import type { Store } from '../../src/db/open.ts'
import { onBoth } from '../support/db.ts'
import { at } from './district.ts'
import { fileOfApril, sheetsOf, tellApril } from './files.ts'

onBoth('the twelve months up to a report’s', open => {
  test('end with the figures of the report, and say of each rate what it is of', async () => {
    const store = await open()
    await tellApril(store)
    const report = await read(store, { month: '2026-04', asOf: '2026-06-30' })
    const trend = trendIn(report)
    expect(trend?.columns.map(({ id }) => id)).toEqual([
      ...['month', 'through', 'received', 'answered', 'open', 'closure_rate_denominator', 'closure_rate'],
      ...['on_time_rate_denominator', 'on_time_rate', 'satisfaction_organ_denominator', 'satisfaction_organ'],
    ])
    expect(trend?.rows.map(([month]) => month)).toEqual([
      ...['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
      ...['2026-01', '2026-02', '2026-03', '2026-04'],
    ])
    expect(trend?.rows.slice(-3)).toEqual([
      ['2026-02', '2026-02-28', 2, 0, 2, 0, null, 0, null, 0, null],
      ['2026-03', '2026-03-31', 0, 0, 2, 0, null, 0, null, 0, null],
      ['2026-04', '2026-04-30', 1, 1, 2, 2, '50.00', 2, '50.00', 0, null],
    ])
  })

  test('are the same from what is kept and from the lines, every one the report of its month', async () => {
    const store = await open()
    await tellApril(store)
    const before = trendIn(await read(store, { month: '2026-05', asOf: '2026-06-30' }))
    while ((await settleFigures(store, at('2026-11-20'))) > 0);
    const after = await read(store, { month: '2026-05', asOf: '2026-06-30' })
    expect(trendIn(after)).toEqual(before)
    for (const month of ['2026-02', '2026-04']) {
      const report = await read(store, { month, asOf: '2026-06-30' })
      const figure = (id: string) => report.metrics.find(metric => metric.id === id)
      expect(before?.rows.find(([said]) => said === month)?.slice(2, 7)).toEqual([
        ...['received', 'answered', 'open'].map(id => figure(id)?.numerator),
        ...[figure('closure_rate')?.denominator, figure('closure_rate')?.rate],
      ])
    }
  })

  test('end on the day the report is counted through, and say so', async () => {
    const store = await open()
    await tellApril(store)
    const trend = trendIn(await read(store, { month: '2026-04', through: '2026-04-01', asOf: '2026-06-30' }))
    expect(trend?.rows.slice(-2)).toEqual([
      ['2026-03', '2026-03-31', 0, 0, 2, 0, null, 0, null, 0, null],
      ['2026-04', '2026-04-01', 0, 0, 2, 2, '0.00', 2, '0.00', 0, null],
    ])
    expect(trend?.note?.zh).toContain('最后一个月统计到2026年4月1日')
    expect(trend?.note?.en).toContain('The last month is counted through 1 April 2026')
  })

  test('stand in every format', async () => {
    const store = await open()
    await tellApril(store)
    const sheet = (await sheetsOf((await fileOfApril(store, { format: 'xlsx' })).bytes)).get('十二个月趋势')
    expect(sheet?.at(-1)?.slice(0, 7)).toEqual(['2026-04', '2026-04-30', 1, 1, 2, 2, 0.5])
    expect((await fileOfApril(store, { format: 'csv' })).bytes.toString()).toContain('2026-04,2026-04-30,1,1,2,2,50.00')
    const report = await read(store, { month: '2026-04', asOf: '2026-06-30' })
    expect(bulletinOf(report).tables.map(({ id }) => id)).toContain('trend')
  })

  test('leave out of one organ what mixes the work of two', async () => {
    const store = await open()
    await tellApril(store)
    const report = await read(store, { month: '2026-04', asOf: '2026-06-30', organ: 'housing' })
    const { columns, rows } = trendIn(report) ?? { columns: [], rows: [] }
    expect(columns.map(({ id }) => id).slice(2, 5)).toEqual(['answered', 'closure_rate_denominator', 'closure_rate'])
    expect(columns.map(({ id }) => id)).not.toContain('open')
    expect(rows.at(-1)?.slice(2, 5)).toEqual([1, 2, '50.00'])
  })
})

async function read(store: Store, asked: Asked): Promise<Report> {
  const kind = reportNamed('monthly-closure')
  const drawing = kind && (await readAsked(store.reader, kind, asked, at('2026-12-01')))
  if (!drawing || 'errors' in drawing) throw new Error(JSON.stringify(drawing))
  return (await drawHere(store, drawing.ok, null)).report
}
