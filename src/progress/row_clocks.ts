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
  | { kind: 'none' }

/** Each organ's own: the lead is not late while its own date runs, though a co-handler is. */
export const clocksOf = (view: CaseView, board: Board, day: Day, sayHolder: SayHolder): RowClock[] =>
  running(view, shown[board]).map(line => ({
    title: view.procedure.deadlines[line.deadline]?.title ?? { zh: line.deadline, en: line.deadline },
    owner: sayHolder({ organ: line.owner_organ, role: isRole(line.owner_role) ? line.owner_role : 'handler' }),
    due: line.due_on,
    isPaused: line.paused_on !== null,
    isLate: line.is_duty === 1 && line.paused_on === null && line.due_on < day,
  }))

/** Of an answer, the day it is due; of a promise, the day that was promised, or else the end of the follow-up. */
export function lastDayOf(view: CaseView, board: Board, day: Day): LastDay {
  const due =
    board === 'remaining'
      ? firstDue(view, answeringClocks)
      : (firstDue(view, ['promise']) ?? firstDue(view, ['followUp']))
  if (due !== undefined) return due < day ? { kind: 'late', since: addDays(due, 1) } : { kind: 'until', day: due }
  if (board === 'promises') return { kind: 'none' }
  const met = view.deadlines.findLast(line => line.met_on !== null && answeringClocks.includes(line.deadline))
  return met?.met_on ? { kind: 'met', on: met.met_on, inTime: met.met_on <= met.due_on } : { kind: 'open' }
}

const firstDue = (view: CaseView, names: readonly string[]): Day | undefined =>
  running(view, names)
    .map(line => line.due_on)
    .sort()[0]

/** Where several organs answer, each has a clock of its own, and the matter's own is nobody's. */
function running({ deadlines, assignments }: CaseView, names: readonly string[]): DeadlineTable[] {
  const isCarried = ({ assignment }: DeadlineTable) =>
    assignment === '' || assignments.some(({ id, is_open }) => id === assignment && is_open === 1)
  const lines = deadlines.filter(line => line.is_open === 1 && names.includes(line.deadline) && isCarried(line))
  const isSpread = lines.some(({ deadline }) => deadline === 'separateHandling')
  return isSpread ? lines.filter(({ deadline }) => deadline !== 'handling') : lines
}

const shown: Readonly<Record<Board, readonly string[]>> = {
  // prettier-ignore
  remaining: ['handOver', 'reassignment', 'firstContact', 'coHandling', 'internal', ...answeringClocks, 'service', 'rating', 'supervisionAnswer'],
  promises: ['promise', 'followUp'],
}
