import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { Remaining as Remains } from '../../src/overview/remaining.ts'
import { DaysLeft } from '../parts/deadline.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { sayUpTo } from './count.ts'
import { ShortDay } from './short-day.tsx'

/** What the closure rate lacks: as many as its denominator has more than its numerator; the longest due first. */
export const Remaining = ({ remaining, today }: { remaining: Remains | null; today: Day }) => (
  <section class="overview-petitions" aria-labelledby="remaining">
    <h2 id="remaining">
      <T zh="本月结案率：离 100% 还差" en="Closure rate of the month: short of 100 %" />
    </h2>
    {remaining === null ? (
      <p class="muted">
        <T zh="这里只有数字，没有个案" en="Figures only: no matters are named here" />
      </p>
    ) : (
      <>
        <Counted {...remaining} />
        <ol class="plain-list overview-rows">
          {remaining.rows.map(({ number, label, title, who, state, due }) => (
            <li>
              <p class="overview-row">
                <a href={urls.case(number)}>
                  {label} <Typed inline text={title} />
                </a>
                {due !== undefined && <DaysLeft due={due} today={today} />}
              </p>
              <p class="muted overview-line">
                <Say words={state} />
                {' · '}
                {due !== undefined && (
                  <>
                    <ShortDay day={due} />
                    {' · '}
                  </>
                )}
                <Say words={who} />
              </p>
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
)

const Counted = ({ missing, href, earlier }: Remains) => (
  <p>
    {missing === 0 ? (
      <T zh="本月应结的都已办复" en="All that is due this month is answered" />
    ) : (
      <a href={href}>
        <T zh={`本月应结未办复 ${missing} 件`} en={`${missing} due this month and not answered`} />
      </a>
    )}
    {earlier > 0 && (
      <T
        zh={`，另有以前月份逾期未办复 ${sayUpTo(earlier)} 件`}
        en={`; beside them ${sayUpTo(earlier)} overdue from earlier months`}
      />
    )}
  </p>
)
