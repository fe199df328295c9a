import { Deadline } from '../parts/deadline.tsx'
import type { DeadlineProps } from '../parts/deadline.tsx'
import { Notice } from '../parts/notice.tsx'
import { T } from '../parts/words.tsx'

/** What the law sets dates for; a date that has passed is said plainly. */
export const Clocks = ({ deadlines, today }: { deadlines: readonly DeadlineProps[]; today: string }) =>
  deadlines.length === 0 ? null : (
    <section>
      <h2>
        <T zh="法定期限" en="Dates set by law" />
      </h2>
      {deadlines.some(({ due }) => due < today) && (
        <Notice tone="warning" title={{ zh: '有一项期限已经超过', en: 'A date has passed' }}>
          <p>
            <T
              zh="承办的机关、单位没有在法定期限内办理。信访部门应当及时督办（《信访工作条例》第四十条），您也可以在这里补充说明。"
              en="It was not done within the term the law sets. The petition office must supervise it (Regulations on Petition Work, art. 40); you may also add a word here."
            />
          </p>
        </Notice>
      )}
      {deadlines.map(deadline => (
        <Deadline {...deadline} />
      ))}
    </section>
  )
