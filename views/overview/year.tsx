import { sayMonth } from '../../src/law/day.ts'
import type { Cell, ReportColumn, ReportTable } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { TrendChart } from '../parts/trend-chart.tsx'
import { Say, T } from '../parts/words.tsx'

/** Twelve months as lines, and the same numbers one click away. */
export function Year({ trend }: { trend: ReportTable | undefined }) {
  if (!trend) return null
  const months = cellsOf(trend, 'month').map(String)
  const rates = trend.columns.filter(({ kind }) => kind === 'rate')
  return (
    <section class="overview-year" aria-labelledby="year">
      <h2 id="year">
        <Say words={trend.title} />
      </h2>
      <TrendChart
        months={months}
        unit="rate"
        height={124}
        series={rates.map(({ id, title }) => ({ title, values: cellsOf(trend, id).map(asNumber) }))}
      />
      <details>
        <summary>
          <T zh="图中的数据" en="The numbers drawn" />
        </summary>
        <Table
          id="year-table"
          caption={trend.title}
          captionHidden
          rows={months.map((month, i) => ({ month, i }))}
          columns={[
            {
              title: { zh: '月份', en: 'Month' },
              kind: 'tight',
              names: true,
              cell: ({ month }) => <Say words={sayMonth(month)} />,
            },
            ...rates.map(column => ({
              title: column.title,
              kind: 'number' as const,
              cell: ({ i }: { i: number }) => sayRate(cellsOf(trend, column.id)[i] ?? null),
            })),
          ]}
        />
      </details>
    </section>
  )
}

function cellsOf({ columns, rows }: ReportTable, column: ReportColumn['id']): Cell[] {
  const at = columns.findIndex(({ id }) => id === column)
  return rows.map(row => row[at] ?? null)
}

const asNumber = (cell: Cell): number | null => (typeof cell === 'string' ? Number(cell) : null)
const sayRate = (cell: Cell): string => (typeof cell === 'string' ? `${cell}%` : '—')
