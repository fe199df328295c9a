import type { Overview } from '../../src/overview/read.ts'
import { sayDay } from '../../src/law/day.ts'
import { PrintButton } from '../parts/button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'
import { Lapsing } from './lapsing.tsx'
import { Numbers } from './numbers.tsx'
import { Ranking } from './ranking.tsx'
import { Restated } from './restated.tsx'
import { Remaining } from './remaining.tsx'
import { Sessions } from './sessions.tsx'
import { Year } from './year.tsx'

/** One screen, one sheet of paper: how far the month is from 100 %, what stands between, and what comes next. */
export const OverviewPage = (props: Overview) => (
  <div class="overview">
    <PageHead
      title={{ zh: '总览', en: 'Overview' }}
      tags={
        <>
          <p class="muted">
            <T
              zh={`${props.period.zh}，截至${sayDay(props.today).zh}；不含检举控告`}
              en={`${props.period.en}, as at ${sayDay(props.today).en}; accusations are left out`}
            />
          </p>
          <Restated months={props.restated} />
        </>
      }
      actions={
        <PrintButton>
          <T zh="打印" en="Print" />
        </PrintButton>
      }
    />
    <Numbers numbers={props.numbers} />
    <div class="overview-panels">
      <Remaining remaining={props.remaining} today={props.today} />
      <Sessions sessions={props.sessions} day={props.today} />
      {props.lapsing && <Lapsing {...props.lapsing} today={props.today} />}
      <Year trend={props.trend} />
      <Ranking {...props.ranking} />
    </div>
  </div>
)
