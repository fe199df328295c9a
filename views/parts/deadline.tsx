import { daysBetween } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import { DayByDay } from './day-by-day.tsx'
import type { CountedDay } from './day-by-day.tsx'
import { Facts } from './facts.tsx'
import type { Fact } from './facts.tsx'
import { Tag } from './tag.tsx'
import type { Tone } from './tag.tsx'
import { Say, T } from './words.tsx'
import type { Words } from './words.tsx'
import { When } from './when.tsx'

export type DeadlineProps = {
  title: Words
  due: string
  today: string
  /** The day the awaited act happened. */
  met?: string | null | undefined
  /** No longer matters: withdrawn, redirected … */
  ended?: boolean | undefined
  /** It stands still: nobody is late. */
  isPaused?: boolean | undefined
  /** A day that was counted lies in a year whose holidays are not announced. */
  provisional?: boolean | undefined
  /** `信访工作条例 第三十四条` */
  article: Words
  start?: { day: string; what: Words } | undefined
  /** `60 日`, `5 个工作日` */
  term?: Words | undefined
  owner?: Words | undefined
  /** One line for each extension or pause, already a sentence. */
  changes?: readonly Words[] | undefined
  days?: readonly CountedDay[] | undefined
}

/** A deadline that explains itself: the day, how far it is in words, the article, and every day that was counted. */
export function Deadline(props: DeadlineProps) {
  return (
    <section class="deadline">
      <p class="deadline-line">
        <span class="deadline-title">
          <Say words={props.title} />
        </span>
        <strong>
          <When at={props.due} weekday />
        </strong>
        <DaysLeft {...props} />
        {props.met && (
          <span class="muted">
            <When at={props.met} />
          </span>
        )}
        {props.provisional && <Provisional />}
      </p>
      <p class="deadline-article">
        <Say words={props.article} />
      </p>
      <Working {...props} />
    </section>
  )
}

/** How far away, in words, and of which clock where several are beside each other; for a row of a table. */
export function DaysLeft({ of, ...props }: Counted & { of?: Text }) {
  const { words, tone } = daysLeft(props)
  const named = of && {
    zh: `${of.zh}${words.zh}`,
    en: `${of.en}: ${words.en.charAt(0).toLowerCase()}${words.en.slice(1)}`,
  }
  return <Tag words={named ?? words} tone={tone} />
}

export const Provisional = () => (
  <Tag words={{ zh: '暂定：该年节假日安排尚未公布', en: 'Provisional: holidays of that year not yet announced' }} />
)

type Counted = Pick<DeadlineProps, 'due' | 'today' | 'met' | 'ended' | 'isPaused'>

function daysLeft({ due, today, met, ended, isPaused }: Counted): Left {
  const left = daysBetween(met ?? today, due)
  const n = Math.abs(left)
  if (met) return left < 0 ? { words: metLate(n), tone: 'late' } : { words: metInTime, tone: 'done' }
  if (ended) return { words: { zh: '不再计算', en: 'No longer runs' }, tone: 'neutral' }
  if (isPaused) return { words: { zh: '暂停计算', en: 'Standing still' }, tone: 'neutral' }
  if (left < 0) return { words: { zh: `已逾期 ${n} 天`, en: `Overdue by ${days(n)}` }, tone: 'late' }
  if (left === 0) return { words: { zh: '今天到期', en: 'Due today' }, tone: 'attention' }
  return { words: { zh: `还有 ${n} 天`, en: `${days(n)} left` }, tone: left <= SOON ? 'attention' : 'neutral' }
}

type Left = { words: Text; tone: Tone }

/** Within a working week someone should look. */
const SOON = 5
const metInTime = { zh: '已按期完成', en: 'Met in time' }
const metLate = (n: number) => ({ zh: `已完成，逾期 ${n} 天`, en: `Met, ${days(n)} late` })
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)

function Working({ start, term, owner, changes, days: counted }: DeadlineProps) {
  const facts: Fact[] = [
    start && { key: { zh: '起算', en: 'Starts' }, value: <Start {...start} /> },
    term && { key: { zh: '期限', en: 'Term' }, value: <Say words={term} /> },
    owner && { key: { zh: '责任单位', en: 'Owner' }, value: <Say words={owner} /> },
    ...(changes ?? []).map(change => ({ key: { zh: '变更', en: 'Changed' }, value: <Say words={change} /> })),
  ]
  return facts.some(Boolean) || counted ? (
    <details>
      <summary>
        <T zh="这一天是怎样算出来的" en="How this day was counted" />
      </summary>
      <Facts facts={facts} dense />
      {counted && <DayByDay days={counted} />}
    </details>
  ) : null
}

const Start = (props: { day: string; what: Words }) => (
  <>
    <When at={props.day} /> <Say words={props.what} />
    <T zh="（当日不计）" en=" (that day is not counted)" />
  </>
)
