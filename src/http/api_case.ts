import type { z } from 'zod'
import type { Actor } from '../accounts/actor.ts'
import { actsFor } from '../cases/decide.ts'
import type { Payload } from '../cases/project.ts'
import type { CaseView } from '../cases/view.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Lang } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { caseShape, deadlineShape, eventShape, itemShape, summaryShape } from './api_shapes.ts'

/** What every answer about a case says: where it stands, its clocks, and what the caller may do next. */
export const summaryOf = (view: CaseView, actor: Actor, today: Day, lang: Lang): z.infer<typeof summaryShape> => ({
  number: view.row.number,
  state: view.row.state,
  version: view.row.version,
  deadlines: view.deadlines.map(line => deadlineOf(view, line, lang)),
  acts: actsFor(view, actor, today)
    .filter(({ decision }) => decision.allowed)
    .map(({ act }) => act),
})

/** The whole case: the same, with its parts and everything that happened. */
export async function caseOf(
  db: Db,
  view: CaseView,
  actor: Actor,
  today: Day,
  lang: Lang,
): Promise<z.infer<typeof caseShape>> {
  const { row, data, assignments } = view
  return {
    ...summaryOf(view, actor, today, lang),
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    kind: row.kind,
    route: row.route,
    category: row.category,
    channel: row.channel,
    office: row.office,
    lead: row.lead,
    receivedOn: row.received_on,
    endedOn: row.ended_on,
    confidential: data.set['confidential'] === true,
    urgent: data.set['urgent'] === true,
    assignments: assignments.map(part => partOf(view, part)),
    events: await eventsOf(db, view, lang),
  }
}

function partOf({ deadlines }: CaseView, part: AssignmentTable): z.infer<typeof caseShape>['assignments'][number] {
  const { id, organ, role, state, is_open, since_on, sender, person } = part
  const clock = deadlines.findLast(({ assignment }) => assignment === id)
  const due = { due: clock?.due_on ?? null, met: clock?.met_on ?? null }
  return { id, organ, role, state, open: is_open === 1, since: since_on, sender, person, ...due }
}

/** One line of a list. */
export const itemOf = (row: CaseTable, today: Day): z.infer<typeof itemShape> => ({
  number: row.number,
  procedure: row.procedure,
  state: row.state,
  version: row.version,
  kind: row.kind,
  office: row.office,
  lead: row.lead,
  receivedOn: row.received_on,
  nextDue: row.next_due,
  overdue: row.next_due !== null && row.next_due < today,
})

function deadlineOf({ procedure }: CaseView, line: DeadlineTable, lang: Lang): z.infer<typeof deadlineShape> {
  return {
    deadline: line.deadline,
    round: line.round,
    owner: line.owner_role,
    organ: line.owner_organ,
    start: line.start_on,
    raw: line.raw_on,
    due: line.due_on,
    met: line.met_on,
    ended: line.ended_on,
    extended: line.extended,
    provisional: line.provisional === 1,
    article: sayCitation(procedure.deadlines[line.deadline]?.cites ?? 'office')[lang],
  }
}

/** The log as it is: what was chosen and entered. What was written lies sealed beside it and is not told here. */
async function eventsOf(db: Db, { procedure, row }: CaseView, lang: Lang): Promise<z.infer<typeof eventShape>[]> {
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('stream', '=', `case:${row.number}`)
    .orderBy('seq')
    .execute()
  return events.map(event => {
    const payload: Payload = JSON.parse(event.payload)
    return {
      seq: event.seq,
      act: event.act,
      title: procedure.acts[event.act]?.title[lang] ?? event.act,
      occurredOn: event.occurred_on,
      recordedAt: event.recorded_at,
      actor: event.actor,
      organ: event.organ,
      input: withoutCases(procedure.acts[event.act], payload.input),
      origin: event.origin,
    }
  })
}

/** Another case may be hidden from who reads this one. */
function withoutCases(spec: Act | undefined, input: Record<string, unknown>): Record<string, unknown> {
  const hidden = fieldsOf(spec?.form).filter(({ field }) => field.kind === 'case')
  return Object.fromEntries(Object.entries(input).filter(([given]) => hidden.every(({ name }) => name !== given)))
}
