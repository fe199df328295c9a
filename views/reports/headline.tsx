import type { Report, ReportMetric } from '../../src/reports/report.ts'
import { Bar } from '../parts/bar.tsx'
import { Figures } from '../parts/figures.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Links } from './metric-table.tsx'

/** How much came, how much stands open, and how far it is from complete. */
export function Headline({ report, links }: { report: Report; links: Links }) {
  const of = (id: string) => report.metrics.find(metric => metric.id === id)
  const shown = ['received', 'answered', 'ended_otherwise', 'open', 'closed'].flatMap(id => of(id) ?? [])
  const late = of('recorded_late')?.numerator ?? 0
  return (
    <section aria-labelledby="headline">
      <h2 id="headline">
        <T zh="总体情况" en="At a glance" />
      </h2>
      <Figures
        figures={shown.map(({ id, title, numerator }) => ({
          title,
          value: numerator,
          href: links[id]?.numerator,
        }))}
      />
      <div class="bars">
        {['closure_rate', 'on_time_rate', 'satisfaction_office', 'satisfaction_organ'].map(id => (
          <Rate metric={of(id)} />
        ))}
      </div>
      <p class="muted">
        <T zh={`按期的事项中迟录 ${late} 件`} en={`${late} of those on time were recorded late`} />
      </p>
      <Balance of={of} />
    </section>
  )
}

type Of = (id: string) => ReportMetric | undefined

const Rate = ({ metric }: { metric: ReportMetric | undefined }) =>
  metric ? (
    <Bar label={metric.title} numerator={metric.numerator} denominator={metric.denominator ?? 0} rate={metric.rate} />
  ) : null

/** Shown as a sum, so that anyone can add it up. */
function Balance({ of }: { of: Of }) {
  const [carried, received, reopened, answered, ended, open] = [
    'carried_over',
    'received',
    'reopened',
    'answered',
    'ended_otherwise',
    'open',
  ].map(of)
  return carried && received && reopened && answered && ended && open ? (
    <p>
      <Term metric={carried} /> + <Term metric={received} /> + <Term metric={reopened} /> = <Term metric={answered} /> +{' '}
      <Term metric={ended} /> + <Term metric={open} />
    </p>
  ) : null
}

const Term = ({ metric }: { metric: ReportMetric }) => (
  <>
    <Say words={metric.title} /> <strong>{metric.numerator}</strong>
  </>
)
