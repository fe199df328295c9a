import { findOrgans } from '../accounts/organs.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { explainDeadlines } from '../cases/explain.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { DeadlineProps } from '../../views/parts/deadline.tsx'

/** The clocks that run and concern the petitioner: what is owed to them, and how long their own rights last. */
export async function sayDeadlines(store: Store, view: CaseView, today: Day): Promise<DeadlineProps[]> {
  const deadlines = view.deadlines.filter(
    line =>
      line.is_open === 1 &&
      !isInner(view, line.deadline) &&
      (line.is_duty === 1 || (line.owner_role === 'petitioner' && line.due_on >= today)),
  )
  const names = await findOrgans(
    store.reader,
    deadlines.flatMap(line => line.owner_organ ?? []),
  )
  return explainDeadlines({ ...view, deadlines }, await loadCalendar(store.reader), names).map(
    ({ title, article, due, provisional, start, term, owner, changes, days, isPaused }) => ({
      ...{ title, article, due, today, provisional, start, term, changes, isPaused },
      ...(view.row.restricted === 0 && { owner }),
      ...(days.length > 0 && { days }),
    }),
  )
}

/** What organs owe each other: met by steps that are not on the petitioner’s timeline. */
const isInner = ({ procedure }: CaseView, deadline: string): boolean =>
  oneOrMore(procedure.deadlines[deadline]?.meets ?? []).every(act => procedure.acts[act]?.inner === true)
