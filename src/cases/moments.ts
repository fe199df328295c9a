import type { Store } from '../db/open.ts'
import type { EventTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Payload } from './project.ts'
import type { CaseView } from './view.ts'

/** An event of a case, with what had become known by then. */
export type Moment = { event: EventTable; spec: Act; payload: Payload; so: Known }
/** What had become known by an event: who led, who reviewed, the dates promised, the draft a signature issues. */
export type Known = {
  lead: string | null
  reviewer: string | null
  due: ReadonlyMap<string, Day>
  issued: number | undefined
}

/** Every event of a case in order, as far as its procedure knows the act. */
export const momentsOf = async (store: Store, view: CaseView): Promise<Moment[]> =>
  recall(view, await eventsOf(store, view))

const eventsOf = (store: Store, { row }: CaseView): Promise<EventTable[]> =>
  store.reader.selectFrom('events').selectAll().where('stream', '=', `case:${row.number}`).orderBy('seq').execute()

function recall({ procedure }: CaseView, events: readonly EventTable[]): Moment[] {
  const last = new Map<string, number>()
  let so: Known = { lead: null, reviewer: null, due: new Map(), issued: undefined }
  return events.flatMap(event => {
    const spec = procedure.acts[event.act]
    if (!spec) return []
    const payload: Payload = JSON.parse(event.payload)
    const given = oneOrMore(spec.assigns ?? []).map(({ role }) => role)
    const reviews = given.includes('reviewer')
    const leads = given.includes('lead') || event.origin === 'import'
    last.set(drawnAs(event.act, spec, payload), event.seq)
    so = {
      lead: leads ? (payload.organ ?? so.lead) : so.lead,
      reviewer: reviews ? (payload.organ ?? so.reviewer) : so.reviewer,
      due: new Map([...so.due, ...(payload.clocks ?? []).map(clock => [clock.deadline, clock.due] as const)]),
      issued: spec.issues === undefined ? undefined : last.get(drawnAs(spec.issues, spec, payload)),
    }
    return [{ event, spec, payload, so }]
  })
}

/** Where several organs answer, each signature issues the draft of its own part. */
const drawnAs = (act: string, { on }: Act, { part }: Payload) => (on === 'assignment' ? `${act}@${part}` : act)
