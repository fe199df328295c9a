import type { Store } from '../db/open.ts'
import type { EventTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { keptSigner } from './kept.ts'
import { sayLogged } from './logged.ts'
import { momentsOf } from './moments.ts'
import type { Moment } from './moments.ts'
import { namesOf } from './names.ts'
import type { Payload } from './project.ts'
import { fill } from './sentences.ts'
import { isOfSigners } from './sight.ts'
import type { Reads } from './sight.ts'
import { mayRead, wordsOf } from './step_words.ts'
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

/** Everything that happened to a case, in order; for the petitioner and for signers only what is theirs to read. */
export async function tellStory(store: Store, view: CaseView, reader: Reader): Promise<Step[]> {
  const moments = await momentsOf(store, view)
  const texts = await readTexts(store.reader, store.master, view.row.number)
  const organs = moments.flatMap(({ event }) => event.organ ?? [])
  const nameOf = await namesOf(store.reader, view, organs)
  const told = moments.filter(({ spec }) => readsAll(reader) || !spec.inner)
  return Promise.all(
    told.map(async moment => ({
      ...happened(view, moment, nameOf, reader),
      words: wordsFor(view, moment, texts, reader),
      facts: reader === 'petitioner' ? [] : await sayLogged(store, view, moment.spec, moment.payload.input, reader),
      correctedTo: correctionOf(moment, moments),
    })),
  )
}

export type Reader = Reads | 'petitioner'
type NameOf = Awaited<ReturnType<typeof namesOf>>

const readsAll = (reader: Reader) => reader === 'official' || reader === 'unknowing'

/** What was done when and by whom, in the words of the procedure and with the names of that day. */
function happened(view: CaseView, { event, spec, payload, so }: Moment, nameOf: NameOf, reader: Reader) {
  const names = namesThen(view, { event, payload, so }, nameOf, reader)
  const { deadlines } = view.procedure
  return {
    seq: event.seq,
    act: event.act,
    title: spec.title,
    says: fill(spec.says, { names, due: so.due, spec, deadlines, input: payload.input }),
    on: event.occurred_on,
    recordedOn: dayOf(event.recorded_at),
    organ: names.organ ?? null,
    receiver: names.receiver ?? null,
    actor: event.actor,
    origin: event.origin,
    files: payload.files ?? [],
    isBackdated: payload.backdated === true,
    isAssumed: payload.assumed === true,
    issuesDocument: spec.document ?? null,
  }
}

function namesThen(view: CaseView, { event, payload, so }: Omit<Moment, 'spec'>, nameOf: NameOf, reader: Reader) {
  const named = (organ: string | null) => nameOf(organ, event.occurred_on)
  const isKept = (person: string | null | undefined) =>
    reader === 'unknowing' && person != null && isOfSigners(view, person)
  const receiver = view.assignments.find(({ id }) => id === payload.part)
  return {
    office: named(view.row.office),
    lead: named(so.lead),
    reviewer: named(so.reviewer),
    organ: isKept(event.actor) ? keptSigner(view.procedure) : named(event.organ),
    receiver: isKept(receiver?.person) ? keptSigner(view.procedure) : named(receiverIn(view, payload)),
  }
}

/** Whose part an event is about. */
export const receiverIn = (view: CaseView, { organ, part }: Payload) =>
  organ ?? view.assignments.find(({ id }) => id === part)?.organ ?? null

/** What was written; a petitioner or a signer reads a draft in the step whose signature issued it. */
function wordsFor(view: CaseView, { event, spec, so }: Moment, texts: readonly CaseText[], reader: Reader) {
  if (readsAll(reader))
    return wordsOf(
      view,
      spec,
      texts.filter(({ seq }) => seq === event.seq),
    )
  const written = texts.filter(({ seq }) => seq === event.seq || seq === so.issued)
  return wordsOf(view, spec, written).filter(({ field }) => mayRead(view, spec, field))
}

/** The day this was really done, where it was put right last. */
const correctionOf = ({ event }: Moment, moments: readonly Moment[]) =>
  moments.findLast(({ payload }) => payload.corrects?.seq === event.seq)?.payload.corrects?.on
