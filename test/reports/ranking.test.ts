import { expect, test } from 'vitest'
import type { Text } from '../../src/law/words.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { ranked, rankingIn } from '../../src/reports/ranking.ts'
import type { Report, ReportTable } from '../../src/reports/report.ts'
import { tableSheet } from '../../src/reports/table_sheet.ts'
import { onBoth } from '../support/db.ts'
import { drawingOfApril, tellApril } from './files.ts'
import { drawHere } from '../../src/reports/draw_here.ts'

const departments: Text = { zh: '政府部门', en: 'Departments' }
const streets: Text = { zh: '街道乡镇', en: 'Streets and townships' }

test('like is ranked with like, equal rates share a rank, and a small sample has none', () => {
  const table = ranked(
    byOrgan(
      ['住建局', departments, 10, 9],
      ['公安局', departments, 20, 18],
      ['民政局', departments, 6, 3],
      ['教育局', departments, 4, 4],
      ['水务局', departments, 0, 0],
      ['东街', streets, 5, 5],
    ),
  )
  expect(table.columns.map(({ id }) => id).slice(0, 3)).toEqual(['group', 'organ', 'rank'])
  expect(table.rows.map(([, organ, rank]) => [organ, rank])).toEqual([
    [text('住建局'), 1],
    [text('公安局'), 1],
    [text('民政局'), 3],
    [text('教育局'), { zh: '样本少', en: 'Too few' }],
    [text('水务局'), { zh: '无应结', en: 'None due' }],
    [text('东街'), 1],
  ])
  expect(table.note?.zh).toContain('按期结案率')
  expect(rankingIn({ tables: [table] }).map(({ group, organs }) => [group?.en, organs.length])).toEqual([
    ['Departments', 5],
    ['Streets and townships', 1],
  ])
  expect(rankingIn({ tables: [table] })[0]?.organs[1]).toEqual({
    organ: text('公安局'),
    rank: 1,
    due: 20,
    onTime: 18,
    rate: '90.00',
  })
})

test('a place is a number in a spreadsheet, and why there is none is text', async () => {
  const table = ranked(byOrgan(['住建局', departments, 10, 9], ['教育局', departments, 4, 4]))
  const cells = []
  for await (const rows of tableSheet(table, 'T', 'zh').rows) cells.push(...rows.map(row => row[2]))
  expect(cells).toEqual([{ value: 1, format: 'count', link: undefined }, '样本少'])
  const csv = renderCsv({ ...empty, tables: [table] }, 'zh')
  expect(csv).toContain('政府部门,住建局,1,10,9,90.00')
  expect(csv).toContain('政府部门,教育局,样本少,4,4,100.00')
})

onBoth('the organs in a report', open => {
  test('are ranked, and one with too few due is said to have too few', async () => {
    const store = await open()
    await tellApril(store)
    const { report } = await drawHere(store, await drawingOfApril(store), null)
    const organs = rankingIn(report).flatMap(({ organs }) => organs)
    expect(organs.map(({ organ, rank, due }) => [organ.zh, rank, due])).toEqual([
      ['望江区信访局', { zh: '无应结', en: 'None due' }, 0],
      ['望江区住房和城乡建设局', { zh: '样本少', en: 'Too few' }, 2],
    ])
  })
})

const text = (name: string): Text => ({ zh: name, en: name })

const byOrgan = (...rows: [string, Text, number, number][]): ReportTable => ({
  id: 'by_organ',
  title: text('T'),
  note: null,
  columns: [
    { id: 'group', title: text('g'), kind: 'text' },
    { id: 'organ', title: text('o'), kind: 'text' },
    { id: 'due', title: text('d'), kind: 'number' },
    { id: 'on_time_rate_numerator', title: text('n'), kind: 'number' },
    { id: 'on_time_rate', title: text('r'), kind: 'rate' },
  ],
  rows: rows.map(([name, group, due, n]) => [
    group,
    text(name),
    due,
    n,
    due === 0 ? null : ((100 * n) / due).toFixed(2),
  ]),
})

const empty: Report = {
  report: 'monthly-closure',
  title: text('T'),
  month: '2026-04',
  period: text('April 2026'),
  through: '2026-04-30',
  asOf: '2026-05-01T00:00:00.000Z',
  scope: { kind: 'district', name: text('D') },
  procedure: null,
  definitions: '1',
  metrics: [],
  tables: [],
  digest: '',
}
