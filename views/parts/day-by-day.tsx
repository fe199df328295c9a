import type { Text } from '../../src/law/words.ts'
import { Say, useWords } from './words.tsx'
import { When } from './when.tsx'

export type CountedDay = { day: string; counted: boolean; reason: Text }

/** Every day of a term. Long runs alike are folded, and open to each of their days. */
export const DayByDay = (props: { days: readonly CountedDay[] }) => (
  <ol class="day-by-day">
    {runsOf(numbered(props.days)).map(run => (
      <li class={run[0].counted ? 'day-counted' : 'day-skipped'}>
        {run.length < FOLD ? <Days days={run} reasons /> : <Folded run={run} />}
      </li>
    ))}
  </ol>
)

type NumberedDay = CountedDay & { number: number }
type Run = [NumberedDay, ...NumberedDay[]]

/** Up to a weekend or a working week's rest is written out. */
const FOLD = 4

/** Only counted days get a number. */
function numbered(days: readonly CountedDay[]): NumberedDay[] {
  let number = 0
  return days.map(day => ({ ...day, number: day.counted ? ++number : 0 }))
}

function runsOf(days: readonly NumberedDay[]): Run[] {
  const runs: Run[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run[0].counted === day.counted && run[0].reason.zh === day.reason.zh) run.push(day)
    else runs.push([day])
  }
  return runs
}

function Folded({ run }: { run: Run }) {
  const { t } = useWords()
  const [first] = run
  const last = run.at(-1) ?? first
  const many = { zh: `不计 ${run.length} 天`, en: `${run.length} days not counted` }
  const numbers = { zh: `第 ${first.number}–${last.number} 日`, en: `Days ${first.number}–${last.number}` }
  return (
    <details>
      <summary>
        <span class="day-number">{t(first.counted ? numbers : many)}</span>{' '}
        <span>
          <When at={first.day} />
          {t({ zh: '至', en: ' to ' })}
          <When at={last.day} />
        </span>{' '}
        <span class="day-reason">
          <Say words={first.reason} />
        </span>
      </summary>
      <Days days={run} />
    </details>
  )
}

/** In a folded run the reason stands once, on the fold. */
function Days(props: { days: readonly NumberedDay[]; reasons?: boolean }) {
  const { t } = useWords()
  return (
    <ul>
      {props.days.map(({ day, counted, number, reason }) => (
        <li>
          <span class="day-number">
            {t(counted ? { zh: `第 ${number} 日`, en: `Day ${number}` } : { zh: '不计', en: 'Not counted' })}
          </span>{' '}
          <When at={day} weekday />{' '}
          {props.reasons && (
            <span class="day-reason">
              <Say words={reason} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
