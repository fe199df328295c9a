import type { CaseView } from '../cases/view.ts'
import type { DeadlineTable } from '../db/tables.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { answeringClocks } from '../procedures/motions/milestones.ts'
import { isRole } from '../procedures/roles.ts'
import type { Holder } from './blocker.ts'
import type { Board } from './remaining.ts'

type SayHolder = (holder: Holder) => Text

/** A clock that was running then, whose it is, and whether its owner was late. */
export type RowClock = { title: Text; owner: Text; due: Day; isLate: boolean; isPaused: boolean }

/** The last day on which it can still be on time; or since when it no longer can; or how it was met. */
export type LastDay =
  | { kind: 'until'; day: Day }
  | { kind: 'late'; since: Day }
  | { kind: 'met'; on: Day; inTime: boolean }
  | { kind: 'open' }

/** Each organ's own: the lead is not late while its own date runs, though a co-handler is. */
export const clocksOf = (view: CaseView, board: Board, day: Day, sayHolder: SayHolder): RowClock[] => [
  ...running(view, shown[board]).map(line => ({
    title: view.procedure.deadlines[line.deadline]?.title ?? { zh: line.deadline, en: line.deadline },
    owner: sayHolder({ organ: line.owner_organ, role: isRole(line.owner_role) ? line.owner_role : 'handler' }),
    due: line.due_on,
    isPaused: line.paused_on !== null,
    isLate: line.is_duty === 1 && line.paused_on === null && line.due_on < day,
  })),
  ...(board === 'remaining' ? internalClock(view, day, sayHolder) : []),
]

export function lastDayOf(view: CaseView, board: Board, day: Day): LastDay {
  const open = running(view, board === 'remaining' ? answeringClocks : ['promise', 'followUp'])
  const due = open.map(line => line.due_on).sort()[0]
  if (due !== undefined) return due < day ? { kind: 'late', since: addDays(due, 1) } : { kind: 'until', day: due }
  const met = view.deadlines.findLast(line => line.met_on !== null && answeringClocks.includes(line.deadline))
  return board === 'remaining' && met?.met_on
    ? { kind: 'met', on: met.met_on, inTime: met.met_on <= met.due_on }
    : { kind: 'open' }
}

/** The district's own earlier date: a reminder, and nobody is late by law. */
function internalClock({ rules, row }: CaseView, day: Day, sayHolder: SayHolder): RowClock[] {
  const due = rules['internalDue'] ?? ''
  return due === '' || row.state !== 'handling'
    ? []
    : [
        {
          title: { zh: '内部办结日期', en: 'Internal date' },
          owner: sayHolder({ organ: row.lead, role: 'handler' }),
          due,
          isPaused: false,
          isLate: false,
        },
      ].filter(clock => clock.due >= day)
}

const running = ({ deadlines, assignments }: CaseView, names: readonly string[]): DeadlineTable[] =>
  deadlines.filter(
    line =>
      line.is_open === 1 &&
      names.includes(line.deadline) &&
      (line.assignment === '' || assignments.some(({ id, is_open }) => id === line.assignment && is_open === 1)),
  )

const shown: Readonly<Record<Board, readonly string[]>> = {
  // prettier-ignore
  remaining: ['handOver', 'reassignment', 'firstContact', 'coHandling', ...answeringClocks, 'rating', 'supervisionAnswer'],
  promises: ['promise', 'followUp'],
}
