import type { z } from 'zod'
import type { Actor } from '../accounts/actor.ts'
import { onlySigns } from '../accounts/visible.ts'
import { actsFor } from '../cases/decide.ts'
import { clockOf } from '../cases/part_lines.ts'
import type { Payload } from '../cases/project.ts'
import { mayName, readsAs, seenBy } from '../cases/sight.ts'
import type { Reads } from '../cases/sight.ts'
import type { CaseView } from '../cases/view.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Lang } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { caseShape, deadlineShape, eventShape, itemShape, summaryShape } from './api_shapes.ts'

/** What every answer about a case says: where it stands, its clocks, and what the caller may do next. */
export const summaryOf = (view: CaseView, actor: Actor, today: Day, lang: Lang): z.infer<typeof summaryShape> => ({
  number: view.row.number,
  state: view.row.state,
  version: view.row.version,
  deadlines: seenBy(view, readsAs(view, actor)).deadlines.map(line => deadlineOf(view, line, lang)),
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
  const { row, data } = view
  const reads = readsAs(view, actor)
  const seen = seenBy(view, reads)
  return {
    ...summaryOf(view, actor, today, lang),
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    kind: row.kind,
    route: row.route,
    category: row.category,
    place: row.place,
    channel: row.channel,
    label: row.label,
    session: row.session,
    office: row.office,
    lead: row.lead,
    receivedOn: row.received_on,
    endedOn: row.ended_on,
    confidential: data.set['confidential'] === true,
    urgent: data.set['urgent'] === true,
    assignments: seen.assignments.map(part => partOf(seen, part)),
    events: await eventsOf(db, view, reads, lang),
  }
}

function partOf(view: CaseView, part: AssignmentTable): z.infer<typeof caseShape>['assignments'][number] {
  const { id, organ, role, state, is_open, since_on, sender, person } = part
  const clock = clockOf(view, part)
  const due = { due: clock?.due_on ?? null, met: clock?.met_on ?? null }
  const sits = organ === '' ? null : organ
  return { id, organ: sits, role, state, open: is_open === 1, since: since_on, sender, person, ...due }
}

/** One line of a list; what officials still owe each other is not for those who sign. */
export const itemOf = (row: CaseTable, actor: Actor, today: Day): z.infer<typeof itemShape> => ({
  number: row.number,
  procedure: row.procedure,
  state: row.state,
  version: row.version,
  kind: row.kind,
  office: row.office,
  lead: row.lead,
  receivedOn: row.received_on,
  nextDue: onlySigns(actor) ? null : row.next_due,
  overdue: !onlySigns(actor) && row.next_due !== null && row.next_due < today,
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

/**
 * The log as far as it is the caller's to read: what was chosen and entered. What was written lies sealed beside it and is
 * not told here.
 */
async function eventsOf(db: Db, view: CaseView, reads: Reads, lang: Lang): Promise<z.infer<typeof eventShape>[]> {
  const { acts } = view.procedure
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('stream', '=', `case:${view.row.number}`)
    .orderBy('seq')
    .execute()
  const told = events.filter(({ act }) => reads !== 'signer' || acts[act]?.inner !== true)
  return told.map(event => {
    const payload: Payload = JSON.parse(event.payload)
    const isNamed = mayName(view, reads, event.actor)
    return {
      seq: event.seq,
      act: event.act,
      title: acts[event.act]?.title[lang] ?? event.act,
      occurredOn: event.occurred_on,
      recordedAt: event.recorded_at,
      actor: isNamed ? event.actor : null,
      organ: isNamed || reads === 'signer' ? event.organ : null,
      input: openTo(reads, acts[event.act], payload.input),
      origin: event.origin,
    }
  })
}

/** Another case may be hidden from who reads this one, and so may those who sign it. */
function openTo(reads: Reads, spec: Act | undefined, input: Record<string, unknown>): Record<string, unknown> {
  const isHidden = ({ kind }: Field) => kind === 'case' || (kind === 'people' && reads === 'unknowing')
  const hidden = fieldsOf(spec?.form).filter(({ field }) => isHidden(field))
  return Object.fromEntries(Object.entries(input).filter(([given]) => hidden.every(({ name }) => name !== given)))
}
