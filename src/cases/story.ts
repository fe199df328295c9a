import type { Store } from '../db/open.ts'
import type { EventTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore, shapeOf } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { sayLogged } from './logged.ts'
import { namesOf } from './names.ts'
import type { Payload } from './project.ts'
import { fill } from './sentences.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'
import type { CaseText } from './words.ts'

export type Step = {
  seq: number
  act: string
  title: Text
  /** What happened, in one sentence. */
  says: Text
  on: Day
  recordedOn: Day
  /** The acting organ's name as of then; null for the petitioner and the clockwork. */
  organ: Text | null
  /** The organ it was given to, or whose part it is about. */
  receiver: Text | null
  actor: string
  origin: EventTable['origin']
  /** What was written, and what was chosen or entered. */
  words: { field: string; label: Text; text: string }[]
  facts: { label: Text; value: Text }[]
  files: string[]
  isBackdated: boolean
  isAssumed: boolean
  /** The day it was really done, where another was recorded first. */
  correctedTo: Day | undefined
  issuesDocument: Text | null
}

/** Everything that happened to a case, in order; for the petitioner only what is theirs to read. */
export async function tellStory(store: Store, view: CaseView, reader: 'official' | 'petitioner'): Promise<Step[]> {
  const moments = recall(view, await eventsOf(store, view))
  const texts = await readTexts(store.reader, store.master, view.row.number)
  const nameOf = await namesOf(
    store.reader,
    view,
    moments.flatMap(({ event }) => event.organ ?? []),
  )
  const told = moments.filter(({ spec }) => reader === 'official' || !spec.inner)
  return Promise.all(
    told.map(async ({ event, spec, payload, so }) => {
      const named = (organ: string | null) => nameOf(organ, event.occurred_on)
      const names = {
        office: named(view.row.office),
        lead: named(so.lead),
        reviewer: named(so.reviewer),
        organ: named(event.organ),
        receiver: named(receiverIn(view, payload)),
      }
      const isIssued = (seq: number) => reader === 'petitioner' && seq === so.issued
      const written = texts.filter(({ seq }) => seq === event.seq || isIssued(seq))
      return {
        seq: event.seq,
        act: event.act,
        title: spec.title,
        says: fill(spec.says, { names, due: so.due, spec, deadlines: view.procedure.deadlines, input: payload.input }),
        on: event.occurred_on,
        recordedOn: dayOf(event.recorded_at),
        organ: names.organ ?? null,
        receiver: names.receiver ?? null,
        actor: event.actor,
        origin: event.origin,
        words: wordsOf(view, spec, written).filter(({ field }) => reader === 'official' || mayRead(view, spec, field)),
        facts: reader === 'official' ? await sayLogged(store, view.procedure, spec, payload.input) : [],
        files: payload.files ?? [],
        isBackdated: payload.backdated === true,
        isAssumed: payload.assumed === true,
        correctedTo: moments.findLast(later => later.payload.corrects?.seq === event.seq)?.payload.corrects?.on,
        issuesDocument: spec.document ?? null,
      }
    }),
  )
}

/** Whose part an event is about. */
export const receiverIn = (view: CaseView, { organ, part }: Payload) =>
  organ ?? view.assignments.find(({ id }) => id === part)?.organ ?? null

type Moment = { event: EventTable; spec: Act; payload: Payload; so: Known }
/** What had become known by an event: who led, who reviewed, the dates promised, the draft a signature issues. */
type Known = { lead: string | null; reviewer: string | null; due: ReadonlyMap<string, Day>; issued: number | undefined }

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
    last.set(event.act, event.seq)
    so = {
      lead: leads ? (payload.organ ?? so.lead) : so.lead,
      reviewer: reviews ? (payload.organ ?? so.reviewer) : so.reviewer,
      due: new Map([...so.due, ...(payload.clocks ?? []).map(clock => [clock.deadline, clock.due] as const)]),
      issued: spec.issues === undefined ? undefined : last.get(spec.issues),
    }
    return [{ event, spec, payload, so }]
  })
}

/** The words of a step with their labels, in the order of the form that asked for them. */
function wordsOf({ procedure }: CaseView, spec: Act, written: readonly CaseText[]) {
  const issued = spec.issues === undefined ? undefined : procedure.acts[spec.issues]
  const shape = { ...(issued && shapeOf(issued)), ...shapeOf(spec) }
  const place = (field: string) => [...Object.keys(shape), field].indexOf(field)
  return written
    .toSorted((a, b) => place(a.field) - place(b.field))
    .map(({ field, text }) => ({ field, text, label: labelOf(shape[field]) ?? otherLabels[field] ?? plain(field) }))
}

/** A petitioner reads what is open to them; of an accusation nothing of its content is ever shown back. */
const mayRead = (view: CaseView, spec: Act, field: string) =>
  spec.open?.includes(field) === true && view.row.restricted === 0

const labelOf = (schema: Parameters<typeof fieldOf>[0] | undefined) => schema && fieldOf(schema)?.label
const plain = (field: string): Text => ({ zh: field, en: field })

const otherLabels: Readonly<Record<string, Text>> = {
  lateReason: { zh: '补录理由', en: 'Reason for late recording' },
  notes: { zh: '台账其他栏目', en: 'Other ledger columns' },
  ownNumber: { zh: '原编号', en: 'Number in the ledger' },
  opinion: { zh: '答复', en: 'Answer' },
}
