import { dayOf, instantOf, weekday as weekdayOf } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import type { Lang } from '../../src/law/words.ts'
import { useWords } from './words.tsx'

/** A day, or an instant shown as Shanghai's day and minute. */
export function When(props: { at: string; weekday?: boolean }) {
  const { lang } = useWords()
  return <time datetime={props.at}>{sayWhen(props.at, lang, props.weekday)}</time>
}

/** `2026年10月8日` or `8 October 2026`; an instant adds its minute. */
export function sayWhen(at: string, lang: Lang, weekday = false): string {
  if (at.length === 10) return sayDay[lang](at, weekday)
  const minute = instantOf(at).toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' })
  return `${sayDay[lang](dayOf(at), weekday)} ${minute}`
}

/** Spelt here because a runtime without Chinese locale data would print `2026/10/8`. */
const sayDay = {
  zh: (day, named) => {
    const [year, month, date] = parts(day)
    return `${year}年${month}月${date}日${named ? `（周${'一二三四五六日'[weekdayOf(day) - 1]}）` : ''}`
  },
  en: (day, named) => {
    const [year, month = 1, date] = parts(day)
    return `${named ? `${weekdays[weekdayOf(day) - 1]} ` : ''}${date} ${months[month - 1]} ${year}`
  },
} satisfies Record<Lang, (day: Day, named: boolean) => string>

const parts = (day: Day) => day.split('-').map(Number)
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = 'January February March April May June July August September October November December'.split(' ')
