import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { Remaining as Remains } from '../../src/overview/remaining.ts'
import { DaysLeft } from '../parts/deadline.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { sayUpTo } from './count.ts'
import { ShortDay } from './short-day.tsx'

/** Petitions that are not answered: the longest overdue first. */
export const Remaining = ({ remaining, today }: { remaining: Remains | null; today: Day }) => (
  <section class="overview-petitions" aria-labelledby="remaining">
    <h2 id="remaining">
      <T zh="信访：离 100% 还差" en="Petitions: short of 100 %" />
    </h2>
    {remaining === null ? (
      <p class="muted">
        <T zh="这里只有数字，没有个案" en="Figures only: no matters are named here" />
      </p>
    ) : (
      <>
        <p>
          <a href={urls.queue('overdue')}>
            <T zh={`逾期未办复 ${sayUpTo(remaining.overdue)} 件`} en={`${sayUpTo(remaining.overdue)} overdue`} />
          </a>
          <T
            zh={`，本月内还应办复 ${sayUpTo(remaining.inMonth)} 件`}
            en={`, ${sayUpTo(remaining.inMonth)} more due this month`}
          />
        </p>
        <ol class="plain-list overview-rows">
          {remaining.rows.map(({ number, title, who, state, due }) => (
            <li>
              <p class="overview-row">
                <a href={urls.case(number)}>
                  <Typed inline text={title} />
                </a>
                <DaysLeft due={due} today={today} />
              </p>
              <p class="muted overview-line">
                <Say words={who} /> · <Say words={state} /> · <ShortDay day={due} />
              </p>
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
)
