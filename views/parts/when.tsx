import { dayOf, instantOf, sayDay, weekday as weekdayOf } from '../../src/law/day.ts'
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
  if (at.length === 10) return named[lang](at, weekday)
  const minute = instantOf(at).toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' })
  return `${named[lang](dayOf(at), weekday)} ${minute}`
}

const named = {
  zh: (day, isNamed) => sayDay(day).zh + (isNamed ? `（周${'一二三四五六日'[weekdayOf(day) - 1]}）` : ''),
  en: (day, isNamed) => (isNamed ? `${weekdays[weekdayOf(day) - 1]} ` : '') + sayDay(day).en,
} satisfies Record<Lang, (day: Day, isNamed: boolean) => string>

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
