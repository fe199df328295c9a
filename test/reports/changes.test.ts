import { expect, test } from 'vitest'
import { changeSentences } from '../../src/reports/changes_said.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { bookCell } from '../../src/reports/table_sheet.ts'
import { onBoth } from '../support/db.ts'
import { answer, petition } from './district.ts'
import { drawingOfApril, fileOfApril, tellApril } from './files.ts'

onBoth('beside earlier periods', open => {
  test('a count changes in number and in per cent, a rate in percentage points and never in per cent', async () => {
    const store = await open()
    await tellApril(store)
    const early = { filed: '2026-01-05', accepted: '2026-01-06', answered: '2026-03-06' }
    await petition(store, 'Y1', early)
    await petition(store, 'Y2', { filed: '2026-01-05', accepted: '2026-01-06', answered: '2026-03-05' })
    await answer(store, 'X3', { answered: '2026-04-20' })
    await petition(store, 'Y3', { filed: '2026-01-05', accepted: '2026-01-06', answered: '2026-03-06' })
    const { report } = await drawHere(store, await drawingOfApril(store), null)
    const table = report.tables.find(({ id }) => id === 'changes')
    expect(table?.columns.map(({ id }) => id)).toEqual([
      ...['metric', 'now', 'previous_month', 'change_month', 'change_month_percent'],
      ...['previous_year', 'change_year', 'change_year_percent'],
    ])
    const row = (zh: string) => table?.rows.find(([title]) => JSON.stringify(title).includes(`"${zh}"`))?.slice(1)
    expect(row('办复')).toEqual([2, 3, '-1', '-33.33%', 0, '+2', null])
    expect(row('结案率')).toEqual(['50.00', '100.00', '-50.00', '', null, null, ''])
    expect(row('收件')).toEqual([1, 0, '+1', null, 0, '+1', null])
    const said = changeSentences(report)
    expect(said).toContainEqual({
      zh: '办复与上月相比减少1（33.33%），与上年同期相比增加2。',
      en: 'Answered: down 1 (33.33%) on the month before, up 2 on the year before.',
    })
    expect(said).toContainEqual({
      zh: '结案率与上月相比减少50.00个百分点。',
      en: 'Closure rate: down 50.00 percentage points on the month before.',
    })
    const csv = (await fileOfApril(store, { format: 'csv' })).bytes.toString()
    expect(csv).toContain('办复,2,3,-1,-33.33%,0,+2,—')
    expect(csv).toContain('结案率,50.00,100.00,-50.00,,—,—,')
  })
})

test('no change is a number in its own format', () => {
  const column = { id: 'change_month_percent', title: { zh: '环比', en: 'Change' }, kind: 'rate' as const }
  expect(bookCell('0.00%', column, 'zh')).toEqual({ value: 0, format: 'rateChange' })
  expect(bookCell('-33.33%', column, 'zh')).toEqual({ value: -0.3333, format: 'rateChange' })
  expect(bookCell('', column, 'zh')).toBe('')
})
