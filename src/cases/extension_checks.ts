import { isDay, sayDay } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { counted, movesLastDay } from './terms.ts'
import type { CaseView } from './view.ts'
import type { Counting } from './window_checks.ts'

/** A term may be made longer to a later day, but no further than the longest the law or the local rule allows. */
export function checkExtension(view: CaseView, act: string, { log }: Parted, counting: Counting): Errors {
  for (const { field, due, latest } of latestDays(view, act, counting)) {
    const day = log[field]
    if (typeof day !== 'string' || !isDay(day)) continue
    if (day <= due || day > latest) return { [field]: [between(due, latest)] }
  }
  return {}
}

/** For each running clock that the act extends to a day given: when it is due, and the last day it may be given. */
export function latestDays(view: CaseView, act: string, { calendar, parameters }: Counting) {
  return view.deadlines.flatMap(line => {
    const extend = view.procedure.deadlines[line.deadline]?.extend
    if (line.is_open === 0 || !extend || !('until' in extend) || extend.by !== act) return []
    const term = typeof extend.within === 'string' ? extend.within : (parameters[extend.within.parameter] ?? '')
    if (!isTerm(term)) return []
    const latest = counted(term, line.start_on, null, calendar, movesLastDay(parameters)).due
    return [{ field: extend.until, due: line.due_on, latest }]
  })
}

const between = (due: string, latest: string): Text => ({
  zh: `请填写${sayDay(due).zh}以后、不晚于${sayDay(latest).zh}的日期`,
  en: `Enter a day after ${sayDay(due).en} and not later than ${sayDay(latest).en}`,
})
