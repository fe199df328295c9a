import { findOrgans } from '../accounts/organs.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { explainDeadlines } from '../cases/explain.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { DeadlineProps } from '../../views/parts/deadline.tsx'

/** The clocks that run and concern the petitioner: what others owe, and how long their own rights last. */
export async function sayDeadlines(store: Store, view: CaseView, today: Day): Promise<DeadlineProps[]> {
  const deadlines = view.deadlines.filter(
    line => line.is_open === 1 && (line.is_duty === 1 || (line.owner_role === 'petitioner' && line.due_on >= today)),
  )
  const names = await findOrgans(
    store.reader,
    deadlines.flatMap(line => line.owner_organ ?? []),
  )
  return explainDeadlines({ ...view, deadlines }, await loadCalendar(store.reader), names).map(
    ({ title, article, due, provisional, start, term, owner, changes, days }) => ({
      ...{ title, article, due, today, provisional, start, term, changes },
      ...(view.row.restricted === 0 && { owner }),
      ...(days.length > 0 && { days }),
    }),
  )
}
