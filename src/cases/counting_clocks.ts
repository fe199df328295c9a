import type { DeadlineTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Counting, Line } from './counting.ts'

/** What stands of a clock is counted, and what stands no longer is taken back. */
export const clockLines = ({ before, deadlines, payload, event }: Counting): Line[] =>
  deadlines.flatMap(line => {
    const was = before.deadlines.find(old => isSame(old, line))
    const met = changed(was ? metLines(was) : [], metLines(line))
    const isAssumed = payload.assumed === true && was !== undefined && met.length > 0
    return [
      ...changed(was ? dueLines(was) : [], dueLines(line)),
      ...met,
      ...(isAssumed ? [dueDayLine('assumed', line)] : []),
      ...(payload.corrects && was && isRighted(was, line, dayOf(event.recorded_at))
        ? [dueDayLine('righted', line)]
        : []),
    ]
  })

/** It is due on its day; stopped, or ended before it lapsed, it is due no longer: late stays late. */
export const dueLines = (line: DeadlineTable): Line[] =>
  line.paused_on !== null || isEndedInTime(line)
    ? []
    : [{ kind: 'due', what: line.deadline, sign: 1, on: line.due_on, organ: line.owner_organ }]

const isEndedInTime = ({ ended_on, lapsed_on, due_on }: DeadlineTable) =>
  ended_on !== null && ended_on <= due_on && lapsed_on === null

/** It counts on the day the clock it met was due, so that it meets no other of that name. */
export const metLines = ({ deadline, due_on: on, met_on, owner_organ: organ }: DeadlineTable): Line[] =>
  met_on === null ? [] : [{ kind: 'met', what: deadline, sign: 1, on, organ, happenedOn: met_on }]

/** The day it was met on is nobody's record; or it was put right when it was met, or had run out, already. */
const dueDayLine = (kind: 'assumed' | 'righted', { deadline, due_on, owner_organ: organ }: DeadlineTable): Line => ({
  ...{ kind, what: deadline, sign: 1 as const },
  ...{ on: due_on, organ },
})

function isRighted(was: DeadlineTable, is: DeadlineTable, today: Day): boolean {
  const wasLate = (was.met_on ?? today) > was.due_on
  return was.due_on === is.due_on ? wasLate && was.met_on !== is.met_on : wasLate || was.met_on !== null
}

export const takenBack = (line: Line): Line => ({ ...line, sign: line.sign === 1 ? -1 : 1 })

const changed = (was: readonly Line[], is: readonly Line[]) =>
  (['on', 'organ', 'happenedOn'] as const).every(name => was[0]?.[name] === is[0]?.[name])
    ? []
    : [...was.map(takenBack), ...is]

const isSame = (a: DeadlineTable, b: DeadlineTable) =>
  a.deadline === b.deadline && a.round === b.round && a.assignment === b.assignment
