import type { Db } from '../db/dialect.ts'
import { append, headOf, noHead } from '../db/log.ts'
import type { NewEvent } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import type { Calendar } from '../law/calendar.ts'
import type { Day } from '../law/day.ts'
import { addNotices } from '../notices/outbox.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { Parted } from '../procedures/read_form.ts'
import { clocksStarted, partsTouched } from './clocks.ts'
import type { Clock } from './clocks.ts'
import { correctionIn } from './correct.ts'
import { pullFile, storeFiles } from './files.ts'
import { clockExtended, clocksRecounted, clocksResumed } from './moved_clocks.ts'
import { partOf } from './parts.ts'
import type { Given } from './parts.ts'
import type { Performance } from './perform.ts'
import { project } from './project.ts'
import type { Payload } from './project.ts'
import { wallsFrom } from './resolve.ts'
import { clocksRestarted } from './restarted_clocks.ts'
import { factsOf } from './view.ts'
import type { CaseView } from './view.ts'
import { caseKey, indexCase, sealTexts, storeParty } from './words.ts'
import { writeProjection } from './write.ts'

/** An act that may be done, with everything it needs. */
export type Ready = {
  asked: Performance
  procedure: Procedure
  spec: Act
  view: CaseView | null
  form: Parted
  number: string
  office: string
  organ: string | null
  person?: string | undefined
  gives?: readonly Given[] | undefined
  /** The session it is submitted in, and the number it is given. */
  session?: string | undefined
  numbered?: Payload['numbered'] | undefined
  on: Day
  today: Day
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
  origin?: 'import'
  /** When it is written down; by default when it was asked for. */
  recordedAt?: string
}

/** Appends the event and brings everything derived from it up to date; gives the case's new version. */
export async function record(store: Store, trx: Db, asking: Ready): Promise<number> {
  const recordedAt = store.keepsTime ? await store.dialect.clock(trx) : asking.asked.now
  const ready = { ...asking, recordedAt }
  const { asked, procedure, spec, view, form, number } = ready
  const head = view ? await headOf(trx, `case:${number}`) : noHead
  const key = await caseKey(trx, store.master, number, view === null)
  if (asked.lateReason !== undefined) form.text['lateReason'] = asked.lateReason
  const files = await storeFiles(store, trx, {
    number,
    seq: head.seq + 1,
    key,
    uploads: asked.uploads ?? [],
    now: asked.now,
  })
  const payload: Payload = {
    ...openedBy(ready),
    input: form.log,
    texts: await sealTexts(trx, key, number, head.seq + 1, form.text),
    ...(files.length > 0 && { files }),
    ...(Object.keys(form.party).length > 0 && {
      party: await storeParty(trx, store.master, number, head.seq + 1, form.party, spec.party),
    }),
    ...(ready.organ !== null && { organ: ready.organ }),
    ...partOfAct(ready),
    ...batchOf(ready),
    ...movedTo(ready),
    ...(spec.walls && { walls: await wallsFrom(store, trx, { form, spec, view, actor: asked.actor }) }),
    ...correctionOf(ready),
    ...(asked.actor.isOfficial && spec.rates && { flagged: true }),
    ...(ready.on < ready.today && { backdated: true }),
  }
  const event = await append(trx, head, eventOf(ready, { ...payload, ...clocksOf(ready, payload) }))
  const projected = project(procedure, view, event)
  await writeProjection(trx, view, projected)
  if (asked.act === 'pullFile') await pullFile(trx, number, String(form.log['file'] ?? ''), asked.now)
  if (Object.keys(form.text).length > 0 || view === null) await indexCase(store, trx, number, key)
  await addNotices(trx, { procedure, spec, event, before: view, view: projected.view })
  return event.seq
}

function partOfAct({ view, asked, spec, person, gives }: Ready): Pick<Payload, 'part' | 'person'> {
  const part = gives && spec.on === undefined ? undefined : partOf(view, asked.actor, spec, asked.part)
  return { ...(part !== undefined && { part }), ...(person !== undefined && { person }) }
}

function batchOf({ gives, session, numbered }: Ready): Pick<Payload, 'gives' | 'session' | 'numbered'> {
  return {
    ...(gives && { gives: [...gives] }),
    ...(session !== undefined && { session }),
    ...(numbered && { numbered }),
  }
}

/** The office that has it from now on: the one it is handed down or back to, or one free of who is accused. */
function movedTo({ view, asked, spec, office, organ }: Ready): Pick<Payload, 'office'> {
  const back = spec.moves === 'back' && view?.assignments.find(part => part.id === partOf(view, asked.actor, spec))
  const next = spec.moves === 'down' ? organ : back ? back.sender : office
  return view && next !== null && next !== view.row.office ? { office: next } : {}
}

function correctionOf({ view, spec, form }: Ready): Pick<Payload, 'corrects'> {
  const corrects = view && spec.corrects ? correctionIn(form, view) : undefined
  return corrects ? { corrects } : {}
}

function openedBy({ asked, procedure, office }: Ready): Pick<Payload, 'opened'> {
  if (!('procedure' in asked.on)) return {}
  return { opened: { procedure: procedure.id, channel: asked.on.channel, office, receivedAt: asked.now } }
}

export function eventOf(ready: Ready, payload: Payload): NewEvent {
  const { asked, procedure, number, on, today, calendar, origin, recordedAt } = ready
  return {
    stream: `case:${number}`,
    act: asked.act,
    actor: asked.actor.id,
    organ: asked.actor.organ,
    occurred_on: on,
    occurred_at: on === today ? asked.now : null,
    recorded_at: recordedAt ?? asked.now,
    payload: JSON.stringify(payload),
    versions: JSON.stringify({ procedure: procedure.version, calendar: calendar.version }),
    origin: origin ?? (asked.actor.id === 'system' ? 'system' : 'people'),
  }
}

/** The clocks this act starts, extends or recounts, judged by the case as it is after the act. */
export function clocksOf(ready: Ready, payload: Payload): { clocks?: Clock[] } {
  const { asked, procedure, view, form, on, today, calendar, parameters } = ready
  const event = eventOf(ready, payload)
  const foreseen = project(procedure, view, { ...event, seq: 0, prev_hash: '', hash: '' }).view
  const ticking = {
    procedure,
    facts: factsOf(foreseen, today, on),
    running: view?.deadlines ?? [],
    calendar,
    parameters,
    parts: partsTouched(view?.assignments ?? [], foreseen.assignments, payload.part),
    input: { ...issuedBy(ready, payload), ...form.log },
  }
  const { corrects } = payload
  const clocks = [
    ...clocksStarted(ticking, asked.act, on, event.occurred_at),
    ...clocksResumed(ticking, asked.act, on),
    ...(corrects ? clocksRestarted(ticking, corrects) : []),
    ...clockExtended(ticking, asked.act, form.log),
    ...(asked.act === 'recalculate' ? clocksRecounted(ticking) : []),
  ]
  return clocks.length > 0 ? { clocks } : {}
}

/** What was filled in for the draft that is issued now. */
function issuedBy({ view, spec: { issues } }: Ready, { part }: Payload): Record<string, unknown> {
  if (view === null || issues === undefined) return {}
  return (view.data.did[`${issues}@${part}`] ?? view.data.did[issues])?.input ?? {}
}
