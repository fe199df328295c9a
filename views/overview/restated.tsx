import { urls, withQuery } from '../../src/http/urls.ts'
import { sayMonth } from '../../src/law/day.ts'
import type { RestatedMonth } from '../../src/reports/count_restated.ts'
import { Say, T } from '../parts/words.tsx'

/** What was recorded this month into months that were closed, so that they read differently now; where it was not counted, the way to its list. */
export const Restated = ({ months }: { months: readonly RestatedMonth[] | undefined }) => (
  <p>
    <T zh="定稿后有变动：" en="Changed since closing: " />
    {months === undefined ? (
      <a href={urls.reportRestated('monthly-closure')}>
        <T zh="见重述清单" en="see the list" />
      </a>
    ) : months.length === 0 ? (
      <T zh="没有" en="nothing" />
    ) : (
      months.map(({ month, lines }, i) => (
        <>
          {i > 0 && <T zh="，" en=", " />}
          <a href={withQuery(urls.reportRestated('monthly-closure'), { month })}>
            <Say words={sayMonth(month)} />{' '}
            {lines === 0 ? (
              <T zh="有变化" en="has changed" />
            ) : (
              <T zh={`${lines} 条`} en={`${lines} ${lines === 1 ? 'line' : 'lines'}`} />
            )}
          </a>
        </>
      ))
    )}
  </p>
)
