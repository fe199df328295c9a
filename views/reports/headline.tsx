import type { Headline as Headlined, Report, ReportMetric } from '../../src/reports/report.ts'
import { Bar } from '../parts/bar.tsx'
import { Figures } from '../parts/figures.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Links } from './metric-table.tsx'

type HeadlineProps = { headline: Headlined; report: Report; links: Links }

/** What a report says before everything else: how much there is, and how far it is from complete. */
export function Headline({ headline: { counts, rates, late, sum }, report, links }: HeadlineProps) {
  const all = (ids: readonly string[]) => ids.flatMap(id => report.metrics.find(metric => metric.id === id) ?? [])
  const [besides] = all(late === undefined ? [] : [late])
  return (
    <section aria-labelledby="headline">
      <h2 id="headline">
        <T zh="总体情况" en="At a glance" />
      </h2>
      <Figures
        figures={all(counts).map(({ id, title, numerator }) => ({
          title,
          value: numerator,
          href: links[id]?.numerator,
        }))}
      />
      <div class="bars">
        {all(rates).map(({ title, numerator, denominator, rate }) => (
          <Bar label={title} numerator={numerator} denominator={denominator ?? 0} rate={rate} />
        ))}
      </div>
      {besides && (
        <p class="muted">
          <T
            zh={`按期的事项中迟录 ${besides.numerator} 件`}
            en={`${besides.numerator} of those on time were recorded late`}
          />
        </p>
      )}
      {sum && (
        <Sum
          left={all(sum.of)}
          right={all(sum.is)}
          isWhole={all([...sum.of, ...sum.is]).length === sum.of.length + sum.is.length}
        />
      )}
    </section>
  )
}

type SumProps = { left: readonly ReportMetric[]; right: readonly ReportMetric[]; isWhole: boolean }

/** Anyone can add it up; where a term is missing there is no sum. */
const Sum = ({ left, right, isWhole }: SumProps) =>
  isWhole && (
    <p>
      <Terms metrics={left} /> = <Terms metrics={right} />
    </p>
  )

const Terms = ({ metrics }: { metrics: readonly ReportMetric[] }) => (
  <>
    {metrics.map(({ title, numerator }, i) => (
      <>
        {i > 0 && ' + '}
        <Say words={title} /> <strong>{numerator}</strong>
      </>
    ))}
  </>
)
