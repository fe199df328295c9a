import type { ReportMetric } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import { Linked } from './metric-table.tsx'
import type { Links } from './metric-table.tsx'

/** Batches and people who came, each in its unit. */
export const VisitTable = (props: { metrics: readonly ReportMetric[]; links: Links }) => (
  <section>
    <Table
      id="visits"
      caption={{ zh: '来访', en: 'Visits' }}
      rows={props.metrics}
      columns={[
        { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
        {
          title: { zh: '数量', en: 'Number' },
          kind: 'number',
          cell: ({ id, numerator }) => <Linked href={props.links[id]?.numerator} value={numerator} />,
        },
        { title: { zh: '公式', en: 'Formula' }, cell: ({ formula }) => <Say words={formula} /> },
      ]}
    />
    <p class="muted small">
      <T zh="批次和人次分别统计，不相加" en="Batches and people are counted apart and never added" />
    </p>
  </section>
)
