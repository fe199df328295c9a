import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { append, headOf, noHead } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { readForm } from '../procedures/read_form.ts'
import type { Errors } from '../procedures/read_form.ts'
import { procedureOn } from '../procedures/registry.ts'
import { addNotices } from '../notices/outbox.ts'
import { loadCalendar } from './calendar.ts'
import { clockExtended, clocksRecounted, clocksStarted } from './clocks.ts'
import { decide } from './decide.ts'
import type { Because } from './decide.ts'
import { pullFile, storeFiles } from './files.ts'
import type { Upload } from './files.ts'
import { checkDay } from './legal_day.ts'
import { newNumber, newQueryCode } from './numbers.ts'
import {
  accusedOrgans,
  checkReferences,
  isAccused,
  neverToTheAccused,
  noOfficeIsFree,
  noSuchOrgan,
  officeFor,
  organFor,
  readImported,
  wallsFrom,
} from './resolve.ts'
import { parametersOn } from './parameters.ts'
import { project } from './project.ts'
import type { Payload } from './project.ts'
import { caseKey, indexCase, sealTexts, storeParty } from './words.ts'
import { factsOf, findCase } from './view.ts'
import type { CaseView } from './view.ts'
import { writeProjection } from './write.ts'

export type Performance = {
  /** An existing case, or a new one. */
  on: { number: string } | { procedure: string; channel: string; number?: string }
  act: string
  actor: Actor
  now: string
  input?: Readonly<Record<string, unknown>>
  /** The version the actor saw; an act that moves the case is refused when it is stale. */
  version?: number | undefined
  occurredOn?: Day | undefined
  lateReason?: string | undefined
  uploads?: readonly Upload[]
  /** Import: no notices, no limit on earlier days, no order of states; what is not known stays not recorded. */
  imported?: { organ?: string; assumed?: boolean; receivedAt?: string }
}

export type Outcome =
  | { outcome: 'done'; number: string; version: number; queryCode?: string }
  | { outcome: 'absent' }
  | { outcome: 'refused'; because: Because }
  | { outcome: 'invalid'; errors: Errors }
  | { outcome: 'overtaken'; version: number; by: { act: Text; on: Day; isSelf: boolean } }

/** The one write path. Whatever happens to a case happens here, in one transaction. */
export const perform = (store: Store, asked: Performance): Promise<Outcome> =>
  inTransaction(store, trx => attempt(store, trx, asked))

/** The work, done again where another writer got in between. */
export async function inTransaction<T>(store: Store, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await store.db.transaction().execute(work)
    } catch (error) {
      const isPassing = store.dialect.isDuplicate(error) || store.dialect.isPassing(error)
      if (!isPassing || tries === 20) throw error
      await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * tries))
    }
  }
}

/** The same within a transaction that is already open: an import is all or nothing. */
export async function attempt(store: Store, trx: Db, asked: Performance): Promise<Outcome> {
  const { act, actor, now, imported } = asked
  const today = dayOf(now)
  const on = asked.occurredOn ?? today
  const view =
    'number' in asked.on && !('procedure' in asked.on) ? ((await findCase(trx, actor, asked.on.number)) ?? null) : null
  if (view === null && !('procedure' in asked.on)) return { outcome: 'absent' }
  const procedure = view?.procedure ?? procedureOn('procedure' in asked.on ? asked.on.procedure : '', on)
  const spec = procedure.acts[act]

  if (view && spec && isStale(asked, view, spec)) return overtaken(view, actor)
  const decision = imported && spec ? { allowed: true as const } : decide({ procedure, view, act, actor, today, on })
  if (!spec || !decision.allowed) {
    return decision.allowed ? { outcome: 'absent' } : { outcome: 'refused', because: decision.because }
  }
  const read = imported ? readImported(asked.input ?? {}) : readForm(spec.form, asked.input ?? {})
  if ('errors' in read) return { outcome: 'invalid', errors: read.errors }
  const form = read.ok
  const calendar = await loadCalendar(trx)
  const parameters = await parametersOn(trx, procedure, on)
  const wrong = {
    ...(imported ? {} : checkDay({ view, spec, on, today, calendar, parameters, lateReason: asked.lateReason })),
    ...(await checkReferences(store, trx, form, spec, view, actor)),
  }
  if (Object.keys(wrong).length > 0) return { outcome: 'invalid', errors: wrong }

  const number =
    view?.row.number ?? ('procedure' in asked.on ? asked.on.number : undefined) ?? newNumber(procedure.prefix, on)
  const accused = accusedOrgans(form, spec)
  const office = view?.row.office ?? (await officeFor(trx, actor, accused))
  if (office === null) return { outcome: 'refused', because: noOfficeIsFree }
  const organ = imported?.organ ?? (await organFor(trx, spec, form, view))
  if (spec.assigns && organ === null) return { outcome: 'invalid', errors: { organ: [noSuchOrgan] } }
  const forbidden = organ !== null && (await isAccused(trx, organ, [...accused, ...(view?.data.walls.organs ?? [])]))
  if (forbidden) return { outcome: 'refused', because: neverToTheAccused }

  const head = view ? await headOf(trx, `case:${number}`) : noHead
  const seq = head.seq + 1
  const key = await caseKey(trx, store.master, number, view === null)
  const stored = await storeFiles(store, trx, { number, seq, key, uploads: asked.uploads ?? [], now })
  if ('problem' in stored) return { outcome: 'invalid', errors: { files: [stored.problem] } }
  if (asked.lateReason !== undefined) form.text['lateReason'] = asked.lateReason
  const payload: Payload = {
    ...(view === null &&
      'procedure' in asked.on && {
        opened: { procedure: procedure.id, channel: asked.on.channel, office, receivedAt: imported?.receivedAt ?? now },
      }),
    input: form.log,
    texts: await sealTexts(trx, key, number, seq, form.text),
    ...(stored.ids.length > 0 && { files: stored.ids }),
    ...(Object.keys(form.party).length > 0 && { party: await storeParty(trx, store.master, number, seq, form.party) }),
    ...(organ !== null && { organ }),
    ...(spec.walls && { walls: await wallsFrom(trx, form, spec) }),
    ...(actor.isOfficial && spec.rates && { flagged: true }),
    ...(imported?.assumed && { assumed: true }),
    ...(on < today && !imported && { backdated: true }),
  }
  const draft = {
    stream: `case:${number}`,
    act,
    actor: actor.id,
    organ: actor.organ,
    occurred_on: on,
    occurred_at: on === today ? now : null,
    recorded_at: now,
    origin: imported ? ('import' as const) : actor.id === 'system' ? ('system' as const) : ('people' as const),
    versions: JSON.stringify({ procedure: procedure.version, calendar: calendar.version }),
  }
  const foreseen = project(procedure, view, {
    ...draft,
    payload: JSON.stringify(payload),
    seq,
    prev_hash: '',
    hash: '',
  }).view
  const ticking = {
    procedure,
    facts: factsOf(foreseen, today, on),
    running: view?.deadlines ?? [],
    calendar,
    parameters,
  }
  const clocks = [
    ...clocksStarted(ticking, act, on, draft.occurred_at),
    ...clockExtended(ticking, act, form.log),
    ...(act === 'recalculate' ? clocksRecounted(ticking.running, calendar) : []),
  ]
  const event = await append(trx, head, {
    ...draft,
    payload: JSON.stringify({ ...payload, ...(clocks.length > 0 && { clocks }) }),
  })
  const projected = project(procedure, view, event)
  await writeProjection(trx, view, projected)
  if (act === 'pullFile') await pullFile(trx, number, String(form.log['file'] ?? ''), now)
  if (Object.keys(form.text).length > 0 || view === null) await indexCase(store, trx, number, key)
  if (!imported) await addNotices(trx, { procedure, spec, event, view: projected.view })
  const queryCode = view === null && !imported ? await newQueryCode(trx, store.master, number, now) : undefined
  return { outcome: 'done', number, version: seq, ...(queryCode !== undefined && { queryCode }) }
}

const isStale = (asked: Performance, view: CaseView, spec: Act) =>
  spec.to !== 'same' && asked.version !== undefined && asked.version !== view.row.version

function overtaken(view: CaseView, actor: Actor): Outcome {
  const [act, last] = Object.entries(view.data.did).find(([, { seq }]) => seq === view.row.version) ?? []
  const title = (act && view.procedure.acts[act]?.title) || { zh: '另一步', en: 'another act' }
  return {
    outcome: 'overtaken',
    version: view.row.version,
    by: { act: title, on: last?.on ?? '', isSelf: last?.by === actor.id },
  }
}
