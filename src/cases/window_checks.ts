import type { DeadlineTable } from '../db/tables.ts'
import type { Calendar } from '../law/calendar.ts'
import { isDay, sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Errors } from '../procedures/read_form.ts'
import { roles } from '../procedures/roles.ts'
import type { Correction } from './correct.ts'
import { counted, movesLastDay, termOf } from './terms.ts'
import { hasTouched } from './touched.ts'
import type { CaseView } from './view.ts'

export type Counting = { calendar: Calendar; parameters: Readonly<Record<string, string>>; today: Day }

/** A right that begins with an act is not over on the day the act is recorded: nobody could have used it. */
export function checkWindows(procedure: Procedure, act: string, on: Day, counting: Counting): Errors {
  const { calendar, parameters, today } = counting
  if (on >= today || !isDay(on)) return {}
  const over = Object.values(procedure.deadlines).find(
    spec =>
      isRight(spec) &&
      oneOrMore(spec.after).includes(act) &&
      counted(termOf(spec, parameters), on, null, calendar, movesLastDay(parameters)).due < today,
  )
  return over ? { occurredOn: [overAlready(over.title)] } : {}
}

/** A day put right may not open a window again where the matter has ended and nobody may use it any more. */
export function checkReopening(view: CaseView, { act, on }: Correction, counting: Counting): Errors {
  const { procedure, row, data, deadlines } = view
  if (row.is_open === 1) return {}
  const lost = deadlines.find(
    line =>
      hasTouched(data.did[act], 'started', line) &&
      line.met_on === null &&
      line.ended_on === null &&
      !mayBeUsed(procedure, line.deadline, row.state) &&
      dueFrom(line, on, counting) >= counting.today,
  )
  return lost ? { day: [reopenFirst(procedure.deadlines[lost.deadline]?.title, dueFrom(lost, on, counting))] } : {}
}

/** A right of whoever filed or signed it, within a term that can be counted. */
const isRight = ({ window, owner, within }: Procedure['deadlines'][string]) =>
  window === true &&
  ['party', 'signer'].includes(roles[owner].seat) &&
  (typeof within === 'string' || 'parameter' in within)

/** Some act that uses the right starts from this state. Duties are none. */
function mayBeUsed({ deadlines, acts }: Procedure, deadline: string, state: string): boolean {
  const spec = deadlines[deadline]
  if (!spec || !isRight(spec)) return true
  return oneOrMore(spec.meets).some(act => oneOrMore(acts[act]?.from ?? []).includes(state))
}

const dueFrom = ({ term, due_on }: DeadlineTable, start: Day, { calendar, parameters }: Counting): Day =>
  isTerm(term) ? counted(term, start, null, calendar, movesLastDay(parameters)).due : due_on

const overAlready = ({ zh, en }: Text): Text => ({
  zh: `照这一天计算，“${zh}”的期限今天已经届满；请现在送达或者告知，按实际送达、告知之日登记`,
  en: `Counted from this day the window “${en}” would be over already: serve or tell it now, and record that day`,
})

const reopenFirst = (title: Text | undefined, due: Day): Text => {
  const [zh, en] = [sayDay(due).zh, sayDay(due).en]
  return {
    zh: `照这一天计算，信访人在${zh}前还可以“${title?.zh ?? ''}”：请先恢复办理`,
    en: `Counted from this day the petitioner may still ask for it (“${title?.en ?? ''}”) until ${en}: reopen first`,
  }
}
