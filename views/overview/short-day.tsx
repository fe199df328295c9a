import { sayDay, weekday } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { useWords } from '../parts/words.tsx'

/** A day near today, without its year. */
export function ShortDay({ day, hasWeekday = false }: { day: Day; hasWeekday?: boolean }) {
  const { t } = useWords()
  const { zh, en } = sayDay(day)
  const [name, short] = weekdays[weekday(day) - 1] ?? ['', '']
  const said = { zh: zh.slice(5), en: en.replace(/(\d+ \w{3})\w* \d{4}/, '$1') }
  return (
    <time datetime={day}>{t(hasWeekday ? { zh: `${said.zh}（周${name}）`, en: `${short} ${said.en}` } : said)}</time>
  )
}

// prettier-ignore
const weekdays = [['一', 'Mon'], ['二', 'Tue'], ['三', 'Wed'], ['四', 'Thu'], ['五', 'Fri'], ['六', 'Sat'], ['日', 'Sun']] as const
