import { sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { ReportTable } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { Say } from '../parts/words.tsx'
import { TrendChart } from '../parts/trend-chart.tsx'
import type { Series } from '../parts/trend-chart.tsx'

/** Rates as printed (`96.16`) or counts, one for every month; null where there was nothing to count. */
export type TrendSeries = {
  id: string
  title: Text
  unit: 'rate' | 'count'
  values: readonly (string | number | null)[]
  /** It stands in the table only. */
  isOnlyTold?: boolean
}

export type TrendProps = {
  id: string
  title: Text
  months: readonly string[]
  series: readonly TrendSeries[]
  note?: Text | null
}

/** The trend in a report, drawn from the very cells its files hold. */
export function ReportTrend({ table }: { table: ReportTable }) {
  const cellsOf = (column: string) => {
    const at = table.columns.findIndex(({ id }) => id === column)
    return table.rows.map(row => row[at] ?? null)
  }
  const series = table.columns.flatMap(({ id, title, kind }): TrendSeries[] =>
    kind === 'text'
      ? []
      : [
          {
            id,
            title,
            unit: kind === 'rate' ? 'rate' : 'count',
            values: cellsOf(id).map(cell => (typeof cell === 'object' ? null : cell)),
            isOnlyTold: id.endsWith('_denominator'),
          },
        ],
  )
  return (
    <Trend id={table.id} title={table.title} note={table.note} months={cellsOf('month').map(String)} series={series} />
  )
}

/** Some months as lines and, with the same numbers, as a table. Rates and counts never share an axis. */
export const Trend = ({ id, title, months, series, note }: TrendProps) => (
  <section class="trend" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>
      <Say words={title} />
    </h2>
    <div class="trend-charts">
      {(['rate', 'count'] as const).map(unit => {
        const drawn = series.filter(one => one.unit === unit && !one.isOnlyTold)
        return drawn.length > 0 && <TrendChart months={months} unit={unit} series={drawn.map(asNumbers)} />
      })}
    </div>
    {note && (
      <p class="muted small">
        <Say words={note} />
      </p>
    )}
    <Table
      id={`${id}-table`}
      caption={{ zh: `${title.zh}（数据）`, en: `${title.en}: the numbers` }}
      rows={months.map((month, i) => ({ month, i }))}
      columns={[
        {
          title: { zh: '月份', en: 'Month' },
          kind: 'tight',
          names: true,
          cell: ({ month }) => <Say words={sayMonth(month)} />,
        },
        ...series.map(({ title, unit, values }) => ({
          title,
          kind: 'number' as const,
          cell: ({ i }: { i: number }) => sayValue(values[i] ?? null, unit),
        })),
      ]}
    />
  </section>
)

const asNumbers = ({ title, values }: TrendSeries): Series => ({
  title,
  values: values.map(value => (value === null ? null : Number(value))),
})

const sayValue = (value: string | number | null, unit: TrendSeries['unit']): string =>
  value === null ? '—' : unit === 'rate' ? `${value}%` : String(value)
