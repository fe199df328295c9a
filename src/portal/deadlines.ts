import { findOrgans } from '../accounts/organs.ts'
import { loadCalendar } from '../cases/calendar.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import type { DeadlineTable } from '../db/tables.ts'
import type { Calendar } from '../law/calendar.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import { isTerm, sayTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { roles } from '../procedures/roles.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { DeadlineProps } from '../../views/parts/deadline.tsx'

/** The clocks that run and concern the petitioner: what others owe, and how long their own rights last. */
export async function sayDeadlines(store: Store, view: CaseView, today: Day): Promise<DeadlineProps[]> {
  const running = view.deadlines.filter(
    line => line.is_open === 1 && (line.is_duty === 1 || line.owner_role === 'petitioner'),
  )
  const calendar = await loadCalendar(store.reader)
  const organs = await findOrgans(
    store.reader,
    running.flatMap(line => line.owner_organ ?? []),
  )
  return running.flatMap(line => {
    const spec = view.procedure.deadlines[line.deadline]
    if (!spec) return []
    const owner = organs.get(line.owner_organ ?? '')
    return {
      title: spec.title,
      due: line.due_on,
      today,
      provisional: line.provisional === 1,
      article: sayCitation(spec.cites),
      start: { day: line.start_on, what: startedBy(view, line) },
      ...(isTerm(line.term) && { term: sayTerm(line.term) }),
      ...(view.row.restricted === 0 && { owner: owner ? { zh: owner.zh, en: owner.en } : roles[spec.owner].title }),
      ...(line.extended !== null && { changes: [extension(line.extended, spec.extend?.by, view.procedure)] }),
      days: counted(line, calendar),
    }
  })
}

/** Day by day as it was counted then; where the calendar has since changed the record stands and no days are shown. */
function counted(line: DeadlineTable, calendar: Calendar) {
  if (!isTerm(line.term)) return undefined
  const { due, trace } = computeDue({ start: line.start_at ?? line.start_on, term: line.term, calendar })
  return due === line.due_on ? trace : undefined
}

function startedBy({ procedure, data }: CaseView, line: DeadlineTable): Text {
  const acts = oneOrMore(procedure.deadlines[line.deadline]?.after ?? [])
  const act = acts.find(name => data.did[name]?.on === line.start_on) ?? acts[0] ?? ''
  return procedure.acts[act]?.title ?? { zh: '', en: '' }
}

function extension(by: string, act: string | undefined, procedure: Procedure): Text {
  const cites = oneOrMore(procedure.acts[act ?? '']?.cites ?? 'office').map(sayCitation)
  const added = isTerm(by) ? sayTerm(by) : { zh: by, en: by }
  return {
    zh: `经批准延长${added.zh}（${cites.map(text => text.zh).join('；')}）`,
    en: `extended by ${added.en} with approval (${cites.map(text => text.en).join('; ')})`,
  }
}
