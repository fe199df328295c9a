import type { Sheet } from '../../src/cases/sheet.ts'
import type { Day } from '../../src/law/day.ts'
import { Deadline } from '../parts/deadline.tsx'
import { T } from '../parts/words.tsx'

/** What runs now stands open; what is over is folded. */
export function Deadlines({ sheet, today }: { sheet: Sheet; today: Day }) {
  const running = sheet.deadlines.filter(line => line.isOpen)
  const over = sheet.deadlines.filter(line => !line.isOpen)
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">
        <T zh="期限" en="Deadlines" />
      </h2>
      {running.length === 0 && (
        <p class="muted">
          <T zh="现在没有在计算的期限。" en="No deadline is running now." />
        </p>
      )}
      {running.map(line => (
        <Line line={line} today={today} />
      ))}
      {over.length > 0 && (
        <details>
          <summary>
            <T zh={`已完成或不再计算的 ${over.length} 项`} en={`${over.length} met or no longer running`} />
          </summary>
          {over.map(line => (
            <Line line={line} today={today} />
          ))}
        </details>
      )}
    </section>
  )
}

type Line = Sheet['deadlines'][number]

/** A right's window that has passed is not late: it no longer runs. */
const Line = ({ line, today }: { line: Line; today: Day }) => (
  <Deadline
    {...line}
    today={today}
    ended={line.ended || (line.isWindow && line.met === null && line.due < today)}
    days={line.days.length > 0 ? line.days : undefined}
  />
)
