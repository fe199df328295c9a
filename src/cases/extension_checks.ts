import { isDay, sayDay } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { counted, movesLastDay } from './terms.ts'
import type { CaseView } from './view.ts'
import type { Counting } from './window_checks.ts'

/** A term may be made longer to a later day, but no further than the longest the law or the local rule allows. */
export function checkExtension(view: CaseView, act: string, { log }: Parted, counting: Counting): Errors {
  const { calendar, parameters } = counting
  for (const line of view.deadlines.filter(line => line.is_open === 1)) {
    const extend = view.procedure.deadlines[line.deadline]?.extend
    if (!extend || !('until' in extend) || extend.by !== act) continue
    const term = typeof extend.within === 'string' ? extend.within : (parameters[extend.within.parameter] ?? '')
    const day = log[extend.until]
    if (typeof day !== 'string' || !isDay(day) || !isTerm(term)) continue
    const latest = counted(term, line.start_on, null, calendar, movesLastDay(parameters)).due
    if (day <= line.due_on || day > latest) return { [extend.until]: [between(line.due_on, latest)] }
  }
  return {}
}

const between = (due: string, latest: string): Text => ({
  zh: `请填写${sayDay(due).zh}以后、不晚于${sayDay(latest).zh}的日期`,
  en: `Enter a day after ${sayDay(due).en} and not later than ${sayDay(latest).en}`,
})
