import { SMALL, rankByShare } from '../law/rank.ts'
import type { Text } from '../law/words.ts'
import type { Cell, Report, ReportTable } from './report.ts'

/** An organ among its like: its place, or why it has none; of `due` so many were answered on time. */
export type RankedOrgan = { organ: Text; rank: number | Text | null; due: number; onTime: number; rate: string | null }
export type RankedGroup = { group: Text | null; organs: RankedOrgan[] }

/** The breakdown by organ, each group in the order of its on-time rates, and a place for whoever can be compared. */
export function ranked(byOrgan: ReportTable): ReportTable {
  const of = (row: readonly Cell[], id: string) => cellIn(byOrgan, row, id)
  const shareOf = (row: readonly Cell[]) => ({
    part: Number(of(row, 'on_time_rate_numerator')),
    whole: Number(of(row, 'due')),
  })
  const groups = [...Map.groupBy(byOrgan.rows, row => JSON.stringify(of(row, 'group'))).values()]
  const at = byOrgan.columns.findIndex(({ id }) => id === 'organ') + 1
  return {
    ...byOrgan,
    title: { zh: '按单位，同类排名', en: 'By organ, ranked within its group' },
    note: ranking,
    columns: byOrgan.columns.toSpliced(at, 0, { id: 'rank', title: { zh: '名次', en: 'Rank' }, kind: 'number' }),
    rows: groups.flatMap(rows =>
      rankByShare(rows, shareOf).map(({ row, rank }) =>
        row.toSpliced(at, 0, of(row, 'group') === null ? null : (rank ?? unranked(shareOf(row).whole))),
      ),
    ),
  }
}

/** The ranking in a report, group by group as its table has it; none in the report of one organ. */
export function rankingIn({ tables }: Pick<Report, 'tables'>): RankedGroup[] {
  const table = tables.find(({ id }) => id === 'by_organ')
  if (!table) return []
  const groups = Map.groupBy(table.rows, row => JSON.stringify(cellIn(table, row, 'group')))
  return [...groups.values()].map(rows => ({
    group: textOf(cellIn(table, rows[0] ?? [], 'group')),
    organs: rows.flatMap(row => {
      const of = (id: string) => cellIn(table, row, id)
      const [organ, rank, rate] = [textOf(of('organ')), of('rank'), of('on_time_rate')]
      return organ === null
        ? []
        : [
            {
              organ,
              rank: typeof rank === 'number' ? rank : textOf(rank),
              due: Number(of('due')),
              onTime: Number(of('on_time_rate_numerator')),
              rate: typeof rate === 'string' ? rate : null,
            },
          ]
    }),
  }))
}

const cellIn = ({ columns }: ReportTable, row: readonly Cell[], column: string): Cell =>
  row[columns.findIndex(({ id }) => id === column)] ?? null

const textOf = (cell: Cell): Text | null =>
  cell === null || typeof cell === 'number' ? null : typeof cell === 'string' ? { zh: cell, en: cell } : cell

const unranked = (due: number): Text => (due === 0 ? { zh: '无应结', en: 'None due' } : { zh: '样本少', en: 'Too few' })

const ranking: Text = {
  zh: `同类单位之间以按期结案率排名，比率相同的并列；应结不足${SMALL}件的样本少，不排名，列在后面。不含检举控告类事项`,
  en: `Ranked within their group by on-time rate, equal rates sharing a rank; those with fewer than ${SMALL} due are too few to be ranked and come after. Accusations are left out`,
}
