import { rateOf } from '../../src/law/rate.ts'
import { Table } from '../parts/table.tsx'
import { Say } from '../parts/words.tsx'
import type { Measured } from './bars.tsx'

/** What is no step of the road, and is shown apart: on time, satisfied, silent, merged, withdrawn. */
export const Apart = ({ figures }: { figures: readonly Measured[] }) => (
  <section>
    <Table
      id="apart"
      caption={{ zh: '另列', en: 'Shown apart' }}
      narrow="stack"
      rows={figures}
      columns={[
        { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
        {
          title: { zh: '件数', en: 'Count' },
          kind: 'number',
          cell: ({ count, href }) => <Linked href={href} value={String(count)} />,
        },
        { title: { zh: '其中总数', en: 'Of' }, kind: 'number', cell: ({ of }) => of ?? '—' },
        {
          title: { zh: '比率', en: 'Rate' },
          kind: 'number',
          cell: ({ count, of }) => sayRate(of === null ? null : rateOf(count, of)),
        },
        {
          title: { zh: '其余', en: 'The others' },
          cell: ({ count, of, missing, missingHref }) =>
            missing && of !== null ? (
              <>
                <Say words={missing} /> <Linked href={missingHref} value={String(of - count)} />
              </>
            ) : (
              '—'
            ),
        },
      ]}
    />
  </section>
)

const sayRate = (rate: string | null) => (rate === null ? '—' : `${rate}%`)

const Linked = ({ href, value }: { href: string | undefined; value: string }) =>
  href ? <a href={href}>{value}</a> : <>{value}</>
