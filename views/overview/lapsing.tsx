import { urls } from '../../src/http/urls.ts'
import type { Day } from '../../src/law/day.ts'
import type { LapsingClock, LapsingDay } from '../../src/overview/lapsing.ts'
import { DaysLeft, Provisional } from '../parts/deadline.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { sayUpTo } from './count.ts'
import { ShortDay } from './short-day.tsx'

type Props = { days: readonly LapsingDay[]; first: readonly LapsingClock[]; today: Day }

/** What runs out today and on the next five working days: how much on each, whose, and the first few. */
export const Lapsing = ({ days, first, today }: Props) => (
  <section class="overview-lapsing" aria-labelledby="lapsing">
    <h2 id="lapsing">
      <T zh="五个工作日内到期" en="Due within five working days" />
    </h2>
    <Table
      id="lapsing-days"
      caption={{ zh: '每天到期的期限', en: 'Duties that run out, day by day' }}
      captionHidden
      rows={days}
      columns={[
        { title: { zh: '日期', en: 'Day' }, names: true, kind: 'tight', cell: DayCell },
        { title: { zh: '项数', en: 'Duties' }, kind: 'number', cell: ({ count }) => sayUpTo(count) },
        { title: { zh: '责任单位', en: 'Organs' }, cell: ({ organs }) => <Organs organs={organs} /> },
      ]}
    />
    <ol class="plain-list overview-rows">
      {first.map(({ number, title, clock, owner, due }) => (
        <li>
          <p class="overview-row">
            <a href={urls.case(number)}>
              <Typed inline text={title} />
            </a>
            <DaysLeft due={due} today={today} />
          </p>
          <p class="muted overview-line">
            <Say words={owner} /> · <Say words={clock} />
          </p>
        </li>
      ))}
    </ol>
  </section>
)

const DayCell = ({ day, isMadeUp, isProvisional }: LapsingDay) => (
  <>
    <ShortDay day={day} hasWeekday />
    {isMadeUp && (
      <>
        {' '}
        <Tag words={{ zh: '上班', en: 'worked' }} />
      </>
    )}
    {isProvisional && (
      <>
        {' '}
        <Provisional />
      </>
    )}
  </>
)

/** The one that owes most, and the others as a number. */
function Organs({ organs: [first, ...others] }: Pick<LapsingDay, 'organs'>) {
  const rest = others.reduce((sum, { count }) => sum + count, 0)
  return first ? (
    <div class="overview-row">
      <span class="overview-line">
        <Say words={first.name} />
      </span>{' '}
      <span class="overview-parts">
        {first.count}
        {rest > 0 && <T zh={`，其他 ${rest}`} en={`, others ${rest}`} />}
      </span>
    </div>
  ) : (
    <>—</>
  )
}
