import { urls, withQuery } from '../../src/http/urls.ts'
import { sayMonth } from '../../src/law/day.ts'
import type { RestatedMonth } from '../../src/reports/count_restated.ts'
import { Say, T } from '../parts/words.tsx'

/** What was recorded this month into months that were closed, so that they read differently now. */
export const Restated = ({ months }: { months: readonly RestatedMonth[] | undefined }) => (
  <p>
    <T zh="本月重述：" en="Restated this month: " />
    {months === undefined ? (
      <T zh="补录较多，见各月报表" en="many; see the months’ reports" />
    ) : months.length === 0 ? (
      <T zh="没有" en="nothing" />
    ) : (
      months.map(({ month, lines }, i) => (
        <>
          {i > 0 && <T zh="，" en=", " />}
          <a href={withQuery(urls.report('monthly-closure'), { month })}>
            <Say words={sayMonth(month)} />{' '}
            <T zh={`${lines} 处`} en={`in ${lines} ${lines === 1 ? 'place' : 'places'}`} />
          </a>
        </>
      ))
    )}
  </p>
)
