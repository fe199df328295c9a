import { addDays, addMonths, dayBefore, sayDay } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Report } from '../../src/reports/report.ts'
import { sayWhen } from '../parts/when.tsx'

type Counted = Pick<Report, 'month' | 'year' | 'period' | 'through' | 'asOf'>

/** The period and how far it is counted, in words: no further than the day on which it is known. */
export function sayPeriod(report: Counted): Text {
  const { period } = report
  const day = sayDay(countedTo(report))
  return isRunning(report)
    ? {
        zh: `${period.zh}，统计到${day.zh}，本期未满；应结含其后到期的`,
        en: `${period.en}, counted to ${day.en}; the period is not over, and what falls due in the rest of it is due`,
      }
    : { zh: `${period.zh}，统计到${day.zh}`, en: `${period.en}, counted through ${day.en}` }
}

/** The period, how far it is counted and as known when; an instant that is now is said as such. */
export function sayKnown(report: Counted, known: 'now' | 'then' | 'closing'): Text {
  const said = sayPeriod(report)
  return { zh: `${said.zh}；${knowns[known](report.asOf).zh}`, en: `${said.en}; ${knowns[known](report.asOf).en}` }
}

const knowns = {
  // Paper outlives the moment.
  now: (asOf: string) => ({
    zh: `按现在（${sayWhen(asOf, 'zh')}）已知`,
    en: `as known now (${sayWhen(asOf, 'en')})`,
  }),
  then: (asOf: string) => ({ zh: `按${sayWhen(asOf, 'zh')} 已知`, en: `as known on ${sayWhen(asOf, 'en')}` }),
  closing: (asOf: string) => ({
    zh: `按${sayWhen(asOf, 'zh')} 已知（定稿）`,
    en: `as known on ${sayWhen(asOf, 'en')}, when it was closed`,
  }),
} satisfies Record<string, (asOf: string) => Text>

const countedTo = ({ through, asOf }: Pick<Report, 'through' | 'asOf'>): Day => {
  const known = dayBefore(asOf)
  return known < through ? known : through
}

/** Known before the stretch that is counted was over; a session has no end to be short of. */
function isRunning({ month, year, through, asOf }: Counted): boolean {
  const last = month !== undefined ? lastDay(month) : year !== undefined ? `${year}-12-31` : ''
  return dayBefore(asOf) < (through < last ? through : last)
}

const lastDay = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1)
