import type { ReportMetric } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'

/** Addresses of the lists behind a figure, by its id; absent for a reader who may not see all of them. */
export type Links = Readonly<Record<string, { numerator?: string; denominator?: string }>>

/** Every figure with what it is of, and by which rule its matters belong to the month. */
export const MetricTable = (props: { metrics: readonly ReportMetric[]; links: Links; definitions: string }) => (
  <section>
    <Table
      id="metrics"
      caption={{ zh: '指标', en: 'Figures' }}
      rows={props.metrics}
      columns={[
        {
          title: { zh: '指标', en: 'Figure' },
          names: true,
          cell: ({ id, title }) => (
            <a href={`${props.definitions}#${id}`}>
              <Say words={title} />
            </a>
          ),
        },
        {
          title: { zh: '件数（分子）', en: 'Count (numerator)' },
          kind: 'number',
          cell: ({ id, numerator }) => <Linked href={props.links[id]?.numerator} value={numerator} />,
        },
        {
          title: { zh: '分母', en: 'Denominator' },
          kind: 'number',
          cell: ({ id, denominator }) =>
            denominator !== null && <Linked href={props.links[id]?.denominator} value={denominator} />,
        },
        {
          title: { zh: '比率', en: 'Rate' },
          kind: 'number',
          cell: ({ denominator, rate }) => denominator !== null && (rate === null ? '—' : `${rate}%`),
        },
        { title: { zh: '口径', en: 'Basis' }, cell: ({ basis }) => <Say words={basis} /> },
      ]}
    />
    <p>
      <a href={props.definitions}>
        <T zh="全部指标的定义" en="What every figure means" />
      </a>
    </p>
  </section>
)

export const Linked = ({ href, value }: { href: string | undefined; value: number }) =>
  href ? <a href={href}>{value}</a> : <>{String(value)}</>
