import { findOrgans } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import { sayWho, viewsOf } from '../cases/explain.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { answersDue, countClocks } from './clocks.ts'

/** A matter that is not answered: who has it, where it stands, by when it was to be answered. */
export type Unanswered = { number: string; title: string; who: Text; state: Text; due: Day }

export type Remaining = { overdue: number; inMonth: number; rows: Unanswered[] }

/** What keeps the month from 100 %: answers that are overdue, and those still to be given in it; the longest overdue first. */
export async function whatRemains(
  { reader, master }: Store,
  actor: Actor,
  { today, last }: { today: Day; last: Day },
  most: number,
): Promise<Remaining> {
  const before = { to: addDays(today, -1) }
  const overdue = await countClocks(reader, answersDue(reader, actor, before))
  const inMonth = await countClocks(reader, answersDue(reader, actor, { from: today, to: last }))
  const clocks = await answersDue(reader, actor, { to: last }).limit(most).execute()
  const numbers = clocks.map(clock => clock.case_number)
  const cases = await reader
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('number', 'in', ['', ...numbers])
    .execute()
  const views = await viewsOf(reader, cases)
  const organs = await findOrgans(
    reader,
    cases.flatMap(row => row.awaits_organ ?? []),
  )
  const titles = await readTitles(reader, master, numbers)
  return {
    overdue,
    inMonth,
    rows: clocks.flatMap(({ case_number: number, due_on }) => {
      const view = views.find(({ row }) => row.number === number)
      if (!view) return []
      const { row, procedure } = view
      return [
        {
          number,
          title: titles.get(number) ?? number,
          who: sayWho(row.awaits_role, row.awaits_organ, organs),
          state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
          due: due_on,
        },
      ]
    }),
  }
}
