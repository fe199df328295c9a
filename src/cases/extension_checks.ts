import type { DeadlineTable } from '../db/tables.ts'
import { isDay, sayDay } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { counted, movesLastDay } from './terms.ts'
import type { CaseView } from './view.ts'
import type { Counting } from './window_checks.ts'

/** A term may be made longer to a later day, but no further than the longest the law or the local rule allows. */
export function checkExtension(
  view: CaseView,
  act: string,
  { log }: Parted,
  counting: Counting,
  part: string | undefined,
): Errors {
  for (const { field, due, latest } of latestDays(view, act, counting, part)) {
    const day = log[field]
    if (typeof day !== 'string' || !isDay(day)) continue
    if (day <= due || day > latest) return { [field]: [between(due, latest)] }
  }
  return {}
}

/**
 * When the clock of the part that the act extends, or of the matter, is due, and the last day it may be given: counted
 * from the first time it was handed over, however often it was since.
 */
export function latestDays(
  { procedure, deadlines, assignments }: CaseView,
  act: string,
  { calendar, parameters }: Counting,
  part: string | undefined,
) {
  const running = deadlines.filter(line => line.is_open === 1 && procedure.deadlines[line.deadline]?.extend?.by === act)
  const own = running.filter(({ assignment }) => assignment !== '' && assignment === part)
  const meant = own.length > 0 ? own : running.filter(({ assignment }) => assignment === '')
  return meant.flatMap(line => {
    const extend = procedure.deadlines[line.deadline]?.extend
    if (!extend || !('until' in extend)) return []
    const term = typeof extend.within === 'string' ? extend.within : (parameters[extend.within.parameter] ?? '')
    if (!isTerm(term)) return []
    const first = firstOf(line, deadlines, assignments)
    const latest = counted(term, first.start_on, null, calendar, movesLastDay(parameters)).due
    return [{ field: extend.until, due: line.due_on, latest }]
  })
}

/** The first clock of its sort: of the matter, or of the same organ’s parts. */
function firstOf(line: DeadlineTable, lines: CaseView['deadlines'], parts: CaseView['assignments']): DeadlineTable {
  const organOf = (id: string) => parts.find(part => part.id === id)?.organ
  const alike = lines.filter(
    ({ deadline, assignment }) =>
      deadline === line.deadline && (line.assignment === '' || organOf(assignment) === organOf(line.assignment)),
  )
  return alike.reduce((first, one) => (one.start_on < first.start_on ? one : first), line)
}

const between = (due: string, latest: string): Text => ({
  zh: `请填写${sayDay(due).zh}以后、不晚于${sayDay(latest).zh}的日期`,
  en: `Enter a day after ${sayDay(due).en} and not later than ${sayDay(latest).en}`,
})
