import type { DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Counted, Line } from './counting.ts'

/** A deadline is due on its day; met on another; moved, or ended in time, it is due there no longer: late stays late. */
export function clockLines({ before, deadlines, event, payload, procedure }: Counted): Line[] {
  return deadlines.flatMap(line => {
    const was = before.deadlines.find(old => isSame(old, line))
    const organ = line.owner_organ
    const due = (sign: 1 | -1, on: string): Line => ({ kind: 'due', what: line.deadline, sign, on, organ })
    if (!was) return [due(1, line.due_on)]
    if (line.paused_on !== null) return was.paused_on === null ? [due(-1, was.due_on)] : []
    if (was.paused_on !== null) return [due(1, line.due_on)]
    if (isMetOnAnotherDay(was, line)) return metAgain(line, was.met_on)
    if (was.due_on !== line.due_on) return [due(-1, was.due_on), due(1, line.due_on)]
    if (was.ended_on === null && line.ended_on !== null)
      return line.ended_on > line.due_on ? [] : [due(-1, line.due_on)]
    if (was.met_on !== null || line.met_on === null) return []
    const met: Line = { kind: 'met', what: line.deadline, sign: 1, on: event.occurred_on, organ }
    const isAssumed =
      payload.assumed === true && oneOrMore(procedure.deadlines[line.deadline]?.meets ?? []).includes(event.act)
    return isAssumed ? [met, { kind: 'assumed', what: line.deadline, sign: 1, on: line.due_on, organ }] : [met]
  })
}

const isMetOnAnotherDay = (was: DeadlineTable, is: DeadlineTable) => was.met_on !== null && was.met_on !== is.met_on

/** The day it was met had been recorded wrongly. */
const metAgain = ({ deadline: what, owner_organ: organ, met_on }: DeadlineTable, was: Day | null): Line[] => [
  ...(was === null ? [] : [{ kind: 'met', what, sign: -1 as const, on: was, organ }]),
  ...(met_on === null ? [] : [{ kind: 'met', what, sign: 1 as const, on: met_on, organ }]),
]

const isSame = (a: DeadlineTable, b: DeadlineTable) =>
  a.deadline === b.deadline && a.round === b.round && a.assignment === b.assignment
