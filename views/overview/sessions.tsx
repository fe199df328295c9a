import { urls } from '../../src/http/urls.ts'
import { daysBetween } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Session } from '../../src/overview/sessions.ts'
import type { BoardRow } from '../../src/progress/board.ts'
import { DaysLeft } from '../parts/deadline.tsx'
import { Say, T, Typed } from '../parts/words.tsx'

/** Of each session how many are not closed or carried out, and what blocks the most urgent. */
export const Sessions = ({ sessions, day }: { sessions: readonly Session[]; day: Day }) => (
  <section class="overview-sessions" aria-labelledby="sessions">
    <h2 id="sessions">
      <T zh="建议提案：离 100% 还差" en="Suggestions and proposals: short of 100 %" />
    </h2>
    {sessions.map(session => (
      <>
        <h3>
          <a href={urls.progressOf(session.batch.session.id)}>
            <Say words={session.batch.procedure.title} />
          </a>
          <T zh="：" en=": " />
          <Missing
            count={missing(session, 'closed')}
            href={session.remaining}
            words={{ zh: '未办结', en: 'not closed' }}
          />
          <T zh="，" en=", " />
          <Missing
            count={missing(session, 'carriedOut')}
            href={session.promises}
            words={{ zh: '未落实', en: 'not carried out' }}
          />
        </h3>
        <ol class="plain-list overview-rows">
          {session.rows.map(row => (
            <Row row={row} day={day} />
          ))}
        </ol>
      </>
    ))}
  </section>
)

const missing = ({ figures }: Session, id: string): number => {
  const figure = figures.find(figure => figure.id === id)
  return (figure?.of ?? 0) - (figure?.count ?? 0)
}

function Missing({
  count,
  href,
  words,
}: {
  count: number
  href: string | undefined
  words: { zh: string; en: string }
}) {
  const said = <T zh={`${words.zh} ${count} 件`} en={`${count} ${words.en}`} />
  return href ? <a href={href}>{said}</a> : said
}

/** What blocks it first, and who has that. */
const Row = ({ row: { number, label, title, blockers, ...row }, day }: { row: BoardRow; day: Day }) => (
  <li>
    <p class="overview-row">
      <a href={urls.case(number)}>
        {label ?? number} <Typed inline text={title ?? ''} />
      </a>
      <Pressing {...row} day={day} />
    </p>
    {blockers.slice(0, 1).map(({ words, holder, since }) => (
      <p class="muted overview-line">
        <Say words={words} />
        {!isNamedIn(words, holder) && (
          <>
            {' · '}
            <Say words={holder} />
          </>
        )}
        {' · '}
        <Since days={daysBetween(since, day)} />
      </p>
    ))}
  </li>
)

/** The clock that is most overdue, or else the answer’s, by its name: an answer may have weeks while a co-handler is late. */
function Pressing({ clocks, last, day }: Pick<BoardRow, 'clocks' | 'last'> & { day: Day }) {
  const [late] = clocks.filter(({ isLate }) => isLate).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const answer = last.kind === 'until' ? clocks.find(({ due }) => due === last.day) : undefined
  const clock = late ?? answer
  return clock ? <DaysLeft due={clock.due} today={day} of={clock.title} /> : null
}

const Since = ({ days }: { days: number }) => (
  <T zh={`已 ${days} 天`} en={`for ${days} ${days === 1 ? 'day' : 'days'}`} />
)

/** Most of what blocks a matter says whose it is. */
const isNamedIn = (words: Text, holder: Text) => words.zh.includes(holder.zh.split(' ')[0] ?? '')
