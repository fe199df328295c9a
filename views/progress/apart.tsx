import { rateOf } from '../../src/law/rate.ts'
import { Figures } from '../parts/figures.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Measured } from './bars.tsx'

/** What is no step of the road, and is shown apart: on time, satisfied; silent, merged, withdrawn. */
export const Apart = ({ figures }: { figures: readonly Measured[] }) => (
  <section aria-labelledby="apart-heading">
    <h2 id="apart-heading">
      <T zh="另列" en="Shown apart" />
    </h2>
    <Figures
      figures={figures
        .filter(({ of }) => of === null)
        .map(({ title, count, href }) => ({ title, value: String(count), href }))}
    />
    <Shares figures={figures.filter(({ of }) => of !== null)} />
  </section>
)

const Shares = ({ figures }: { figures: readonly Measured[] }) => (
  <Table
    id="apart"
    caption={{ zh: '质量', en: 'Quality' }}
    narrow="stack"
    rows={figures}
    columns={[
      { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
      {
        title: { zh: '件数', en: 'Count' },
        kind: 'number',
        cell: ({ count, href }) => <Linked href={href} value={String(count)} />,
      },
      { title: { zh: '总数', en: 'Of' }, kind: 'number', cell: ({ of }) => of },
      {
        title: { zh: '比率', en: 'Rate' },
        kind: 'number',
        cell: ({ count, of }) => sayRate(rateOf(count, of ?? 0)),
      },
      {
        title: { zh: '其余', en: 'The others' },
        cell: ({ count, of, missing, missingHref }) =>
          missing && (
            <span>
              <Say words={missing} /> <Linked href={missingHref} value={String((of ?? 0) - count)} />
            </span>
          ),
      },
    ]}
  />
)

const sayRate = (rate: string | null) => (rate === null ? '—' : `${rate}%`)

const Linked = ({ href, value }: { href: string | undefined; value: string }) =>
  href ? <a href={href}>{value}</a> : <>{value}</>
